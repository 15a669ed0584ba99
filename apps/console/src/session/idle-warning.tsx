import { useEffect, useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { SESSION_IDLE_MINUTES, operations } from '@app/contracts'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Trouble } from '../parts/feedback.js'
import { useModal } from '../parts/modal.js'
import { useSession } from './session.js'
import { tabs } from './tabs.js'

const MINUTE = 60_000
/** The API notes the last request to the minute, so the end may come a minute early. */
const ENDS_AFTER = (SESSION_IDLE_MINUTES - 1) * MINUTE
const WARNS_BEFORE = 4 * MINUTE
const LOOKS_EVERY = 5_000

/** Asks whether somebody is still there before the session ends for want of requests (WCAG 2.2.1). */
export function IdleWarning() {
  const [left, setLeft] = useState(ENDS_AFTER)
  useEffect(() => {
    const timer = setInterval(() => setLeft(tabs.answeredAt + ENDS_AFTER - performance.now()), LOOKS_EVERY)
    return () => clearInterval(timer)
  }, [])
  const isOver = left <= 0
  useEffect(() => {
    // The API says whether it is: then the sign-in screen comes over the page.
    if (isOver) call(operations.readSession, {}).catch(() => undefined)
  }, [isOver])
  return left > WARNS_BEFORE || isOver ? null : <Question minutes={Math.ceil(left / MINUTE)} onStay={() => setLeft(ENDS_AFTER)} />
}

function Question({ minutes, onStay }: { minutes: number; onStay: () => void }) {
  const { t } = useLanguage()
  const { signOut } = useSession()
  const dialog = useModal()
  const id = useId()
  const stay = useMutation({ mutationFn: () => call(operations.readSession, {}), onSuccess: onStay })
  const goOn = () => {
    if (!stay.isPending) stay.mutate()
  }
  return (
    <dialog ref={dialog} role="alertdialog" className="dlg" aria-labelledby={`${id}-h`} aria-describedby={`${id}-c`} onCancel={(event) => { event.preventDefault(); goOn() }}>
      <h2 id={`${id}-h`}>{t.idle.title}</h2>
      <p className="dlg-text" id={`${id}-c`}>{t.idle.text(minutes)}</p>
      {stay.error === null ? null : <Trouble error={stay.error} />}
      <div className="dlg-acts">
        <Button rank="primary" pending={stay.isPending} onClick={goOn}>{t.idle.stay}</Button>
        <Button onClick={signOut}>{t.signOutShort}</Button>
      </div>
    </dialog>
  )
}
