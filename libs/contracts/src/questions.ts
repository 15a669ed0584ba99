import { z } from 'zod'
import { day, expectedRevision, line, optionalText, requiredLine } from './text.js'
import { CONSENT_PURPOSES } from './vocabulary.js'
import type { Whole } from './whole-body.js'

/** Kinds of questions on a form. `consent` is one box to tick, `file` is handed in on the personal page once the address is proven. */
export const QUESTION_KINDS = ['text', 'long', 'choice', 'several', 'number', 'date', 'consent', 'file'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** How long answers are kept, counted from the end of the event: the classes of retention that may be chosen for a question. */
export const ANSWER_PERIODS = ['S', 'B', 'A', 'N'] as const
export type AnswerPeriod = (typeof ANSWER_PERIODS)[number]

/** Support that an event may offer (Unterstützungsbedarf). */
export const NEED_KINDS = ['sign_language', 'captioning', 'hearing_loop', 'wheelchair', 'assistance', 'childcare', 'diet', 'other'] as const
export type NeedKind = (typeof NEED_KINDS)[number]

/** The answer of somebody who ticks the box of a question of kind `consent`. */
export const TICKED = 'yes'

/**
 * A number that was answered (with a point, as it is stored) as the box shows it that takes it back: with a comma in German. In English `1.125`
 * gets a zero, because three digits behind a point may mean a thousand and are refused.
 */
export function numberInBox(value: string, language: 'de' | 'en'): string {
  return language === 'de' ? value.replace('.', ',') : value.replace(/^(-?\d{1,3}\.\d{3})$/, '$10')
}

export const QUESTIONS_MAX = 40
export const ANSWER_MAX = { text: 500, long: 5000 } as const

/** In bytes. What a scan of some pages takes; a body of the API stays far below. */
export const FILE_MAX_BYTES = 5 * 1024 * 1024
/** Media types that are taken, by the first bytes of the file and not by what its name says. */
export const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type FileType = (typeof FILE_TYPES)[number]

/** Answers are looked up by it: a name that every object has already, `constructor`, would find what nobody said. */
const key = z.string({ error: 'field.question_key' }).regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'field.question_key' }).refine((name) => !(name in {}), { error: 'field.question_key' })
const option = requiredLine(200)

/** Shown only to whoever answered another question, which stands before it, with one of these. */
export const Condition = z.strictObject({ question: key, is: z.array(option).min(1, { error: 'field.required' }).max(50, { error: 'field.too_many' }) })
export type Condition = z.output<typeof Condition>

const question = z.strictObject({
  key: key.describe('name in the API and in exports; never changed'),
  kind: z.enum(QUESTION_KINDS, { error: 'field.choice' }),
  label: requiredLine(500),
  help: optionalText(1000),
  required: z.boolean({ error: 'field.choice' }).default(false),
  options: z.array(option, { error: 'field.required' }).max(50, { error: 'field.too_many' }).default([]),
  shownIf: Condition.nullish().transform((condition) => condition ?? null),
  special: z.boolean({ error: 'field.choice' }).default(false).describe('Art. 9 GDPR: sealed, read by the role needs only, counted without names'),
  retention: z.enum(ANSWER_PERIODS, { error: 'field.choice' }).default('A'),
})
export type QuestionInput = z.output<typeof question>

const needOffer = z.strictObject({
  kind: z.enum(NEED_KINDS, { error: 'field.choice' }),
  bookBy: day.nullish().transform((date) => date ?? null).describe('until when it must be booked; the form says so'),
})
export type NeedOffer = z.output<typeof needOffer>

/** What is asked on the form beside the person: the whole list, in the order of the form. */
export const QuestionsInput = z
  .strictObject({
    questions: z.array(question, { error: 'field.required' }).max(QUESTIONS_MAX, { error: 'field.too_many' }),
    needs: z.array(needOffer).max(NEED_KINDS.length, { error: 'field.too_many' }).default([]),
  })
  .superRefine(({ questions, needs }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    for (const [at, one] of questions.entries()) for (const { path, code } of questionFaults(one, questions.slice(0, at))) refuse(['questions', at, ...path], code)
    for (const [at, { kind }] of needs.entries()) if (needs.findIndex((other) => other.kind === kind) < at) refuse(['needs', at, 'kind'], 'field.need_twice')
  })
