import { type NeedKind, type RegistrationForm, TICKED } from '@app/contracts'
import { textValues, tickedValues } from './form-values.js'
import { type AnswersShown, answerField } from './views/index.js'

/** Answers as a form sends them: `answers.<key>` for each question, boxes by their values. */
export interface AnswersSent {
  answers: Record<string, string | string[]>
  needs: string[]
  needsDetail?: string
  specialConsent: boolean
}

/** What the form of these questions sent; fields of questions that are not asked are left out. */
export function answersIn(body: Record<string, unknown>, { questions, needs }: Pick<RegistrationForm, 'questions' | 'needs'>): AnswersSent {
  const answers: AnswersSent['answers'] = {}
  for (const { key, kind } of questions) {
    const name = answerField(key)
    if (kind === 'file') continue
    const ticked = tickedValues(body, name)
    if (kind === 'several') answers[key] = ticked
    else if (ticked[0] !== undefined && ticked[0] !== '') answers[key] = ticked[0]
  }
  return {
    answers,
    needs: needs.length > 0 ? tickedValues(body, 'needs') : [],
    ...(needs.length > 0 ? textValues(body, ['needsDetail']) : {}),
    specialConsent: tickedValues(body, 'specialConsent').includes(TICKED),
  }
}

/** The same as the form shows it again. */
export function shownAgain({ answers, needs, needsDetail = '', specialConsent }: AnswersSent): AnswersShown {
  return { values: Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, [value].flat()])), needs: needs as NeedKind[], needsDetail, specialConsent }
}

/** Words of the questions, for the sentences about what is wrong. */
export function answerLabels({ questions }: Pick<RegistrationForm, 'questions'>): Record<string, string> {
  return Object.fromEntries(questions.map(({ key, label }) => [answerField(key), label]))
}
