import { useEffect, useId, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { operations, type OwnAccess, type SessionView } from '@app/contracts'
import { call, connection } from '../api.js'
import { useLanguage } from '../language.js'
import { useOwnAccess } from '../own-access/own-access-queries.js'
import { Button } from '../parts/button.js'
import { Loading, Trouble, useTroubleText } from '../parts/feedback.js'
import { TextField } from '../parts/field.js'
import { FormErrors } from '../parts/form-errors.js'
import { useModal } from '../parts/modal.js'
import { fieldErrors } from '../problem.js'
import { PasskeyLeft, passkeysWork, signInByPasskey } from './passkeys.js'

/** Asks who is there where the API wants to know it anew; what was asked for is then done, without another click. */
export function ProofQuestion() {
  const [asked, setAsked] = useState<((isProved: boolean) => void) | null>(null)
  useEffect(() => {
    connection.askProof = () => new Promise((resolve) => setAsked(() => resolve))
    return () => {
      connection.askProof = () => Promise.resolve(false)
    }
  }, [])
  const end = (isProved: boolean) => {
    asked?.(isProved)
    setAsked(null)
  }
  return asked === null ? null : <Dialog onEnd={end} />
}

function Dialog({ onEnd }: { onEnd: (isProved: boolean) => void }) {
  const { t } = useLanguage()
  const p = t.proof
  const dialog = useModal()
  const id = useId()
  const { data: own, error, refetch } = useOwnAccess()
  return (
    <dialog ref={dialog} className="dlg" aria-labelledby={`${id}-h`} aria-describedby={`${id}-c`} onClose={() => onEnd(false)}>
      <h2 id={`${id}-h`}>{p.title}</h2>
      <p className="dlg-text" id={`${id}-c`}>{p.text}</p>
      {own === undefined ? (error === null ? <Loading rows={2} /> : <Trouble error={error} onRetry={() => void refetch()} />) : <Ways own={own} onEnd={onEnd} />}
    </dialog>
  )
}

/** The password, or else a code; beside it a passkey, where there is one. */
function Ways({ own, onEnd }: { own: OwnAccess; onEnd: (isProved: boolean) => void }) {
  const { t } = useLanguage()
  const p = t.proof
  const textOf = useTroubleText()
  const [typed, setTyped] = useState('')
  const done = ({ csrf }: SessionView) => {
    connection.csrf = csrf
    onEnd(true)
  }
  const byText = own.hasPassword ? 'password' : own.hasTotp ? 'code' : null
  const prove = useMutation({ mutationFn: () => call(operations.proveAgain, { body: byText === 'password' ? { password: typed, code: null } : { password: null, code: typed } }), onSuccess: done })
  const device = useMutation({ mutationFn: signInByPasskey, onSuccess: done })
  const hasPasskey = passkeysWork && own.passkeys.length > 0
  const pending = prove.isPending || device.isPending
  const trouble = [prove.error, device.error].find((error) => error !== null && Object.keys(fieldErrors(error)).length === 0)
  // The page below has fields of its own for passwords and codes: this one needs another id.
  const [sentence] = Object.values(fieldErrors(prove.error))
  return (
    <FormErrors value={sentence === undefined ? {} : { proof: sentence }}>
      <form className="gap" noValidate onSubmit={(event) => { event.preventDefault(); if (!pending && byText !== null) prove.mutate() }}>
        {byText === 'password' ? <TextField path="proof" label={p.password} type="password" autoComplete="current-password" value={typed} onChange={setTyped} />
          : byText === 'code' ? <TextField path="proof" label={p.code} width="w-l" inputMode="numeric" autoComplete="one-time-code" value={typed} onChange={setTyped} />
          : hasPasskey ? null : <p>{p.anew}</p>}
        {trouble ? <p className="fd-err" role="alert">{trouble instanceof PasskeyLeft ? t.passkeys.left : textOf(trouble)}</p> : null}
        <div className="dlg-acts">
          {byText === null ? null : <Button type="submit" rank="primary" pending={pending}>{p.go}</Button>}
          {hasPasskey ? <Button rank={byText === null ? 'primary' : 'secondary'} pending={pending} onClick={() => device.mutate()}>{p.passkey}</Button> : null}
          <Button onClick={() => onEnd(false)}>{t.cancel}</Button>
        </div>
      </form>
    </FormErrors>
  )
}
