import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../language.js'

const STAYS_MS = 12_000

type Say = (text: string) => void
const ToastContext = createContext<Say>(() => undefined)

/** Says what has just happened, with name or number. */
export function useToast(): Say {
  return useContext(ToastContext)
}

/** One message at a time, bottom left; it stays twelve seconds and as long as pointer or focus are on it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useLanguage()
  const [message, setMessage] = useState<{ text: string; number: number } | null>(null)
  const [held, setHeld] = useState(false)
  const number = useRef(0)
  const say = useCallback((text: string) => {
    number.current += 1
    setMessage({ text, number: number.current })
  }, [])

  useEffect(() => {
    if (message === null || held) return
    const timer = setTimeout(() => setMessage(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [message, held])

  const close = useMemo(() => () => { setMessage(null); setHeld(false) }, [])
  return (
    <ToastContext value={say}>
      {children}
      <output className="toast-box">
        {message === null ? null : (
          <div
            key={message.number} className="toast"
            onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}
          >
            <span>{message.text}</span>
            <button type="button" onClick={close}>{t.close}</button>
          </div>
        )}
      </output>
    </ToastContext>
  )
}
