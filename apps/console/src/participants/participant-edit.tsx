import { useEffect, useRef, useState } from 'react'
import type { EventDetail, ParticipantRow } from '@app/contracts'
import { useLanguage } from '../language.js'
import { FormShell } from '../parts/form-shell.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useEditParticipant } from '../queries.js'
import { fullName } from './person-words.js'
import { PersonFields, personFormOf, type PersonForm } from './person-fields.js'

/** Corrects the data of a person, in the panel. */
export function ParticipantEdit({ event, person, onDone }: { event: EventDetail; person: ParticipantRow; onDone: () => void }) {
  const { t } = useLanguage()
  const p = t.person
  // As it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened] = useState(() => personFormOf(person))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [form, setForm] = useState<PersonForm>(opened)
  const edit = useEditParticipant(event.id)
  const say = useToast()
  const changed = (Object.keys(opened) as (keyof PersonForm)[]).filter((key) => form[key] !== opened[key])
  const note = changed.length === 0 ? t.form.unchanged : !changed.includes('email') ? t.form.changedCount(changed.length) : form.email.trim() === '' ? p.editNoMail : p.editMail
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>{p.editTitle}</h3>
      <FormShell
        error={edit.error} pending={edit.isPending} submit={t.form.save} dirty={changed.length > 0 && !edit.isSuccess} note={note} onCancel={onDone}
        onSubmit={() => {
          if (changed.length === 0) return onDone()
          afterwards(edit.mutateAsync({ participantId: person.id, body: form }), (saved) => {
            say(p.edited(fullName(saved)))
            onDone()
          })
        }}
      >
        <PersonFields event={event} form={form} set={(change) => setForm((before) => ({ ...before, ...change }))} />
      </FormShell>
    </>
  )
}
