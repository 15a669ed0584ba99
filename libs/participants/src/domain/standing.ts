import type { Answer, Place, Standing } from '@app/contracts'

/** The one word for the pair (answer, place); lists, filters, pages and sheets all take it from here. */
export function standing(answer: Answer, place: Place): Standing {
  if (answer !== 'accepted') return answer
  // An accepted answer always has a place state; `none` is refused by the database.
  return place === 'none' ? 'noted' : place
}

/** The pair behind a word: what a filter on it asks the database for. */
export function pairOf(word: Standing): { answer: Answer } | { place: Place } {
  switch (word) {
    case 'noted':
    case 'invited':
    case 'unconfirmed':
    case 'declined':
    case 'represented':
    case 'withdrawn':
      return { answer: word }
    default:
      return { place: word }
  }
}

/** Answers with which somebody takes part or may still do so: one of them for each address and event. */
export function isActive(answer: Answer): boolean {
  return answer !== 'declined' && answer !== 'withdrawn' && answer !== 'represented'
}

/** Places that count against the capacity; an offer counts until it has expired in a transaction, not on the clock. */
export const PLACES_THAT_COUNT = ['confirmed', 'offered'] as const satisfies readonly Place[]

export function holdsSeat(place: Place): boolean {
  return (PLACES_THAT_COUNT as readonly Place[]).includes(place)
}
