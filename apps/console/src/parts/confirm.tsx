import { useId, useState, type ReactNode } from 'react'
import { useLanguage } from '../language.js'
import { Button } from './button.js'
import { fieldErrors } from '../problem.js'
import { useTroubleText } from './feedback.js'
import { useModal } from './modal.js'
import { Icon } from '@app/ui'

interface Props {
  title: string
  /** What will be true afterwards, before the click. */
  consequences: readonly string[]
  action: string
  pending: boolean
  error: unknown
  /** Asks for a reason of at most 300 characters with this label. */
  reasonLabel?: string
  reasonHint?: string
  /** The act needs a reason; without one the API says so. */
  needsReason?: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
  /** Below the consequences: what needs more than a sentence, a link for example. */
  children?: ReactNode
}

/** A question before an act that people notice. Modal: focus stays inside, Escape leaves it, focus returns to the button. */
export function Confirm({ title, consequences, action, pending, error, reasonLabel, reasonHint, needsReason = false, onConfirm, onClose, children }: Props) {
  const { t } = useLanguage()
  const textOf = useTroubleText()
  const dialog = useModal()
  const [reason, setReason] = useState('')
  const id = useId()

  return (
    <dialog ref={dialog} className="dlg" aria-labelledby={`${id}-h`} aria-describedby={`${id}-c`} onClose={onClose} onCancel={(event) => { if (pending) event.preventDefault() }}>
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); if (!pending) onConfirm(reason) }}>
        <h2 id={`${id}-h`}>{title}</h2>
        <ul className="dlg-list" id={`${id}-c`}>{consequences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        {children}
        {reasonLabel === undefined ? null : (
          <div className="fd">
            <label htmlFor={`${id}-r`}>{reasonLabel}{needsReason ? null : <> <small>{t.form.optional}</small></>}</label>
            {reasonHint === undefined ? null : <p className="fd-hint" id={`${id}-rh`}>{reasonHint}</p>}
            <input
              id={`${id}-r`} className="in" value={reason} maxLength={300} aria-required={needsReason || undefined} aria-describedby={reasonHint === undefined ? undefined : `${id}-rh`}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        )}
        {error === null ? null : <p className="fd-err" role="alert"><Icon name="alert" /> {[textOf(error), ...Object.values(fieldErrors(error))].join(' ')}</p>}
        <div className="dlg-acts">
          <Button type="submit" rank="primary" pending={pending}>{pending ? t.form.pending : action}</Button>
          <Button onClick={onClose} pending={pending}>{t.cancel}</Button>
        </div>
      </form>
    </dialog>
  )
}