export type QuestionsInput = z.output<typeof QuestionsInput>
export type QuestionsSent = Whole<z.input<typeof QuestionsInput>>

/** `PUT` of the questions of an event or a format. */
export const QuestionsChange = QuestionsInput.safeExtend({ expectedRevision })
export type QuestionsChangeSent = Whole<z.input<typeof QuestionsChange>>

/** Whether a question offers a list to choose from. */
export function hasOptions({ kind }: { kind: QuestionKind }): boolean {
  return kind === 'choice' || kind === 'several'
}

/** What a condition may ask of a question: its options, or that the box is ticked; nothing of a free answer. */
export function conditionOptions({ kind, options }: Pick<QuestionInput, 'kind' | 'options'>): readonly string[] {
  return kind === 'consent' ? [TICKED] : hasOptions({ kind }) ? options : []
}

/** Whether a question is put to somebody with these answers, by key: it has no condition, or one of them meets it. */
export function isAsked({ shownIf }: { shownIf: Condition | null }, given: ReadonlyMap<string, readonly string[]>): boolean {
  return shownIf === null || (given.get(shownIf.question)?.some((value) => shownIf.is.includes(value)) ?? false)
}

/** What is wrong with a question, given those before it. */
function questionFaults(one: QuestionInput, before: readonly QuestionInput[]): { path: (string | number)[]; code: string }[] {
  const faults: { path: (string | number)[]; code: string }[] = []
  const { kind, options, shownIf } = one
  if (before.some((other) => other.key === one.key)) faults.push({ path: ['key'], code: 'field.question_key_twice' })
  if (hasOptions(one) && options.length < 2) faults.push({ path: ['options'], code: 'field.options_missing' })
  if (!hasOptions(one) && options.length > 0) faults.push({ path: ['options'], code: 'field.options_unused' })
  for (const [at, text] of options.entries()) if (options.indexOf(text) < at) faults.push({ path: ['options', at], code: 'field.option_twice' })
  // Consent that is a condition of taking part is not freely given (Art. 7 (4) GDPR).
  if (kind === 'consent' && one.required) faults.push({ path: ['required'], code: 'field.consent_required' })
  if (shownIf !== null) {
    const other = before.find((candidate) => candidate.key === shownIf.question)
    if (!other || conditionOptions(other).length === 0) faults.push({ path: ['shownIf', 'question'], code: 'field.condition_question' })
    else if (shownIf.is.some((text) => !conditionOptions(other).includes(text))) faults.push({ path: ['shownIf', 'is'], code: 'field.condition_option' })
    // That it was answered, and that it may be, says what the sealed answer before it was.
    if (other?.special && !one.special) faults.push({ path: ['special'], code: 'field.condition_special' })
  }
  return faults
}

/** A question with what staff needs to know about it. */
export const QuestionView = z.object({
  key: z.string(),
  kind: z.enum(QUESTION_KINDS),
  label: z.string(),
  help: z.string().nullable(),
  required: z.boolean(),
  options: z.array(z.string()),
  shownIf: z.object({ question: z.string(), is: z.array(z.string()) }).nullable(),
  special: z.boolean(),
  retention: z.enum(ANSWER_PERIODS),
})
export type QuestionView = z.output<typeof QuestionView>

const NeedOfferView = z.object({ kind: z.enum(NEED_KINDS), bookBy: z.string().nullable() })

/** What a new event of a format asks. */
export const FormatQuestions = z.object({ questions: z.array(QuestionView), needs: z.array(NeedOfferView) })
export type FormatQuestions = z.output<typeof FormatQuestions>

/** As they stand after a change: `revision` is the version of the format. */
export const FormatQuestionsSaved = FormatQuestions.extend({ revision: z.number().int().describe('goes back with a change') })
export type FormatQuestionsSaved = z.output<typeof FormatQuestionsSaved>

export const EventQuestions = z.object({
  revision: z.number().int().describe('goes back with a change'),
  questions: z.array(QuestionView.extend({
    answered: z.number().int().nullable().describe('people who have answered it: their answers keep kind, wording and options as they are. Null where somebody may have, and the caller may not count answers of special categories'),
  })),
  retired: z.array(QuestionView.extend({ answered: z.number().int().nullable() })).describe('no longer asked; the answers are kept until their time is up'),
  needs: z.array(NeedOfferView),
})
export type EventQuestions = z.output<typeof EventQuestions>

