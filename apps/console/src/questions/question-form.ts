import {
  type AnswerPeriod, type FormatQuestions, NEED_KINDS, type NeedKind, type QuestionKind, type QuestionView, TICKED, conditionOptions, hasOptions,
} from '@app/contracts'
import { type Keyed, rowKey } from '../events/form-state.js'
import { questionKey } from './question-key.js'

export interface OptionRow extends Keyed {
  text: string
  /** Somebody may have chosen it: it stays as it is. */
  isKept: boolean
}

/** Names rows and not words, so that it still holds when a question or an option is worded anew. */
export interface ConditionForm {
  of: string
  is: string[]
}

export interface QuestionRow extends Keyed {
  /** `key` in the contract. */
  name: string
  /** The name is still made from the wording. */
  follows: boolean
  isSaved: boolean
  /** People who have answered; null where somebody has, and the own roles may not count them. */
  answered: number | null
  kind: QuestionKind
  label: string
  help: string
  required: boolean
  options: OptionRow[]
  condition: ConditionForm | null
  special: boolean
  retention: AnswerPeriod
}

export interface OfferRow {
  kind: NeedKind
  isOffered: boolean
  bookBy: string
}

/** What is asked, as typed; `retired` are questions that are no longer asked, but have answers. */
export interface QuestionsForm {
  questions: QuestionRow[]
  retired: QuestionRow[]
  needs: OfferRow[]
}

type Asked = QuestionView & { answered?: number | null }
/** What an event or a format asks. */
export interface Asks {
  questions: readonly Asked[]
  retired?: readonly Asked[]
  needs: readonly { kind: NeedKind; bookBy: string | null }[]
}

export const newOption = (text = '', isKept = false): OptionRow => ({ key: rowKey(), text, isKept })
export const newQuestion = (): QuestionRow => ({
  key: rowKey(), name: '', follows: true, isSaved: false, answered: 0, kind: 'text', label: '', help: '', required: false, options: [], condition: null, special: false, retention: 'A',
})

export function formOf({ questions, retired = [], needs }: Asks): QuestionsForm {
  const made = [...questions, ...retired].map((view) => ({ view, row: rowOf(view) }))
  for (const { view: { shownIf }, row } of made) {
    const other = made.find(({ view }) => view.key === shownIf?.question)?.row
    if (shownIf !== null && other !== undefined) row.condition = { of: other.key, is: choicesOf(other).filter(({ text }) => shownIf.is.includes(text)).map(({ key }) => key) }
  }
  const rows = made.map(({ row }) => row)
  return {
    questions: rows.slice(0, questions.length),
    retired: rows.slice(questions.length),
    needs: NEED_KINDS.map((kind) => {
      const offer = needs.find((one) => one.kind === kind)
      return { kind, isOffered: offer !== undefined, bookBy: offer?.bookBy ?? '' }
    }),
  }
}

function rowOf({ key, kind, label, help, required, options, special, retention, answered = 0 }: Asked): QuestionRow {
  return {
    ...newQuestion(), name: key, follows: false, isSaved: true, answered, kind, label, help: help ?? '', required, special, retention,
    options: options.map((text) => newOption(text, answered !== 0)),
  }
}

/** What a condition may ask of a row: its options, or that its box is ticked. */
export function choicesOf(row: Pick<QuestionRow, 'kind' | 'options'>): readonly OptionRow[] {
  if (row.kind === 'consent') return [{ key: TICKED, text: TICKED, isKept: true }]
  return hasOptions(row) ? row.options.filter(({ text }) => text.trim() !== '') : []
}

/** Questions before this one that a condition may ask about. */
export function askableBefore(rows: readonly QuestionRow[], key: string): QuestionRow[] {
  return rows.slice(0, rows.findIndex((row) => row.key === key)).filter((row) => conditionOptions({ kind: row.kind, options: choicesOf(row).map(({ text }) => text) }).length > 0)
}

/** One question changed; its name follows the wording until it is typed or saved. */
export function changeQuestion(form: QuestionsForm, key: string, change: Partial<QuestionRow>): QuestionsForm {
  const others = [...form.questions, ...form.retired].filter((row) => row.key !== key).map(({ name }) => name)
  const changed = (row: QuestionRow): QuestionRow => {
    const next = { ...row, ...change }
    // Consent that is a condition of taking part is not freely given (Art. 7 (4) GDPR).
    if (next.kind === 'consent') next.required = false
    if (hasOptions(next) && next.options.length === 0) next.options = [newOption(), newOption()]
    return next.follows && change.label !== undefined ? { ...next, name: next.label.trim() === '' ? '' : questionKey(next.label, others) } : next
  }
  return { ...form, questions: form.questions.map((row) => (row.key === key ? changed(row) : row)) }
}

