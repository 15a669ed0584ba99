import { type NeedKind, type NeedsCounts, type QuestionView, conditionOptions } from '@app/contracts'
import type { Given, NeedSaid } from './answers.js'

/** Somebody with a place, or on the way to one, without a name. */
export interface CountedPerson {
  place: 'confirmed' | 'waiting'
  need: NeedSaid | null
  given: Given
}

/** How many people need or chose what. Only what has options is counted: a free answer would tell who wrote it. */
export function countNeeds(
  people: readonly CountedPerson[], offers: readonly { kind: NeedKind; bookBy: string | null }[], questions: readonly Pick<QuestionView, 'key' | 'label' | 'kind' | 'special' | 'options'>[],
): NeedsCounts {
  const count = (meets: (person: CountedPerson) => boolean) => {
    const met = people.filter(meets)
    const confirmed = met.filter(({ place }) => place === 'confirmed').length
    return { confirmed, waiting: met.length - confirmed }
  }
  const special = questions.flatMap((question) => (question.special ? [question.key] : []))
  const offered = new Set(offers.map(({ kind }) => kind))
  const others = [...new Set(people.flatMap(({ need }) => need?.kinds ?? []))].filter((kind) => !offered.has(kind)).map((kind) => ({ kind, bookBy: null }))
  return {
    people: count(({ need, given }) => need !== null || special.some((key) => given.has(key))),
    needs: [...offers, ...others].map(({ kind, bookBy }) => ({ kind, bookBy, ...count(({ need }) => need?.kinds.includes(kind) ?? false) })),
    questions: questions.flatMap((question) => {
      const options = conditionOptions(question)
      const { key, label, kind, special } = question
      return options.length === 0 ? [] : [{ key, label, kind, special, options: options.map((option) => ({ option, ...count(({ given }) => given.get(key)?.includes(option) ?? false) })) }]
    }),
  }
}
