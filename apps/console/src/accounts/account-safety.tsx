import { useState } from 'react'
import type { AccountView } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useProviderName } from '../session/oidc-button.js'
import { useEndSessions, useRemoveOidc, useResetFactors } from './account-queries.js'

/** For a colleague whose device or phone is lost: ends sessions, resets second factors, unbinds from the provider. */
export function AccountSafety({ account }: { account: AccountView }) {
  const { t } = useLanguage()
  const { accounts: a, secondFactor: s, oidc: o } = t
  const provider = useProviderName() ?? o.someName
  const end = useEndSessions(account.id)
  const reset = useResetFactors(account.id)
  const unbind = useRemoveOidc(account.id)
  if (account.hasMore || account.state !== 'active') return null
  return (
    <>
      <Step id="h-e" title={a.endTitle} text={a.endText} action={a.end} ask={a.endAsk(account.name)} consequences={a.endSays} done={a.ended(account.name)} write={end} />
      {account.hasSecondFactor ? (
        <Step
          id="h-f" title={s.resetTitle} text={s.resetText} action={s.reset} ask={s.resetAsk(account.name)} consequences={account.hasOidc ? [...s.resetSays, o.resetSays(provider)] : s.resetSays} done={s.resetDone(account.name)} write={reset}
        />
      ) : null}
      {account.hasOidc ? (
        <Step
          id="h-u" title={o.ofTitle(provider)} text={o.ofText(provider)} action={o.remove} ask={o.ofAsk(account.name)} consequences={o.ofSays} done={o.ofDone(account.name)} write={unbind}
        />
      ) : null}
    </>
  )
}

interface StepTexts {
  id: string
  title: string
  text: string
  action: string
  ask: string
  consequences: readonly string[]
  done: string
}

function Step({ id, title, text, action, ask, consequences, done, write }: StepTexts & { write: ReturnType<typeof useEndSessions> }) {
  const { t } = useLanguage()
  const [asks, setAsks] = useState(false)
  const say = useToast()
  const leave = () => {
    setAsks(false)
    write.reset()
  }
  return (
    <section className="sec grp" aria-labelledby={id}>
      <header><h2 id={id}>{title}</h2></header>
      <p className="m">{text}</p>
      <p className="gap"><Button small onClick={() => setAsks(true)}>{action}</Button></p>
      {asks ? (
        <Confirm
          title={ask} consequences={consequences} action={action} pending={write.isPending} error={write.error} reasonLabel={t.accounts.reason}
          reasonHint={t.accounts.reasonHint} needsReason onClose={leave} onConfirm={(reason) => afterwards(write.mutateAsync(reason), () => { say(done); leave() })}
        />
      ) : null}
    </section>
  )
}
