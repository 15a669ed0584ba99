import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../language.js'
import { fieldErrors } from '../problem.js'
import { Button } from './button.js'
import { ErrorSummary, FormErrors } from './form-errors.js'
import { leaveOrAsk, useUnsaved } from './unsaved.js'

const SLOW_MS = 3000

/** A form that sends through the API: error summary on top, sentences at the fields, bar with the one button and what it does. */
export function FormShell({
  error, pending, submit, note, onSubmit, onCancel, dirty, children,
}: {
  error: unknown
  pending: boolean
  submit: string
  note?: ReactNode
  onSubmit: () => void
  onCancel?: () => void
  /** Asks before the form is left with typed text in it. */
  dirty: boolean
  children: ReactNode
}) {
  const { t } = useLanguage()
  const slow = useSlow(pending)
  useUnsaved(dirty)
  return (
    <FormErrors value={fieldErrors(error)}>
      <ErrorSummary error={error} />
      <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!pending) onSubmit() }}>
        {children}
        <div className="go">
          <Button type="submit" rank="primary" pending={pending}>{pending ? t.form.pending : submit}</Button>
          {onCancel === undefined ? null : <Button onClick={() => leaveOrAsk(onCancel)}>{t.cancel}</Button>}
          <output>{slow ? t.form.slow : note}</output>
        </div>
      </form>
    </FormErrors>
  )
}

function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [pending])
  return slow
}

/** A part of a form: title in the margin, fields on one axis. */
export function FormPart({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className="fp">
      <div className="fp-t"><h2>{title}</h2>{hint === undefined ? null : <p>{hint}</p>}</div>
      <div className="fp-f">{children}</div>
    </section>
  )
}
