import { useState } from 'react'
import { Link } from 'wouter'
import type { AccountView, RoleView } from '@app/contracts'
import { StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { Email } from '../parts/email.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useProviderName } from '../session/oidc-button.js'
import { useAccounts, useCloseAccount, useGiveRole, useRenewInvitation, useRevokeRole } from './account-queries.js'
import { AccountSafety } from './account-safety.js'
import { seenOf, stateOf, whereOf } from './account-words.js'
import { EMPTY_ROLE, RoleFields, roleSent } from './role-fields.js'

/** One person with access: roles given and revoked, the invitation, the end. */
export function AccountPage({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data, error, refetch } = useAccounts()
  if (data === undefined) {
    return error === null ? <Loading rows={8} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  const account = data.find((one) => one.id === id)
  if (account === undefined) return <><PageHead title={t.notFound.title} /><Empty title={t.accounts.gone}>{t.notFound.text}</Empty></>
  return <Account account={account} />
}

function Account({ account }: { account: AccountView }) {
  const { t, language } = useLanguage()
  const a = t.accounts
  const provider = useProviderName() ?? t.oidc.someName
  const renew = useRenewInvitation(account.id)
  const say = useToast()
  return (
    <>
      <PageHead
        title={account.name} kicker={<Link href="/zugaenge">{t.nav.accounts}</Link>}
        facts={<><StateGlyph {...stateOf(account, language, t)} /><span><Email address={account.email} /></span><span>{a.lastSeen}: {seenOf(account, language, t)}</span><span>{account.hasSecondFactor ? t.secondFactor.on : t.secondFactor.off}</span>{account.hasOidc ? <span>{t.oidc.account(provider)}</span> : null}</>}
        actions={account.state === 'invited' ? <Button icon="mail" pending={renew.isPending} onClick={() => renew.mutate(undefined, { onSuccess: ({ name }) => say(a.renewed(name)) })}>{a.renew}</Button> : undefined}
      />
      {renew.error === null ? null : <Trouble error={renew.error} />}
      {account.state === 'closed' ? null : <><Roles account={account} /><div className="grp"><GiveRole account={account} /></div><AccountSafety account={account} /><Close account={account} /></>}
    </>
  )
}

function Roles({ account }: { account: AccountView }) {
  const { t, v, language } = useLanguage()
  const a = t.accounts
  const [asked, setAsked] = useState<RoleView | null>(null)
  const revoke = useRevokeRole(account.id)
  const say = useToast()
  const close = () => {
    setAsked(null)
    revoke.reset()
  }
  return (
    <section className="sec" aria-labelledby="h-r">
      <header><h2 id="h-r">{a.roles}</h2></header>
      {account.roles.length === 0 && !account.hasMore ? <Empty title={a.noRolesTitle}>{a.noRoles}</Empty> : (
        <ul className="dec acc-l">
          {account.roles.map((role) => (
            <li key={role.id}>
              <div><b>{v.roles[role.role]}</b><small>{whereOf(role, language, t, v)}</small></div>
              <Button small aria-label={a.revokeLabel(v.roles[role.role], whereOf(role, language, t, v))} onClick={() => setAsked(role)}>{a.revoke}</Button>
            </li>
          ))}
          {account.hasMore ? <li className="m">{a.more}</li> : null}
        </ul>
      )}
      {asked === null ? null : (
        <Confirm
          title={a.revokeAsk(v.roles[asked.role], account.name)} consequences={[a.revokeSays(whereOf(asked, language, t, v)), a.revokeAtOnce]} action={a.revoke}
          pending={revoke.isPending} error={revoke.error} reasonLabel={a.reason} reasonHint={a.reasonHint} needsReason onClose={close}
          onConfirm={(reason) => afterwards(revoke.mutateAsync({ grantId: asked.id, reason }), () => { say(a.revoked(v.roles[asked.role], account.name)); close() })}
        />
      )}
    </section>
  )
}

function GiveRole({ account }: { account: AccountView }) {
  const { t, v } = useLanguage()
  const a = t.accounts
  const [form, setForm] = useState({ ...EMPTY_ROLE, reason: '' })
  const give = useGiveRole(account.id)
  const say = useToast()
  const isEmpty = Object.values(form).every((value) => value === '')
  return (
    <FormShell
      error={give.error} pending={give.isPending} submit={a.give} dirty={!isEmpty}
      onSubmit={() => afterwards(give.mutateAsync({ ...roleSent(form), reason: form.reason }), () => {
        if (form.role !== '') say(a.given(v.roles[form.role], account.name))
        setForm({ ...EMPTY_ROLE, reason: '' })
      })}
    >
      <FormPart title={a.giveTitle} hint={a.giveHint}>
        <RoleFields form={form} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
        <TextField path="reason" label={a.reason} hint={a.reasonHint} value={form.reason} onChange={(reason) => setForm((before) => ({ ...before, reason }))} required />
      </FormPart>
    </FormShell>
  )
}

function Close({ account }: { account: AccountView }) {
  const { t } = useLanguage()
  const a = t.accounts
  const [asks, setAsks] = useState(false)
  const close = useCloseAccount(account.id)
  const say = useToast()
  const leave = () => {
    setAsks(false)
    close.reset()
  }
  return (
    <section className="sec grp" aria-labelledby="h-c">
      <header><h2 id="h-c">{a.closeTitle}</h2></header>
      <p className="m">{account.hasMore ? a.closeElsewhere : a.closeText}</p>
      {account.hasMore ? null : <p className="gap"><Button small icon="lock" onClick={() => setAsks(true)}>{a.close}</Button></p>}
      {asks ? (
        <Confirm
          title={a.closeAsk(account.name)} consequences={a.closeSays} action={a.close} pending={close.isPending} error={close.error}
          reasonLabel={a.reason} reasonHint={a.reasonHint} needsReason onClose={leave}
          onConfirm={(reason) => afterwards(close.mutateAsync(reason), () => { say(a.closedDone(account.name)); leave() })}
        />
      ) : null}
    </section>
  )
}