/** Questions that are put only to those who gave certain answers to this one. */
export function dependentsOf({ questions }: QuestionsForm, key: string): QuestionRow[] {
  return questions.filter(({ condition }) => condition?.of === key)
}

/** Without a question: conditions that asked about it go with it; one that has answers stands among the retired. */
export function removeQuestion({ questions, retired, needs }: QuestionsForm, key: string): QuestionsForm {
  const removed = questions.find((row) => row.key === key)
  return {
    questions: questions.filter((row) => row.key !== key).map((row) => (row.condition?.of === key ? { ...row, condition: null } : row)),
    retired: removed === undefined || removed.answered === 0 ? retired : [...retired, removed],
    needs,
  }
}

/** Asks a retired question again, as the last one. A condition that no longer finds its question goes. */
export function restoreQuestion({ questions, retired, needs }: QuestionsForm, key: string): QuestionsForm {
  const restored = retired.find((row) => row.key === key)
  if (restored === undefined) return { questions, retired, needs }
  const holds = questions.some((row) => row.key === restored.condition?.of)
  return { questions: [...questions, holds ? restored : { ...restored, condition: null }], retired: retired.filter((row) => row.key !== key), needs }
}

/** Options in which nothing was typed go, so that the API's pointers count the same rows as the screen. */
export function withoutEmptyOptions(form: QuestionsForm): QuestionsForm {
  const tidied = (row: QuestionRow): QuestionRow => {
    const typed = row.options.filter(({ text }) => text.trim() !== '')
    return { ...row, options: typed.length >= 2 || !hasOptions(row) ? typed : [...typed, newOption(), newOption()].slice(0, 2) }
  }
  return { ...form, questions: form.questions.map(tidied) }
}

/** A form joined with what somebody else has saved, as it stands before it is saved; `saved` knows what has been answered by now. */
export function formOfJoined({ questions, needs }: FormatQuestions, saved: Asks): QuestionsForm {
  const known = new Map([...saved.questions, ...(saved.retired ?? [])].map((one) => [one.key, one]))
  const asked = new Set(questions.map(({ key }) => key))
  const form = formOf({
    questions: questions.map((question) => ({ ...question, answered: known.get(question.key)?.answered })),
    retired: [...known.values()].filter(({ key, answered = 0 }) => answered !== 0 && !asked.has(key)), needs,
  })
  return { ...form, questions: form.questions.map((row) => ({ ...row, isSaved: known.has(row.name) })) }
}

/** The form in the words of the contract. */
export function sentOf(form: QuestionsForm): FormatQuestions {
  const questions = named(form)
  return {
    questions: questions.map(({ name, kind, label, help, required, options, condition, special, retention }) => ({
      key: name, kind, label, help: help.trim() === '' ? null : help, required, special, retention,
      options: hasOptions({ kind }) ? options.map(({ text }) => text).filter((text) => text.trim() !== '') : [],
      shownIf: condition === null ? null : conditionSent(questions, condition),
    })),
    needs: form.needs.filter(({ isOffered }) => isOffered).map(({ kind, bookBy }) => ({ kind, bookBy: bookBy === '' ? null : bookBy })),
  }
}

/** A question without a wording has no name yet; only the wording is to be refused. */
function named({ questions, retired }: QuestionsForm): QuestionRow[] {
  const taken = [...questions, ...retired].map(({ name }) => name)
  return questions.map((row) => {
    if (row.name !== '' || !row.follows) return row
    const name = questionKey(row.label, taken)
    taken.push(name)
    return { ...row, name }
  })
}

function conditionSent(questions: readonly QuestionRow[], { of, is }: ConditionForm): { question: string; is: string[] } {
  const other = questions.find((row) => row.key === of)
  return { question: other?.name ?? '', is: other === undefined ? [] : choicesOf(other).filter(({ key }) => is.includes(key)).map(({ text }) => text) }
}

/** Whether two forms ask the same. */
export function asksTheSame(one: QuestionsForm, other: QuestionsForm): boolean {
  return JSON.stringify(sentOf(one)) === JSON.stringify(sentOf(other))
}
