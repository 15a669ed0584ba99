import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useCreateEvent, useFormats } from '../queries.js'
import { useMay } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'
import { EventFormFields } from './event-form.js'
import { emptyForm, inputOf, withFirstRows, withoutEmptyRows, type EventForm } from './form-state.js'

/** A new event from a format. It starts as a draft that nobody outside sees. */
export function EventCreate() {
  return useMay()('programme.write') ? <CreateForm /> : <NoRight />
}

function CreateForm() {
  const { t } = useLanguage()
  const { data: formats, error, refetch } = useFormats()
  const [form, setForm] = useState<EventForm>(emptyForm)
  const [touched, setTouched] = useState(false)
  const create = useCreateEvent()
  const say = useToast()
  const [, navigate] = useLocation()
  return (
    <>
      <PageHead title={t.eventForm.createTitle} kicker={<Link href="/">{t.nav.events}</Link>} failed={create.error !== null} />
      {formats === undefined ? (error === null ? <Loading rows={10} /> : <Trouble error={error} onRetry={() => void refetch()} />) : (
        <FormShell
          error={create.error} pending={create.isPending} submit={t.eventForm.create} note={t.eventForm.createNote} dirty={touched && !create.isSuccess}
          onCancel={() => navigate('/')}
          onSubmit={() => {
            const sent = withoutEmptyRows(form)
            setForm(withFirstRows(sent))
            afterwards(create.mutateAsync(inputOf(sent)), (event) => {
              say(t.eventForm.created(event.title))
              navigate(`/veranstaltungen/${event.id}`)
            })
          }}
        >
          <EventFormFields
            form={form} formats={formats}
            onChange={(change) => {
              setTouched(true)
              setForm((before) => ({ ...before, ...change }))
            }}
          />
        </FormShell>
      )}
    </>
  )
}
