import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { EventDetail, EventState } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { countOf } from '../participants/views.js'
import { afterwards, useEvent, useUpdateEvent } from '../queries.js'
import { EventFormFields } from './event-form.js'
import { formOf, patchOf, withFirstRows, withoutEmptyRows, type EventForm } from './form-state.js'

/** Changes the facts of an event; only what was changed is sent. */
export function EventEdit({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return <EditForm event={event} />
}

const WITH_CALENDAR: readonly EventState[] = ['planned', 'save_the_date', 'inviting', 'closed', 'running']

function EditForm({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  // The event as it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened] = useState<EventForm>(() => formOf(event))
  const [form, setForm] = useState<EventForm>(opened)
  const update = useUpdateEvent(event.id)
  const say = useToast()
  const [, navigate] = useLocation()
  const home = `/veranstaltungen/${event.id}`
  const changed = Object.keys(patchOf(opened, withoutEmptyRows(form)))
  const told = countOf(event.counts, 'confirmed')
  const tellsPeople = WITH_CALENDAR.includes(event.state) && told > 0 && ['title', 'days', 'timeZone', 'venue', 'onlineUrl', 'mode'].some((name) => changed.includes(name))
  return (
    <>
      <PageHead title={t.eventForm.editTitle} tabTitle={`${t.eventForm.editTitle}: ${event.title}`} kicker={<Link href={home}>{event.title}</Link>} failed={update.error !== null} />
      <FormShell
        error={update.error} pending={update.isPending} submit={t.form.save} dirty={changed.length > 0 && !update.isSuccess}
        note={changed.length === 0 ? t.form.unchanged : tellsPeople ? t.eventForm.tells(told) : t.form.changedCount(changed.length)}
        onCancel={() => navigate(home)}
        onSubmit={() => {
          const sent = withoutEmptyRows(form)
          setForm(withFirstRows(sent))
          const patch = patchOf(opened, sent)
          if (Object.keys(patch).length === 0) return navigate(home)
          afterwards(update.mutateAsync(patch), (saved) => {
            say(t.eventForm.saved(saved.title))
            navigate(home)
          })
        }}
      >
        <EventFormFields form={form} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
      </FormShell>
    </>
  )
}
