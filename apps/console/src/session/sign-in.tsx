import { useEffect, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { operations, type OidcEnd, type SessionView } from '@app/contracts'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { useTroubleText } from '../parts/feedback.js'
import { TextField } from '../parts/field.js'
import { Icon } from '@app/ui'
import { ProblemError } from '../problem.js'
import { AskReset } from './ask-reset.js'
import { GatePage } from './gate-page.js'
import { OidcButton } from './oidc-button.js'
import { OidcNotice } from './oidc-notice.js'
import { takeOidcEnd } from './oidc.js'
import { PasskeyButton } from './passkey-button.js'

/** Address and password. An unknown address and a wrong password read the same. */
export function SignIn({ expired, onSignedIn }: { expired: boolean; onSignedIn: (session: SessionView) => void }) {
  const [forgotten, setForgotten] = useState(false)
  const [oidcEnd] = useState(takeOidcEnd)
  return forgotten ? <AskReset onBack={() => setForgotten(false)} /> : <ByPassword expired={expired} oidcEnd={oidcEnd} onSignedIn={onSignedIn} onForgotten={() => setForgotten(true)} />
}

function ByPassword({ expired, oidcEnd, onSignedIn, onForgotten }: { expired: boolean; oidcEnd: OidcEnd | null; onSignedIn: (session: SessionView) => void; onForgotten: () => void }) {
  const { t } = useLanguage()
  const textOf = useTroubleText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const alert = useRef<HTMLDivElement>(null)
  const signIn = useMutation({ mutationFn: () => call(operations.signIn, { body: { email, password } }), onSuccess: onSignedIn })
  const { error, isPending } = signIn
  useEffect(() => {
    if (error !== null) alert.current?.focus()
  }, [error])
  const refused = error instanceof ProblemError && (error.status === 401 || error.status === 422)
  return (
    <GatePage title={t.signIn.title} lead={expired ? t.signIn.expired : t.signIn.lead} failed={error !== null || oidcEnd !== null}>
      {error === null ? <OidcNotice end={oidcEnd} /> : (
        <div ref={alert} className="esum esum--d" role="alert" tabIndex={-1}>
          <p className="st st--bad"><Icon name="alert" />{refused ? t.signIn.wrong : textOf(error)}</p>
        </div>
      )}
      <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!isPending) signIn.mutate() }}>
        <TextField path="email" label={t.signIn.email} type="email" autoComplete="username" value={email} onChange={setEmail} />
        <TextField path="password" label={t.signIn.password} type="password" autoComplete="current-password" value={password} onChange={setPassword} />
        <div className="gate-go"><Button type="submit" rank="primary" pending={isPending}>{isPending ? t.signIn.pending : t.signIn.submit}</Button></div>
      </form>
      <OidcButton />
      <PasskeyButton onSignedIn={onSignedIn} />
      <p className="gate-note"><button type="button" className="lk" onClick={onForgotten}>{t.signIn.forgotten}</button></p>
    </GatePage>
  )
}
