import { useState } from 'react'
import { Link } from 'wouter'
import { useMutation } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { TextField } from '../parts/field.js'
import { ErrorSummary, FormErrors } from '../parts/form-errors.js'
import { fieldErrors, ProblemError } from '../problem.js'
import { GatePage } from './gate-page.js'

/** Behind the link of a letter: its token stands in the fragment of the address, which no server sees. */
export function ResetPassword() {
  const { t } = useLanguage()
  const [token] = useState(() => location.hash.slice(1))
  const [password, setPassword] = useState('')
  const choose = useMutation({ mutationFn: () => call(operations.resetPassword, { body: { token, password } }) })
  const back = <p className="gate-note"><Link href="/">{t.reset.back}</Link></p>
  const isGone = token === '' || (choose.error instanceof ProblemError && choose.error.status === 410)
  if (choose.isSuccess) return <GatePage key="done" title={t.reset.doneTitle} lead={t.reset.doneLead} failed={false}>{back}</GatePage>
  if (isGone) return <GatePage key="gone" title={t.reset.goneTitle} lead={t.reset.goneLead} failed>{back}</GatePage>
  return (
    <GatePage title={t.reset.chooseTitle} lead={t.reset.chooseLead} failed={choose.error !== null}>
      <FormErrors value={fieldErrors(choose.error)}>
        <ErrorSummary error={choose.error} />
        <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!choose.isPending) choose.mutate() }}>
          <TextField path="password" label={t.password.label} hint={t.password.hint} type="password" autoComplete="new-password" value={password} onChange={setPassword} />
          <div className="gate-go"><Button type="submit" rank="primary" pending={choose.isPending}>{choose.isPending ? t.form.pending : t.password.submit}</Button></div>
        </form>
      </FormErrors>
    </GatePage>
  )
}
