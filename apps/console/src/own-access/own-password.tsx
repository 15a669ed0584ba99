import { useState } from 'react'
import { useLanguage } from '../language.js'
import { TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useChangePassword } from './own-access-queries.js'

const EMPTY = { current: '', password: '' }

/** Changes the password, with the present one. */
export function OwnPassword({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useLanguage()
  const o = t.ownAccess
  const [form, setForm] = useState(EMPTY)
  const change = useChangePassword()
  const say = useToast()
  return (
    <div className="grp">
      <FormShell
        error={change.error} pending={change.isPending} submit={o.change} dirty={form.current !== '' || form.password !== ''}
        onSubmit={() => afterwards(change.mutateAsync({ current: hasPassword ? form.current : null, password: form.password }), () => { say(o.changed); setForm(EMPTY) })}
      >
        <FormPart title={o.passwordTitle} hint={hasPassword ? o.passwordHint : o.passwordNone}>
          {hasPassword ? <TextField path="current" label={o.current} width="w-l" type="password" autoComplete="current-password" value={form.current} onChange={(current) => setForm((before) => ({ ...before, current }))} /> : null}
          <TextField path="password" label={t.password.label} hint={t.password.hint} width="w-l" type="password" autoComplete="new-password" value={form.password} onChange={(password) => setForm((before) => ({ ...before, password }))} />
        </FormPart>
      </FormShell>
    </div>
  )
}
