import { ANSWER_MAX, type AnswerSaid, type AnswersInput, type NeedKind, type QuestionKind, type QuestionView, TICKED, isAsked, line, optionalText } from '@app/contracts'
import type { FieldProblem } from '@app/platform'

/** What the rules need to know of a question. */
export type Asked = Pick<QuestionView, 'key' | 'kind' | 'required' | 'options' | 'shownIf' | 'special'>

/** Answers by the key of their question: options, one text, a number with a point, a day `YYYY-MM-DD`, or `yes`. Nobody's answer is empty. */
export type Given = ReadonlyMap<string, readonly string[]>

/** Support that somebody needs. */
export interface NeedSaid {
  kinds: NeedKind[]
  detail: string | null
}

/** What is stored of what somebody said. */
export interface TakenAnswers {
  given: Given
  need: NeedSaid | null
  /** Something of it belongs to a special category (Art. 9 GDPR) and was consented to. */
  isSpecial: boolean
}

/**
 * Takes what somebody said, in the order of the form. An answer to a question that was not put to this person, because its condition is not
 * met, is left out in silence: without JavaScript the form shows it all the same, and a radio button cannot be taken back.
 *
 * @param demands whether the person answers, and what is required must be there; staff who writes down a call may leave it out
 * @returns what to store, or what is wrong, with pointers `/answers/<key>`, `/needs`, `/needsDetail`, `/specialConsent`
 */
export function takeAnswers(questions: readonly Asked[], offered: readonly NeedKind[], said: AnswersInput, demands: boolean): { taken: TakenAnswers; problems: FieldProblem[] } {
  const given = new Map<string, readonly string[]>()
  const problems: FieldProblem[] = []
  const known = new Set(questions.map(({ key }) => key))
  for (const key of Object.keys(said.answers)) if (!known.has(key)) problems.push({ pointer: `/answers/${key}`, code: 'field.unknown_field' })
  for (const question of questions) {
    const pointer = `/answers/${question.key}`
    const read = readAnswer(question, said.answers[question.key] ?? null)
    if (!isAsked(question, given)) continue
    if ('code' in read) problems.push({ pointer, ...read })
    else if (read.values.length > 0) given.set(question.key, read.values)
    else if (question.required && demands && question.kind !== 'file') problems.push({ pointer, code: 'field.required' })
  }
  const need = said.needs.length > 0 || said.needsDetail !== null ? { kinds: said.needs, detail: said.needsDetail } : null
  if (said.needs.some((kind) => !offered.includes(kind))) problems.push({ pointer: '/needs', code: 'field.choice' })
  else if (need !== null && offered.length === 0) problems.push({ pointer: '/needsDetail', code: 'field.unknown_field' })
  const isSpecial = need !== null || questions.some(({ key, special }) => special && given.has(key))
  if (isSpecial && !said.specialConsent) problems.push({ pointer: '/specialConsent', code: demands ? 'field.special_consent' : 'field.special_consent_told' })
  return { taken: { given, need, isSpecial }, problems }
}

type Read = { values: string[] } | { code: string; params?: { max: number } }

const NOTHING: Read = { values: [] }

/** One answer in the form in which it is stored, or the code of what is wrong with it. */
function readAnswer({ kind, options }: Asked, said: AnswerSaid): Read {
  if (said === null || said === '' || said === false) return NOTHING
  switch (kind) {
    case 'text':
    case 'long':
      return readText(kind, said)
    case 'choice':
      return typeof said === 'string' && options.includes(said) ? { values: [said] } : { code: 'field.choice' }
    case 'several': {
      const list = Array.isArray(said) ? said : [said]
      // In the order of the form, whatever the order in which they came.
      return list.every((one) => typeof one === 'string' && options.includes(one)) ? { values: options.filter((option) => list.includes(option)) } : { code: 'field.choice' }
    }
    case 'number':
      return readNumber(said)
    case 'date':
      return typeof said === 'string' && isDay(said) ? { values: [said] } : { code: 'field.date' }
    case 'consent':
      return said === true || said === TICKED ? { values: [TICKED] } : { code: 'field.choice' }
    case 'file':
      return { code: 'field.file_later' }
  }
}

function readText(kind: 'text' | 'long', said: AnswerSaid): Read {
  const result = (kind === 'text' ? line(ANSWER_MAX.text) : optionalText(ANSWER_MAX.long)).safeParse(typeof said === 'number' ? String(said) : said)
  if (!result.success) {
    const [issue] = result.error.issues
    const isLong = issue?.message === 'field.too_long'
    return { code: issue?.message.startsWith('field.') ? issue.message : 'field.text', ...(isLong ? { params: { max: ANSWER_MAX[kind] } } : {}) }
  }
  return result.data ? { values: [result.data] } : NOTHING
}

/** As people write numbers, with a comma or a point. `1.000` is refused: in German it is a thousand, in English one. Zeros that say nothing go, so that the same number is the same answer. */
function readNumber(said: AnswerSaid): Read {
  const text = typeof said === 'number' ? String(said) : typeof said === 'string' ? said.trim() : ''
  if (text === '' && typeof said === 'string') return NOTHING
  return /^-?\d{1,12}([.,]\d{1,6})?$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text) ? { values: [text.replace(',', '.').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')] } : { code: 'field.number' }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= '1900-01-01' && text < '2200-01-01'
}

/** Answers of one question as they stand in their column. */
export function encodeValues(kind: QuestionKind, values: readonly string[]): string {
  return kind === 'several' ? JSON.stringify(values) : values[0]!
}

/** What stands in the column, whatever it was: a question may have been another kind before anybody was known to have answered it. */
export function decodeValues(kind: QuestionKind, text: string): string[] {
  if (kind !== 'several') return [text]
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.map(String) : [text]
  } catch {
    return [text]
  }
}
