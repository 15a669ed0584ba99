import { type NeedOffer, type RegistrationForm, TICKED } from '@app/contracts'
import { formatDay, words } from '@app/i18n'
import { CheckField, ChoiceGroup, FieldError, SelectField, TextArea, TextField, fieldId } from '@app/ui'
import type { ReactNode } from 'react'
import type { PersonForm } from './person-fields.js'
import type { AnswersShown } from './view-models.js'

/** Beyond this many a list to choose from is folded. */
const RADIOS_MAX = 8

/** What questions need: words, what is asked, what was answered, what is wrong. */
export interface AnswerForm extends Omit<PersonForm, 'values'> {
  asks: Pick<RegistrationForm, 'questions' | 'needs' | 'specialConsent'>
  answers: AnswersShown
}

type Question = RegistrationForm['questions'][number]

/** Name of the field that answers a question. */
export function answerField(key: string): string {
  return `answers.${key}`
}

/** Fields of questions and needs in the order in which they stand. */
export function answerFields({ questions }: Pick<RegistrationForm, 'questions'>): string[] {
  return [...questions.map(({ key }) => answerField(key)), 'needs', 'needsDetail', 'specialConsent']
}

/** The questions of an event in their order; those for a file only say when it is handed in. */
export function QuestionFields({ form }: { form: AnswerForm }) {
  return <>{form.asks.questions.map((question) => <QuestionField key={question.key} question={question} form={form} />)}</>
}

function QuestionField({ question, form }: { question: Question; form: AnswerForm }) {
  const { registration: say, fields } = words(form.language)
  const { key, kind, label, options, required } = question
  const name = answerField(key)
  const [value] = form.answers.values[key] ?? []
  const isChoice = kind === 'choice' || kind === 'several'
  const hint = hintOf(question, form)
  const frame = { name, label, hint, optional: required ? undefined : fields.optional, error: form.errors.find(({ field }) => field === name)?.message }
  const choices = options.map((option) => ({ value: option, word: option }))
  switch (kind) {
    case 'long':
      return <TextArea {...frame} value={value} required={required} />
    case 'choice':
      return isChoice && options.length > RADIOS_MAX ? <SelectField {...frame} empty={say.choose} choices={choices} value={value} required={required} /> : <ChoiceGroup {...frame} choices={choices} value={value} />
    case 'several':
      return <Boxes {...frame} choices={choices} ticked={form.answers.values[key] ?? []} />
    case 'consent':
      return <Boxes {...frame} label={say.consent} isLegendHidden choices={[{ value: TICKED, word: label }]} ticked={value === TICKED ? [TICKED] : []} />
    case 'file':
      return <div className="kern-form-input"><p className="lab">{label}{frame.optional ? <> <small>({frame.optional})</small></> : null}</p><p className="hint">{hint}</p></div>
    default:
      return <TextField {...frame} type={kind === 'date' ? 'date' : 'text'} value={value} required={required} />
  }
}

/** Everything that helps to answer: what the question says, when it holds, who reads it. */
function hintOf({ kind, help, shownIf, special }: Question, { language, asks }: AnswerForm): string | undefined {
  const { registration: say } = words(language)
  const other = asks.questions.find(({ key }) => key === shownIf?.question)
  const parts = [
    shownIf === null || !other ? null : other.kind === 'consent' ? say.onlyIfTicked(other.label) : say.onlyIf(other.label, shownIf.is.join(', ')),
    help, kind === 'several' ? say.several : kind === 'number' ? say.numberHint : kind === 'file' ? say.fileLater : null, special ? say.specialMark : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : undefined
}

interface BoxesProps {
  name: string
  label: string
  hint?: string
  optional?: string
  error?: string
  isLegendHidden?: boolean
  choices: readonly { value: string; word: ReactNode }[]
  ticked: readonly string[]
}

/** Boxes of one name in a group; the first carries the id that the summary of errors points to. */
function Boxes({ name, label, hint, optional, error, isLegendHidden = false, choices, ticked }: BoxesProps) {
  const id = fieldId(name)
  const described = [hint ? `${id}-h` : '', error ? `${id}-e` : ''].filter((part) => part !== '').join(' ')
  return (
    <fieldset className={error ? 'fs fs--e' : 'fs'} aria-describedby={described || undefined}>
      <legend className={isLegendHidden ? 'vh' : 'lab'}>{label}{optional && !isLegendHidden ? <> <small>({optional})</small></> : null}</legend>
      {hint ? <p className="hint" id={`${id}-h`}>{hint}</p> : null}
      <div className="opts opts--1">
        {choices.map(({ value, word }, i) => (
          <CheckField
            key={value} name={name} id={i === 0 ? id : `${id}-${i}`} value={value} checked={ticked.includes(value)}
            label={isLegendHidden && optional ? <>{word} <span className="m">({optional})</span></> : word}
          />
        ))}
      </div>
      {error ? <FieldError id={`${id}-e`}>{error}</FieldError> : null}
    </fieldset>
  )
}

/** What somebody needs to take part, of what the event offers. `isTitled`: a heading of the same words stands above. */
export function NeedFields({ form, isTitled = false }: { form: AnswerForm; isTitled?: boolean }) {
  const { registration: say, fields, vocabulary } = words(form.language)
  const errorOf = (field: string) => form.errors.find((problem) => problem.field === field)?.message
  const wordOf = ({ kind, bookBy }: NeedOffer) => <>{vocabulary.needKinds[kind]}{bookBy ? <span className="m">, {say.needBookBy(formatDay(form.language, bookBy))}</span> : null}</>
  return (
    <>
      <Boxes name="needs" label={say.needs} isLegendHidden={isTitled} optional={isTitled ? undefined : fields.optional} hint={say.needsHint} error={errorOf('needs')} choices={form.asks.needs.map((offer) => ({ value: offer.kind, word: wordOf(offer) }))} ticked={form.answers.needs} />
      <TextArea name="needsDetail" label={say.needsDetail} optional={fields.optional} hint={say.needsDetailHint} error={errorOf('needsDetail')} value={form.answers.needsDetail} rows={3} />
    </>
  )
}

/** The consent without which nothing of a special category is kept; nothing where nothing asks for it. */
export function SpecialConsentField({ form }: { form: AnswerForm }) {
  const { registration: say } = words(form.language)
  const { specialConsent } = form.asks
  if (specialConsent === null) return null
  const error = form.errors.find(({ field }) => field === 'specialConsent')?.message
  return <Boxes name="specialConsent" label={say.consent} isLegendHidden hint={say.specialHint} error={error} choices={[{ value: TICKED, word: specialConsent }]} ticked={form.answers.specialConsent ? [TICKED] : []} />
}
