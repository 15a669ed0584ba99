import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { TextField } from '../parts/field.js'
import { ErrorSummary, FormErrors } from '../parts/form-errors.js'
import { fieldErrors } from '../problem.js'
import { GatePage } from './gate-page.js'
import { BindOidcButton, useProviderName } from './oidc-button.js'
import { OidcNotice } from './oidc-notice.js'
import { takeOidcEnd } from './oidc.js'

/** After the first sign-in by a one-time link: the account needs a password of its own, or is bound to the provider. */
export function ChoosePassword({ email, onDone }: { email: string; onDone: () => void }) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const [oidcEnd] = useState(takeOidcEnd)
  const provider = useProviderName()
  const choose = useMutation({ mutationFn: () => call(operations.setPassword, { body: { password, current: null } }), onSuccess: onDone })
  return (
    <GatePage title={t.password.title} lead={t.password.lead(email)} failed={choose.error !== null || oidcEnd !== null}>
      {choose.error === null ? <OidcNotice end={oidcEnd} /> : null}
      <FormErrors value={fieldErrors(choose.error)}>
        <ErrorSummary error={choose.error} />
        <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!choose.isPending) choose.mutate() }}>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField path="password" label={t.password.label} hint={t.password.hint} type="password" autoComplete="new-password" value={password} onChange={setPassword} />
          <div className="gate-go"><Button type="submit" rank="primary" pending={choose.isPending}>{choose.isPending ? t.form.pending : t.password.submit}</Button></div>
        </form>
      </FormErrors>
      {provider === null ? null : <div className="gate-note"><p className="m">{t.oidc.instead}</p><BindOidcButton name={provider} /></div>}
    </GatePage>
  )
}
