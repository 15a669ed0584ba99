import { useState } from 'react'
import type { QuestionsSent } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { useToast } from '../parts/toast.js'
import { NeedOffers } from './need-offers.js'
import { QuestionRows } from './question-rows.js'
import { type Asks, asksTheSame, dependentsOf, formOf, type QuestionsForm, removeQuestion, restoreQuestion, sentOf, withoutEmptyOptions } from './question-form.js'
import { RetiredQuestions } from './retired-questions.js'
import { afterwards } from '../queries.js'

interface Props {
  asks: Asks
  /** Whether support has days by which it must be booked. */
  hasDays: boolean
  /** What is asked at the moment of saving, past everything held in memory. */
  now: () => Promise<Asks>
  save: (body: QuestionsSent) => Promise<Asks>
  /** Forgets the last refusal: its pointers count rows that have moved since. */
  forget: () => void
  error: unknown
  pending: boolean
  saved: string
}

/** What a form asks beside the person: questions in their order, and support. The whole list is saved at once. */
export function QuestionsEditor({ asks, hasDays, now, save, forget, error, pending, saved }: Props) {
  const { t } = useLanguage()
  const q = t.questions
  // As it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened, setOpened] = useState(() => formOf(asks))
  const [form, setForm] = useState(opened)
  const [removing, setRemoving] = useState<string | null>(null)
  const [mine, setMine] = useState<QuestionsForm | null>(null)
  const [unread, setUnread] = useState<unknown>(null)
  const say = useToast()
  const isChanged = !asksTheSame(opened, form)
  const restructure = (next: QuestionsForm) => {
    if (next.questions.some(({ key }, index) => key !== form.questions[index]?.key)) forget()
    setForm(next)
  }
  const remove = (key: string) => {
    const asked = form.questions.find((row) => row.key === key)
    if ((asked?.answered ?? 0) > 0 || dependentsOf(form, key).length > 0) setRemoving(key)
    else drop(key)
  }
  const drop = (key: string) => {
    forget()
    setForm(removeQuestion(form, key))
    setRemoving(null)
  }
  const send = (sent: QuestionsForm) =>
    afterwards(save(sentOf(sent)).finally(() => setMine(null)), (answer) => {
      const fresh = formOf(answer)
      setOpened(fresh)
      setForm(fresh)
      say(saved)
    })
  const submit = () => {
    if (!isChanged) return say(t.form.unchanged)
    const sent = withoutEmptyOptions(form)
    setForm(sent)
    // Whoever saved meanwhile would lose everything without a word: the list is written whole.
    setUnread(null)
    void now().then((asked) => (asksTheSame(formOf(asked), opened) ? send(sent) : setMine(sent)), setUnread)
  }
  return (
    <>
      <FormShell error={unread ?? error} pending={pending} submit={q.save} dirty={isChanged} note={isChanged ? q.changed : t.form.unchanged} onSubmit={submit}>
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
      {mine === null ? null : (
        <Confirm title={q.conflictTitle} consequences={[q.conflictText, q.conflictAnswers]} action={q.conflictAct} pending={pending} error={null} onClose={() => setMine(null)} onConfirm={() => send(mine)} />
      )}
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
