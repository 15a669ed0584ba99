import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { LANGUAGES, type Language } from '@app/contracts'
import { useLanguage } from '../language.js'
import { RadioField, TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useMay } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'
import { useInvite } from './account-queries.js'
import { EMPTY_ROLE, RoleFields, roleSent, type RoleForm } from './role-fields.js'

/** Invites a colleague by mail, with a first role. */
export function AccountInvite() {
  return useMay()('access.manage') ? <InviteForm /> : <NoRight />
}

interface Form {
  name: string
  email: string
  language: Language
  role: RoleForm
}

function InviteForm() {
  const { t, v, language } = useLanguage()
  const a = t.accounts
  const [opened] = useState<Form>(() => ({ name: '', email: '', language, role: EMPTY_ROLE }))
  const [form, setForm] = useState(opened)
  const invite = useInvite()
  const say = useToast()
  const [, navigate] = useLocation()
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  return (
    <>
      <PageHead title={a.invite} kicker={<Link href="/zugaenge">{t.nav.accounts}</Link>} failed={invite.error !== null} />
      <FormShell
        error={invite.error} pending={invite.isPending} submit={a.send} dirty={JSON.stringify(form) !== JSON.stringify(opened) && !invite.isSuccess}
        onCancel={() => navigate('/zugaenge')}
        onSubmit={() => afterwards(invite.mutateAsync({ ...form, role: roleSent(form.role) }), ({ id, name }) => { say(a.invitedDone(name)); navigate(`/zugaenge/${id}`) })}
      >
        <FormPart title={a.whoTitle}>
          <TextField path="name" label={a.name} hint={a.nameHint} width="w-l" value={form.name} onChange={(name) => set({ name })} required />
          <TextField path="email" label={a.email} hint={a.emailHint} width="w-l" type="email" inputMode="email" value={form.email} onChange={(email) => set({ email })} required />
          <RadioField path="language" legend={a.language} value={form.language} options={LANGUAGES.map((key) => [key, v.languages[key]] as const)} onChange={(chosen) => set({ language: chosen })} />
        </FormPart>
        <FormPart title={a.roleTitle} hint={a.roleHint}>
          <RoleFields at="role/" form={form.role} onChange={(change) => set({ role: { ...form.role, ...change } })} />
        </FormPart>
      </FormShell>
    </>
  )
}
