import { type AnswerSaid, type AnswersOnBehalfSent, isAsked, type Language, type NeedKind, type PersonAnswers, type QuestionView, TICKED, numberInBox } from '@app/contracts'

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

/** What somebody has answered, as a form shows it. Where something sealed is kept, the consent to it stands. */
export function answerFormOf({ items, needs }: PersonAnswers, language: Language): AnswerForm {
  const said = items.filter(({ kind, values }) => kind !== 'file' && values.length > 0).map(({ key, kind, values }) => {
    if (kind === 'several') return [key, values] as const
    if (kind === 'consent') return [key, values.includes(TICKED)] as const
    return [key, kind === 'number' ? numberInBox(values[0]!, language) : values[0]!] as const
  })
  return { said: Object.fromEntries(said), needs: needs?.kinds ?? [], needsDetail: needs?.detail ?? '', specialConsent: needs !== null || items.some(({ special, values, file }) => special && (values.length > 0 || file !== null)) }
}

/** Only what was changed of it, in the words of the contract. */
export function answersChanged(questions: readonly Asked[], opened: AnswerForm, form: AnswerForm): Pick<AnswersOnBehalfSent, 'need' | 'specialConsent'> & { answers: Record<string, AnswerSaid> } {
  const before = answersSent(questions, opened)
  const { answers, needs, needsDetail, specialConsent } = answersSent(questions, form)
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const isNeedSame = isSame([before.needs.toSorted(), before.needsDetail], [needs.toSorted(), needsDetail])
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([key, said]) => !isSame(said, before.answers[key]))),
    // One that stood when the form was opened is not given again: the person may have taken it back since.
    ...(isNeedSame ? {} : { need: { kinds: needs, detail: needsDetail } }), specialConsent: specialConsent && !opened.specialConsent,
  }
}
