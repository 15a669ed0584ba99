import type { EventQuestions, NeedKind } from '@app/contracts'
import { formatDay } from '@app/i18n'
import { useLanguage } from '../language.js'
import { CheckField, RadioField, SelectField, TextArea, TextField } from '../parts/field.js'
import { CheckGroup } from '../parts/check-group.js'
import { FormPart } from '../parts/form-shell.js'
import { type AnswerForm, askedNow } from './answer-form.js'

type Question = EventQuestions['questions'][number]
/** Choices of more than that are a list that opens. */
const RADIOS = 5

/** What an event asks beside the person, filled in for somebody who called or wrote: nothing of it is required of staff. */
export function AnswerFields({ asks, form, set }: { asks: EventQuestions; form: AnswerForm; set: (change: Partial<AnswerForm>) => void }) {
  const { t, v, language } = useLanguage()
  const a = t.answers
  const asked = askedNow(asks.questions, form)
  const hasSpecial = asks.needs.length > 0 || asked.some(({ special }) => special)
  const say = (key: string, value: AnswerForm['said'][string]) => set({ said: { ...form.said, [key]: value } })
  return (
    <>
      {asked.length === 0 ? null : (
        <FormPart title={a.title} hint={a.addHint}>
          {asked.map((question) => <OneQuestion key={question.key} question={question} value={form.said[question.key]} onChange={(value) => say(question.key, value)} />)}
        </FormPart>
      )}
      {asks.needs.length === 0 ? null : (
        <FormPart title={t.nav.support}>
          <CheckGroup
            path="needs" legend={a.needs} value={form.needs} onChange={(needs) => set({ needs: needs as NeedKind[] })}
            options={asks.needs.map(({ kind, bookBy }) => [kind, bookBy === null ? v.needKinds[kind] : a.bookBy(v.needKinds[kind], formatDay(language, bookBy))] as const)}
          />
          <TextArea path="needsDetail" label={a.detail} hint={a.detailHint} rows={2} optional value={form.needsDetail} onChange={(needsDetail) => set({ needsDetail })} />
        </FormPart>
      )}
      {hasSpecial ? (
        <FormPart title={a.consentTitle}>
          <CheckField path="specialConsent" label={a.specialConsent} hint={a.specialHint} checked={form.specialConsent} onChange={(specialConsent) => set({ specialConsent })} />
        </FormPart>
      ) : null}
    </>
  )
}

function OneQuestion({ question: { key, kind, label, help, options, special }, value, onChange }: { question: Question; value: AnswerForm['said'][string] | undefined; onChange: (value: AnswerForm['said'][string]) => void }) {
  const { t, v } = useLanguage()
  const path = `answers/${key}`
  const text = typeof value === 'string' ? value : ''
  // Whoever writes it down knows then what needs consent, and that they will not read it again.
  const hint = [help, special ? `${t.answers.locked(v.roles.needs)}.` : null].filter((part) => part !== null).join(' ') || undefined
  const choices = options.map((option) => [option, option] as const)
  switch (kind) {
    case 'consent':
      return <CheckField path={path} label={label} hint={hint} checked={value === true} onChange={onChange} />
    case 'several':
      return <CheckGroup path={path} legend={label} hint={hint} value={Array.isArray(value) ? value : []} options={choices} onChange={onChange} />
    case 'choice':
      return options.length > RADIOS
        ? <SelectField path={path} label={label} hint={hint} value={text} empty={t.person.noChoice} options={choices} onChange={onChange} />
        : <RadioField path={path} legend={label} hint={hint} value={text} options={[...choices, ['', t.person.noChoice] as const]} onChange={onChange} />
    case 'long':
      return <TextArea path={path} label={label} hint={hint} rows={3} value={text} onChange={onChange} />
    case 'date':
      return <TextField path={path} label={label} hint={hint} width="w-m" type="date" value={text} onChange={onChange} />
    case 'number':
      return <TextField path={path} label={label} hint={hint} width="w-s" value={text} onChange={onChange} />
    default:
      return <TextField path={path} label={label} hint={hint} value={text} onChange={onChange} />
  }
}
