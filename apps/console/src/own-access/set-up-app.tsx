import { useEffect, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { operations, type FactorAdded } from '@app/contracts'
import { call, connection } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { TextField } from '../parts/field.js'
import { ErrorSummary, FormErrors } from '../parts/form-errors.js'
import { fieldErrors } from '../problem.js'
import { QrPicture } from './qr-picture.js'

/** Picture and key for an app, and its first code. */
export function SetUpApp({ onAdded, onCancel }: { onAdded: (added: FactorAdded) => void; onCancel?: () => void }) {
  const { t } = useLanguage()
  const s = t.secondFactor
  const [code, setCode] = useState('')
  const offer = useMutation({ mutationFn: () => call(operations.offerTotp, {}) })
  const { mutate: begin } = offer
  useEffect(() => begin(), [begin])
  const confirm = useMutation({
    mutationFn: (pending: string) => call(operations.confirmTotp, { body: { pending, code } }),
    onSuccess: (added) => {
      connection.csrf = added.session.csrf
      onAdded(added)
    },
  })
  const { data } = offer
  if (data === undefined) return offer.error === null ? <Loading rows={4} /> : <Trouble error={offer.error} onRetry={() => begin()} />
  return (
    <FormErrors value={fieldErrors(confirm.error)}>
      <ErrorSummary error={confirm.error} />
      <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!confirm.isPending) confirm.mutate(data.pending) }}>
        <p className="m">{s.scan}</p>
        <QrPicture text={data.address} label={s.picture} />
        <p className="seed">{s.seed}: <code>{data.seed.replace(/.{4}(?=.)/g, '$& ')}</code></p>
        <TextField path="code" label={s.firstCode} width="w-l" inputMode="numeric" autoComplete="one-time-code" value={code} onChange={setCode} />
        <div className="gate-go acts">
          <Button type="submit" rank="primary" pending={confirm.isPending}>{s.confirm}</Button>
          {onCancel === undefined ? null : <Button onClick={onCancel}>{t.cancel}</Button>}
        </div>
      </form>
    </FormErrors>
  )
}
