import { useEffect, useRef, useState } from 'react'
import type { EventDetail, EventQuestions, ParticipantRow, PersonAnswers } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { CheckField, TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useAnswers, useChangeAnswers } from '../queries.js'
import { useQuestions } from '../questions/question-queries.js'
import { AnswerFields } from './answer-fields.js'
import { answerFormOf, answersChanged } from './answer-form.js'
import { fullName } from './person-words.js'

interface Props {
  event: EventDetail
  person: ParticipantRow
  onDone: () => void
}

/** Changes answers of somebody who called or wrote, in the panel; what the own roles may not read is not shown and stays. */
export function AnswersChange(props: Props) {
  const { event, person } = props
  const asks = useQuestions(event.id)
  const given = useAnswers(event.id, person.id)
  const error = asks.error ?? given.error
  if (asks.data === undefined || given.data === undefined) return error === null ? <Loading rows={6} /> : <Trouble error={error} onRetry={() => { void asks.refetch(); void given.refetch() }} />
  const readsNeeds = event.may.includes('needs.read')
  return <Form {...props} given={given.data} asks={readsNeeds ? asks.data : { ...asks.data, questions: asks.data.questions.filter(({ special }) => !special), needs: [] }} />
}

function Form({ event, person, onDone, asks, given }: Props & { asks: EventQuestions; given: PersonAnswers }) {
  const { t, language } = useLanguage()
  const a = t.answers
  // As it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened] = useState(() => answerFormOf(given, language))
  const [form, setForm] = useState(opened)
  const [reason, setReason] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const change = useChangeAnswers(event.id, person.id)
  const say = useToast()
  const [dropped, setDropped] = useState<string[]>([])
  const files = given.items.filter(({ file, locked }) => file !== null && !locked)
  const said = answersChanged(asks.questions, opened, form)
  const changed = { ...said, answers: { ...said.answers, ...Object.fromEntries(dropped.map((key) => [key, null])) } }
  const isChanged = changed.need !== undefined || Object.keys(changed.answers).length > 0
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>{a.changeTitle}</h3>
      <FormShell
        error={change.error} pending={change.isPending} submit={t.form.save} dirty={isChanged && !change.isSuccess} note={isChanged ? a.changeNoMail : t.form.unchanged} onCancel={onDone}
        onSubmit={() => {
          if (!isChanged) return onDone()
          afterwards(change.mutateAsync({ ...changed, reason }), () => {
            say(a.changed(fullName(person)))
            onDone()
          })
        }}
      >
        <AnswerFields asks={asks} form={form} set={(next) => setForm((before) => ({ ...before, ...next }))} />
        {files.length === 0 ? null : (
          <FormPart title={a.dropFiles}>
            {files.map(({ key, label, file }) => (
              <CheckField
                key={key} path={`answers/${key}`} label={a.dropFile(label, file!.name)} checked={dropped.includes(key)}
                onChange={(drops) => setDropped((before) => (drops ? [...before, key] : before.filter((one) => one !== key)))}
              />
            ))}
          </FormPart>
        )}
        <FormPart title={t.reason}>
          <TextField path="reason" label={t.reason} hint={a.changeReasonHint} value={reason} onChange={setReason} required />
        </FormPart>
      </FormShell>
    </>
  )
}
