import type { Language } from '@app/contracts'
import { words } from '@app/i18n'
import { TRAP_FIELD } from './view-models.js'

/** A field that people never see or reach; whatever fills it is no person. */
export function Trap({ language }: { language: Language }) {
  return (
    <div className="trap" aria-hidden="true">
      <label htmlFor={`f-${TRAP_FIELD}`}>{words(language).registration.trapLabel}</label>
      <input id={`f-${TRAP_FIELD}`} name={TRAP_FIELD} type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  )
}
