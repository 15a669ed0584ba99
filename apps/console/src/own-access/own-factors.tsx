import { useState } from 'react'
import type { FactorAdded, OwnAccess } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { Trouble } from '../parts/feedback.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useReadAnew, useRemoveTotp, useRenewCodes } from './own-access-queries.js'
import { OwnPasskeys } from './own-passkeys.js'
import { RecoveryCodes } from './recovery-codes.js'
import { SetUpApp } from './set-up-app.js'

/** The app for codes, the recovery codes and the passkeys. */
export function OwnFactors({ own }: { own: OwnAccess }) {
  const { t } = useLanguage()
  const s = t.secondFactor
  const [sets, setSets] = useState(false)
  const [asks, setAsks] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const remove = useRemoveTotp()
  const renew = useRenewCodes()
  const readAnew = useReadAnew()
  const say = useToast()
  const leave = () => {
    setAsks(false)
    remove.reset()
  }
  const taken = ({ recoveryCodes }: FactorAdded, done: string) => {
    setSets(false)
    setCodes(recoveryCodes)
    say(done)
    readAnew()
  }
  return (
    <>
      <section className="sec grp" aria-labelledby="h-f">
        <header><h2 id="h-f">{s.title}</h2></header>
        <p className="m">{own.mayDoWithoutFactor ? s.hintFree : s.hintNeeded}</p>
        <ul className="dec acc-l">
          <li>
            <div><b>{s.appTitle}</b><small>{s.appSays} {own.hasTotp ? s.appIsSet : s.appNotSet}</small></div>
            {own.hasTotp ? <Button small onClick={() => setAsks(true)}>{s.remove}</Button> : sets ? null : <Button small onClick={() => setSets(true)}>{s.setUp}</Button>}
          </li>
        </ul>
        {sets ? <SetUpApp onCancel={() => setSets(false)} onAdded={(added) => taken(added, s.added)} /> : null}
        {codes === null ? null : <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
        {codes !== null || !own.hasSecondFactor ? null : (
          <p className="gap">
            {s.codesLeft(own.recoveryCodesLeft)}{' '}
            <Button small pending={renew.isPending} onClick={() => afterwards(renew.mutateAsync(), ({ recoveryCodes }) => setCodes(recoveryCodes))}>{s.codesRenew}</Button>
          </p>
        )}
        {renew.error === null ? null : <Trouble error={renew.error} />}
        {asks ? (
          <Confirm
            title={s.removeAsk} consequences={s.removeSays} action={s.remove} pending={remove.isPending} error={remove.error} onClose={leave}
            onConfirm={() => afterwards(remove.mutateAsync(), () => { say(s.removed); leave() })}
          />
        ) : null}
      </section>
      <OwnPasskeys passkeys={own.passkeys} onAdded={(added) => taken(added, t.passkeys.added)} />
    </>
  )
}
