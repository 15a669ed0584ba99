import { type AnswerSaid, isAsked, type NeedKind, type QuestionView, TICKED } from '@app/contracts'

/** Answers as typed, by the key of their question: text as it stands, options, a ticked box. */
export interface AnswerForm {
  said: Record<string, string | string[] | boolean>
  needs: NeedKind[]
  needsDetail: string
  specialConsent: boolean
}

export const EMPTY_ANSWERS: AnswerForm = { said: {}, needs: [], needsDetail: '', specialConsent: false }

type Asked = Pick<QuestionView, 'key' | 'kind' | 'shownIf'>

/** What is asked of somebody with these answers: conditions are met by them. Files are handed in by the person alone. */
export function askedNow<Q extends Asked>(questions: readonly Q[], { said }: AnswerForm): Q[] {
  const given = new Map<string, readonly string[]>()
  const asked: Q[] = []
  for (const question of questions) {
    if (question.kind === 'file' || !isAsked(question, given)) continue
    asked.push(question)
    const answer = said[question.key] ?? ''
    given.set(question.key, answer === true ? [TICKED] : Array.isArray(answer) ? answer : answer === false || answer === '' ? [] : [answer])
  }
  return asked
}

/** The answers in the words of the contract: only those to what is asked. */
export function answersSent(questions: readonly Asked[], form: AnswerForm): { answers: Record<string, AnswerSaid>; needs: NeedKind[]; needsDetail: string | null; specialConsent: boolean } {
  const asked = askedNow(questions, form).filter(({ key }) => form.said[key] !== undefined)
  return {
    answers: Object.fromEntries(asked.map(({ key }) => [key, form.said[key]!])), needs: form.needs, needsDetail: form.needsDetail.trim() === '' ? null : form.needsDetail,
    specialConsent: form.specialConsent,
  }
}
