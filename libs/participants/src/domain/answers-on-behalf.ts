import { type AnswerSaid, type AnswersOnBehalf, type AnswersInput, type QuestionKind, TICKED, numberInBox } from '@app/contracts'
import type { FieldProblem } from '@app/platform'
import { type Asked, type Given, type TakenAnswers, takeAnswers } from './answers.js'

/** What staff says for somebody, with what that person has answered so far. */
export interface SaidOnBehalf {
  said: Pick<AnswersOnBehalf, 'answers' | 'need'>
  /** Answers that stand, sealed ones too: conditions hold by them. */
  standing: Given
  /** Consent to special categories: it stands, or the person gave it now. */
  isConsented: boolean
}

/**
 * Checks what staff writes down for somebody. Only what is named is changed; all other answers stand and are not judged again, because
 * the person cannot be asked about them now. Nothing is required.
 * @returns `given`: everything that will have been answered, by which conditions hold
 */
export function takeOnBehalf(questions: readonly Asked[], offered: Parameters<typeof takeAnswers>[1], { said, standing, isConsented }: SaidOnBehalf): { taken: TakenAnswers; problems: FieldProblem[] } {
  const kinds = new Map(questions.map(({ key, kind }) => [key, kind]))
  const kept = [...standing].flatMap(([key, values]) => (kinds.has(key) && kinds.get(key) !== 'file' ? [[key, saidAgain(kinds.get(key)!, values)] as const] : []))
  const whole: AnswersInput = { answers: { ...Object.fromEntries(kept), ...said.answers }, needs: said.need?.kinds ?? [], needsDetail: said.need?.detail ?? null, specialConsent: isConsented }
  const { taken, problems } = takeAnswers(questions, offered, whole, false)
  return { taken, problems: problems.filter(({ pointer }) => !pointer.startsWith('/answers/') || pointer.slice('/answers/'.length) in said.answers) }
}

/** A stored answer as somebody would say it: a number as a German box has it. */
function saidAgain(kind: QuestionKind, values: readonly string[]): AnswerSaid {
  if (kind === 'several') return [...values]
  if (kind === 'consent') return values.includes(TICKED)
  return kind === 'number' ? numberInBox(values[0] ?? '', 'de') : (values[0] ?? null)
}
