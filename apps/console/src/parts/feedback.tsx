import type { ReactNode } from 'react'
import { useLanguage } from '../language.js'
import { NetworkError, ProblemError } from '../problem.js'
import { Button } from './button.js'
import { Icon } from '@app/ui'

/** A dashed frame: one sentence why, one what to do, one button. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}

/** Reserves the height of `rows` list rows while they are on their way, so that nothing jumps. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useLanguage()
  return (
    <div className="load" aria-busy="true">
      <output className="m">{t.loading}</output>
      {Array.from({ length: rows }, (_, index) => <div key={index} className="load-row" />)}
    </div>
  )
}

/** The sentence for an error: the API's own, or a calm one when there was no answer. */
export function useTroubleText(): (error: unknown) => string {
  const { t } = useLanguage()
  return (error) => {
    if (error instanceof NetworkError) return t.trouble.network
    if (error instanceof ProblemError && error.message !== '') return error.message
    return t.trouble.unknown
  }
}

/** Reading failed: what happened and how to go on. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useLanguage()
  const textOf = useTroubleText()
  return (
    <div className="trouble" role="alert">
      <Icon name="alert" />
      <p>{textOf(error)}</p>
      {onRetry === undefined ? null : <Button small onClick={onRetry}>{t.trouble.retry}</Button>}
    </div>
  )
}
