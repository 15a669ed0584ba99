import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { FactorAdded } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Trouble } from '../parts/feedback.js'
import { TextField } from '../parts/field.js'
import { FormErrors } from '../parts/form-errors.js'
import { fieldErrors } from '../problem.js'
import { PasskeyLeft, addPasskey } from '../session/passkeys.js'

/** Has the device make a passkey, under a name by which it is recognised later. */
export function AddPasskey({ onAdded }: { onAdded: (added: FactorAdded) => void }) {
  const { t } = useLanguage()
  const p = t.passkeys
  const [label, setLabel] = useState('')
  const add = useMutation({
    mutationFn: () => addPasskey(label),
    onSuccess: (added) => {
      setLabel('')
      onAdded(added)
    },
  })
  const sentence = fieldErrors(add.error)['response']
  return (
    <FormErrors value={fieldErrors(add.error)}>
      <form className="fo-c" noValidate onSubmit={(event) => { event.preventDefault(); if (!add.isPending) add.mutate() }}>
        <TextField path="label" label={p.label} hint={p.labelHint} width="w-l" value={label} onChange={setLabel} />
        {add.error === null ? null : add.error instanceof PasskeyLeft || sentence !== undefined ? <p className="fd-err" role="alert">{sentence ?? p.left}</p> : <Trouble error={add.error} />}
        <p className="gap"><Button type="submit" small pending={add.isPending}>{p.add}</Button></p>
      </form>
    </FormErrors>
  )
}
