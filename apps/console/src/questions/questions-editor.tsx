import { useRef, useState } from 'react'
import type { FormatQuestions, QuestionsChangeSent } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { type Saved, useSharedSave } from '../parts/shared-save.js'
import { useToast } from '../parts/toast.js'
import { letGo } from '../parts/unsaved.js'
import { NeedOffers } from './need-offers.js'
import { QuestionRows } from './question-rows.js'
import { type Asks, asksTheSame, dependentsOf, formOf, formOfJoined, type QuestionsForm, removeQuestion, restoreQuestion, sentOf, withoutEmptyOptions } from './question-form.js'
import { QuestionsConflict } from './questions-conflict.js'
import { RetiredQuestions } from './retired-questions.js'

type SavedAsks = Asks & { revision: number }

interface Props {
  asks: SavedAsks
  /** Whether support has days by which it must be booked. */
  hasDays: boolean
  /** What is asked now, past everything held in memory. */
  now: () => Promise<SavedAsks>
  save: (body: QuestionsChangeSent) => Promise<SavedAsks>
  /** Forgets the last refusal: its pointers count rows that have moved since. */
  forget: () => void
  error: unknown
  pending: boolean
  saved: string
}

const groundOf = (asks: SavedAsks): Saved<FormatQuestions> => ({ form: sentOf(formOf(asks)), revision: asks.revision })

/** What a form asks beside the person: questions in their order, and support. The whole list is saved at once. */
export function QuestionsEditor({ asks, hasDays, now, save, forget, error, pending, saved }: Props) {
  const { t } = useLanguage()
  const q = t.questions
  // As it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened, setOpened] = useState(() => formOf(asks))
  const [form, setForm] = useState(opened)
  const [removing, setRemoving] = useState<string | null>(null)
  const say = useToast()
  const isChanged = !asksTheSame(opened, form)
  const restructure = (next: QuestionsForm) => {
    if (next.questions.some(({ key }, index) => key !== form.questions[index]?.key)) forget()
    setForm(next)
  }
  const remove = (key: string) => {
    const asked = form.questions.find((row) => row.key === key)
    if ((asked !== undefined && asked.answered !== 0) || dependentsOf(form, key).length > 0) setRemoving(key)
    else drop(key)
  }
  const drop = (key: string) => {
    forget()
    setForm(removeQuestion(form, key))
    setRemoving(null)
  }
  const found = useRef(asks)
  const { submit: send, clash } = useSharedSave(
    groundOf(asks), ({ questions, needs }, expectedRevision) => save({ questions, needs, expectedRevision }),
    async () => groundOf((found.current = await now())), (joined) => setForm(formOfJoined(joined, found.current)),
  )
  const submit = () => {
    if (!isChanged) return say(t.form.unchanged)
    const mine = withoutEmptyOptions(form)
    setForm(mine)
    send(sentOf(mine), (answer) => {
      const fresh = formOf(answer)
      setOpened(fresh)
      setForm(fresh)
      letGo()
      say(saved)
      return groundOf(answer)
    })
  }
  return (
    <>
      <FormShell error={clash === null ? error : null} pending={pending} submit={q.save} dirty={isChanged} note={isChanged ? q.changed : t.form.unchanged} onSubmit={submit}>
        <FormPart title={q.title} hint={q.hint}>
          <QuestionRows form={form} onChange={restructure} onRemove={remove} />
        </FormPart>
        {form.retired.length === 0 ? null : (
          <FormPart title={q.retiredTitle} hint={q.retiredHint}>
            <RetiredQuestions
              rows={form.retired} isPending={(key) => opened.questions.some((row) => row.key === key)}
              onRestore={(key) => { forget(); setForm(restoreQuestion(form, key)) }}
            />
          </FormPart>
        )}
        <FormPart title={q.needsTitle} hint={q.needsHint}>
          <NeedOffers needs={form.needs} hasDays={hasDays} onChange={(needs) => setForm({ ...form, needs })} />
        </FormPart>
      </FormShell>
      {removing === null ? null : <Removal form={form} of={removing} onClose={() => setRemoving(null)} onConfirm={() => drop(removing)} />}
      {clash === null ? null : <QuestionsConflict clash={clash} />}
    </>
  )
}

/** Asked where people have answered, or where other questions depend on this one. */
function Removal({ form, of, onClose, onConfirm }: { form: QuestionsForm; of: string; onClose: () => void; onConfirm: () => void }) {
  const { t, v } = useLanguage()
  const q = t.questions
  const row = form.questions.find(({ key }) => key === of)
  if (row === undefined) return null
  const consequences = [
    ...(row.answered === 0 ? [] : [q.removeAnswered(row.answered), q.removeKept(v.answerPeriods[row.retention])]),
    ...dependentsOf(form, of).map(({ label }) => q.removeCondition(label === '' ? q.unnamed : label)),
    q.removeOnSave,
  ]
  return <Confirm title={q.removeAsk(row.label === '' ? q.unnamed : row.label)} consequences={consequences} action={q.removeAct} pending={false} error={null} onClose={onClose} onConfirm={onConfirm} />
}
