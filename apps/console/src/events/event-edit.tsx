import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { STATES_IN_CALENDARS, type EventDetail, type EventPatchSent } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { countOf } from '../participants/views.js'
import { useEvent, useUpdateEvent } from '../queries.js'
import { EventFormFields } from './event-form.js'
import { formOf, isForCalendars, patchOf, withFirstRows, withoutEmptyRows, type EventForm } from './form-state.js'
import { isOtherNumber, TellPeople } from './tell-people.js'
import { tellingOfChange } from './telling.js'

/** Changes the facts of an event; only what was changed is sent. */
export function EventEdit({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return <EditForm event={event} />
}

function EditForm({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  // The event as it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened] = useState<EventForm>(() => formOf(event))
  const [form, setForm] = useState<EventForm>(opened)
  const [asked, setAsked] = useState<EventPatchSent | null>(null)
  const update = useUpdateEvent(event.id)
  const say = useToast()
  const [, navigate] = useLocation()
  const refused = isOtherNumber(update.error) ? null : update.error
  const home = `/veranstaltungen/${event.id}`
  const changed = Object.keys(patchOf(opened, withoutEmptyRows(form)))
  // Where nobody outside knows of the event yet and nobody has a place, there is nothing to ask.
  const mayTell = STATES_IN_CALENDARS.includes(event.state) && (event.state !== 'planned' || countOf(event.counts, 'confirmed') > 0)
  const asksFirst = mayTell && isForCalendars(opened, withoutEmptyRows(form))
  const save = (patch: EventPatchSent) =>
    update.mutateAsync(patch).then(
      (saved) => {
        setAsked(null)
        say(t.eventForm.saved(saved.title))
        navigate(home)
      },
      // Any other refusal is said at the form, where it can be seen to.
      (error: unknown) => {
        if (!isOtherNumber(error)) setAsked(null)
      },
    )
  return (
    <>
      <PageHead title={t.eventForm.editTitle} tabTitle={`${t.eventForm.editTitle}: ${event.title}`} kicker={<Link href={home}>{event.title}</Link>} failed={refused !== null} />
      <FormShell
        error={refused} pending={update.isPending} submit={t.form.save} dirty={changed.length > 0 && !update.isSuccess}
        note={changed.length === 0 ? t.form.unchanged : asksFirst ? t.tell.editNote : t.form.changedCount(changed.length)}
        onCancel={() => navigate(home)}
        onSubmit={() => {
          const sent = withoutEmptyRows(form)
          setForm(withFirstRows(sent))
          const patch = patchOf(opened, sent)
          if (Object.keys(patch).length === 0) return navigate(home)
          if (asksFirst) setAsked(patch)
          else void save(patch)
        }}
      >
        <EventFormFields form={form} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
      </FormShell>
      {asked === null ? null : (
        <TellPeople
          eventId={event.id} title={t.tell.editAsk(event.title)} tellingOf={(audience) => tellingOfChange(audience, form.days.some(({ date }) => date !== ''), t)}
          act={t.tell.editAct} plainAct={t.form.save} pending={update.isPending} error={update.error}
          onClose={() => {
            setAsked(null)
            update.reset()
          }}
          onConfirm={(expectedTold) => void save({ ...asked, expectedTold })}
        />
      )}
    </>
  )
}
