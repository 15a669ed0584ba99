import type { Admission } from '@app/contracts'

/** What counts for a decision, read under the lock of the event. */
export interface AdmissionFacts {
  admission: Admission
  /** null: no limit. */
  capacity: number | null
  /** Seats of confirmed and offered places; without a limit nobody counts them. */
  taken: number
  waitingList: boolean
  /** Whether anybody is on the waiting list. */
  someoneWaits: boolean
  /** Seats that this person needs; more than one only for the companion of a group. */
  seats: number
}

export type AdmissionDecision =
  | { place: 'confirmed' }
  | { place: 'waiting' }
  | { place: 'requested' }
  | { place: 'refused'; reason: 'full' }

/**
 * Decides over one accepted answer (C3, C4): approval events only take note; otherwise a free seat is given to whoever comes, but
 * nobody overtakes those who already wait.
 */
export function decideAdmission(facts: AdmissionFacts): AdmissionDecision {
  if (facts.admission === 'approval') return { place: 'requested' }
  const free = freeSeats(facts)
  const mustStandInLine = facts.waitingList && facts.someoneWaits
  if (!mustStandInLine && (free === null || free >= facts.seats)) return { place: 'confirmed' }
  return facts.waitingList ? { place: 'waiting' } : { place: 'refused', reason: 'full' }
}

/** Whether a freed seat is given on without staff: not where staff decides over every place. */
export function givesSeatsItself(admission: Admission): boolean {
  return admission !== 'approval'
}

/** Seats still free; null without limit. Never below zero. */
export function freeSeats({ capacity, taken }: Pick<AdmissionFacts, 'capacity' | 'taken'>): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken)
}

/**
 * Who moves up when seats are free: strictly in the order of arrival. Who needs more seats than are left keeps the turn, so that a
 * group is not overtaken for ever.
 * @param line the waiting list, longest-waiting first
 */
export function movingUp<T extends { seats: number }>(free: number | null, line: readonly T[]): T[] {
  const chosen: T[] = []
  let left = free ?? Infinity
  for (const person of line) {
    if (person.seats > left) break
    left -= person.seats
    chosen.push(person)
  }
  return chosen
}
