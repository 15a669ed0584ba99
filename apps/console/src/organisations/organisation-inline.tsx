import { useEffect, useRef, useState } from 'react'
import type { OrganisationView } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { useTroubleText } from '../parts/feedback.js'
import { fieldErrors } from '../problem.js'
import { useCreateOrganisation } from '../queries.js'
import { Icon } from '@app/ui'

/** Creates an organisation by name in the middle of another form; its texts follow later. Enter creates it and does not send the form around. */
export function OrganisationInline({ onDone, onCancel }: { onDone: (organisation: OrganisationView) => void; onCancel: () => void }) {
  const { t } = useLanguage()
  const textOf = useTroubleText()
  const [name, setName] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const save = useCreateOrganisation()
  useEffect(() => input.current?.focus(), [])
  const create = () => {
    if (!save.isPending) save.mutate({ name, host: {} }, { onSuccess: onDone })
  }
  const sentence = save.error === null ? undefined : (fieldErrors(save.error)['name'] ?? textOf(save.error))
  return (
    <fieldset className="inl">
      <legend className="vh">{t.eventForm.newOrganisation}</legend>
      <div className={`fd${sentence === undefined ? '' : ' is-bad'}`}>
        <label htmlFor="inline-name">{t.organisation.name}</label>
        <p className="fd-hint" id="inline-name-hint">{t.organisation.inlineHint}</p>
        <input
          ref={input} id="inline-name" className="in" value={name} aria-invalid={sentence === undefined ? undefined : true} aria-describedby="inline-name-hint inline-name-err"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            create()
          }}
        />
        <p className="fd-err" id="inline-name-err" role="alert">{sentence === undefined ? null : <><Icon name="alert" /> {sentence}</>}</p>
      </div>
      <p className="acts-row">
        <Button small pending={save.isPending} onClick={create}>{save.isPending ? t.form.pending : t.organisation.create}</Button>
        <Button rank="tertiary" small onClick={onCancel}>{t.cancel}</Button>
      </p>
    </fieldset>
  )
}
