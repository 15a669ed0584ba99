import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { EventDetail, EventQuestions } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useAddParticipant, useEvent } from '../queries.js'
import { useQuestions } from '../questions/question-queries.js'
import { NoRight } from '../shell/no-right.js'
import { EMPTY_ADDRESS, writeAddress } from './address.js'
import { AnswerFields } from './answer-fields.js'
import { answersSent, EMPTY_ANSWERS } from './answer-form.js'
import { EMPTY_PERSON, PersonFields } from './person-fields.js'
import { fullName, outcomeOf } from './person-words.js'
import { countOf } from './views.js'

/** Registers a person by hand: somebody called, or wrote a letter. */
export function ParticipantAdd({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error: noEvent, refetch: readEvent } = useEvent(id)
  const { data: asks, error: noQuestions, refetch } = useQuestions(id)
  const error = noEvent ?? noQuestions
  if (event === undefined || asks === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => { void readEvent(); void refetch() }} /></>
  }
  return event.may.includes('people.write') ? <AddForm event={event} asks={asks} /> : <NoRight />
}

function AddForm({ event, asks }: { event: EventDetail; asks: EventQuestions }) {
  const { t, v } = useLanguage()
  const p = t.person
  const [form, setForm] = useState(EMPTY_PERSON)
  const [answers, setAnswers] = useState(EMPTY_ANSWERS)
  const add = useAddParticipant(event.id)
  const say = useToast()
  const [, navigate] = useLocation()
  const people = `/veranstaltungen/${event.id}/personen`
  const outcome = outcomeOf({ ...event, waiting: countOf(event.counts, 'waiting') }, t)
  return (
    <>
      <PageHead title={p.addTitle} tabTitle={`${p.addTitle}: ${event.title}`} kicker={<><Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link> · <Link href={people}>{t.nav.people}</Link></>} failed={add.error !== null} />
      <FormShell
        error={add.error} pending={add.isPending} submit={p.add} dirty={JSON.stringify([form, answers]) !== JSON.stringify([EMPTY_PERSON, EMPTY_ANSWERS]) && !add.isSuccess}
        note={form.email.trim() === '' ? p.addNoMail : outcome} onCancel={() => navigate(people)}
        onSubmit={() =>
          afterwards(add.mutateAsync({ ...form, ...answersSent(asks.questions, answers) }), (person) => {
            say(p.added(fullName(person), v.standings[person.standing]))
            navigate(people + writeAddress({ ...EMPTY_ADDRESS, q: person.familyName ?? person.givenName ?? '', person: person.id }))
          })}
      >
        <PersonFields event={event} form={form} set={(change) => setForm((before) => ({ ...before, ...change }))} />
        <AnswerFields asks={asks} form={answers} set={(change) => setAnswers((before) => ({ ...before, ...change }))} />
      </FormShell>
    </>
  )
}