/** What the form of an event asks for beside the person. */
export const RegistrationForm = z.object({
  questions: z.array(QuestionView.omit({ retention: true })),
  needs: z.array(NeedOfferView),
  consents: z.array(z.object({ purpose: z.enum(CONSENT_PURPOSES), text: z.string() })),
  specialConsent: z.string().nullable().describe('wording that `specialConsent` agrees to; null where nothing asks for it'),
})
export type RegistrationForm = z.output<typeof RegistrationForm>

/** As sent: text, a number, several options, a ticked box. Which of them fits is known by the question. */
const answer = z.union([z.string(), z.number(), z.boolean(), z.array(line(200)).max(50), z.null()], { error: 'field.invalid' })
export type AnswerSaid = z.output<typeof answer>

/** What somebody says beside the person, on the form or the personal page. */
export const answerFields = {
  answers: z
    .record(z.string().max(40), answer, { error: 'field.invalid' })
    .refine((said) => Object.keys(said).length <= QUESTIONS_MAX, { error: 'field.too_many' })
    .nullish()
    .transform((said) => said ?? {}),
  needs: z.array(z.enum(NEED_KINDS, { error: 'field.choice' })).max(20, { error: 'field.too_many' }).nullish().transform((list) => [...new Set(list ?? [])]),
  needsDetail: optionalText(500),
  specialConsent: z.boolean({ error: 'field.choice' }).nullish().transform((given) => given === true),
}

/** What a participant changes on the personal page: whole, what is left out is taken back. Files have a form of their own. */
export const AnswersInput = z.strictObject(answerFields)
export type AnswersInput = z.output<typeof AnswersInput>

/**
 * What staff changes of the answers of somebody who calls or writes: only what is named; null, nothing chosen or an empty text takes an answer
 * back. Answers of special categories and needs are for whoever may read them.
 */
export const AnswersOnBehalf = z.strictObject({
  answers: answerFields.answers,
  need: z.strictObject({ kinds: answerFields.needs, detail: answerFields.needsDetail }, { error: 'field.invalid' }).optional().describe('whole; left out: as it is'),
  specialConsent: answerFields.specialConsent.describe('the person has consented, by telephone or letter; not needed while a consent stands'),
  reason: requiredLine(300).describe('for the log: who asked, and how'),
})
export type AnswersOnBehalf = z.output<typeof AnswersOnBehalf>
export type AnswersOnBehalfSent = z.input<typeof AnswersOnBehalf>

export const PersonAnswers = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(QUESTION_KINDS),
      label: z.string(),
      special: z.boolean(),
      locked: z.boolean().describe('answers of special categories are read by the role needs; whether there is one is not told either'),
      values: z.array(z.string()).describe('options, text, a number with a point, a day; empty: not answered'),
      file: z.object({ name: z.string(), bytes: z.number().int(), type: z.enum(FILE_TYPES) }).nullable(),
    }),
  ),
  needs: z.object({ kinds: z.array(z.enum(NEED_KINDS)), detail: z.string().nullable() }).nullable().describe('null: none, or locked'),
  needsLocked: z.boolean(),
  offersNeeds: z.boolean(),
})
export type PersonAnswers = z.output<typeof PersonAnswers>

/** One person who needs something, for whoever arranges it. */
export const NeedsRow = z.object({
  participantId: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  place: z.enum(['confirmed', 'waiting']),
  kinds: z.array(z.enum(NEED_KINDS)),
  detail: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(QUESTION_KINDS), values: z.array(z.string()) })).describe('to questions of special categories'),
})
export type NeedsRow = z.output<typeof NeedsRow>
export const NeedsList = z.object({ items: z.array(NeedsRow) })
export type NeedsList = z.output<typeof NeedsList>

const Counted = z.object({ confirmed: z.number().int(), waiting: z.number().int() })

/** How many people with a place, and how many who wait for one; never who. */
export const NeedsCounts = z.object({
  people: Counted.describe('who need anything at all, or answered a question of a special category'),
  needs: z.array(Counted.extend({ kind: z.enum(NEED_KINDS), bookBy: z.string().nullable() })),
  questions: z.array(
    z.object({ key: z.string(), label: z.string(), kind: z.enum(QUESTION_KINDS), special: z.boolean(), options: z.array(Counted.extend({ option: z.string() })) }),
  ).describe('questions with options or a box'),
})
export type NeedsCounts = z.output<typeof NeedsCounts>
