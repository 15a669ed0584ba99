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

/** Asks for a letter with a link. What it says afterwards does not depend on whether there is such an account. */
export function AskReset({ onBack }: { onBack: () => void }) {
  const { t } = useLanguage()
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => call(operations.askReset, { body: { email } }) })
  const back = <p className="gate-note"><button type="button" className="lk" onClick={onBack}>{t.reset.back}</button></p>
  if (ask.isSuccess) return <GatePage key="sent" title={t.reset.sentTitle} lead={t.reset.sentLead} failed={false}>{back}</GatePage>
  return (
    <GatePage title={t.reset.title} lead={t.reset.lead} failed={ask.error !== null}>
      <FormErrors value={fieldErrors(ask.error)}>
        <ErrorSummary error={ask.error} />
        <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!ask.isPending) ask.mutate() }}>
          <TextField path="email" label={t.signIn.email} type="email" autoComplete="username" value={email} onChange={setEmail} />
          <div className="gate-go"><Button type="submit" rank="primary" pending={ask.isPending}>{t.reset.submit}</Button></div>
        </form>
      </FormErrors>
      {back}
    </GatePage>
  )
}
