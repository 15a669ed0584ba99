import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'

const PAUSE_MS = 300

/** Search that waits for a pause in typing, or for Enter. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(value)
  const asked = useRef(value)
  const search = useEffectEvent(onSearch)

  // The address changed elsewhere (back button, "reset filters").
  useEffect(() => {
    if (value === asked.current) return
    asked.current = value
    setTyped(value)
  }, [value])

  useEffect(() => {
    if (typed === asked.current) return
    const timer = setTimeout(() => {
      // Enter was faster.
      if (typed === asked.current) return
      asked.current = typed
      search(typed)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])

  return (
    <search className="srch">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          asked.current = typed
          onSearch(typed)
        }}
      >
        <Icon name="search" />
        <input className="in" type="search" aria-label={t.list.search} placeholder={t.list.searchShort} value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      </form>
    </search>
  )
}
