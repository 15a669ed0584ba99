import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { operations, type SessionView } from '@app/contracts'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { TextField } from '../parts/field.js'
import { ErrorSummary, FormErrors } from '../parts/form-errors.js'
import { fieldErrors } from '../problem.js'
import { GatePage } from './gate-page.js'
import { PasskeyButton } from './passkey-button.js'

/** The second step of signing in. */
export function GiveFactor({ onGiven, onLeave }: { onGiven: (session: SessionView) => void; onLeave: () => void }) {
  const { t } = useLanguage()
  const s = t.secondFactor
  const [code, setCode] = useState('')
  const give = useMutation({ mutationFn: () => call(operations.giveSecondFactor, { body: { code } }), onSuccess: onGiven })
  return (
    <GatePage title={s.giveTitle} lead={s.giveLead} failed={give.error !== null}>
      <FormErrors value={fieldErrors(give.error)}>
        <ErrorSummary error={give.error} />
        <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!give.isPending) give.mutate() }}>
          <TextField path="code" label={s.code} autoComplete="one-time-code" value={code} onChange={setCode} />
          <div className="gate-go"><Button type="submit" rank="primary" pending={give.isPending}>{s.give}</Button></div>
        </form>
      </FormErrors>
      <PasskeyButton onSignedIn={onGiven} />
      <p className="gate-note"><button type="button" className="lk" onClick={onLeave}>{s.leave}</button></p>
    </GatePage>
  )
}
