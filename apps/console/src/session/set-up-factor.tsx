import { lazy, Suspense, useState } from 'react'
import type { FactorAdded, SessionView } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Loading } from '../parts/feedback.js'
import { GatePage } from './gate-page.js'
import { passkeysWork } from './passkeys.js'

const AddPasskey = lazy(() => import('../own-access/add-passkey.js').then((module) => ({ default: module.AddPasskey })))
const SetUpApp = lazy(() => import('../own-access/set-up-app.js').then((module) => ({ default: module.SetUpApp })))
const RecoveryCodes = lazy(() => import('../own-access/recovery-codes.js').then((module) => ({ default: module.RecoveryCodes })))

/** Whoever has a role that asks for a second factor sets one up before anything else. */
export function SetUpFactor({ onDone, onLeave }: { onDone: (session: SessionView) => void; onLeave: () => void }) {
  const { t } = useLanguage()
  const s = t.secondFactor
  const [added, setAdded] = useState<FactorAdded | null>(null)
  const taken = (given: FactorAdded) => (given.recoveryCodes === null ? onDone(given.session) : setAdded(given))
  return (
    <GatePage key={added === null ? 'set-up' : 'codes'} title={added === null ? s.setUpTitle : s.added} lead={added === null ? s.setUpLead : ''} failed={false}>
      <Suspense fallback={<Loading rows={4} />}>
        {added === null ? <SetUpApp onAdded={taken} /> : <RecoveryCodes codes={added.recoveryCodes ?? []} onKept={() => onDone(added.session)} />}
      </Suspense>
      {added === null && passkeysWork ? <div className="gate-note"><p className="m">{t.passkeys.instead}</p><Suspense><AddPasskey onAdded={taken} /></Suspense></div> : null}
      {added === null ? <p className="gate-note"><button type="button" className="lk" onClick={onLeave}>{s.leave}</button></p> : null}
    </GatePage>
  )
}
