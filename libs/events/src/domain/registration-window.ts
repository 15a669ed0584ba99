import type { Admission, DatePrecision, EventState, PublicEventSummary, Visibility } from '@app/contracts'
import type { Moment } from '@app/platform'
import { endOfDay, startOfDay } from './local-time.js'

export type RegistrationReason = PublicEventSummary['registration']['reason']

/** What decides whether the public may register. */
export interface RegistrationFacts {
  state: EventState
  visibility: Visibility
  admission: Admission
  datePrecision: DatePrecision
  timeZone: string
  waitingList: boolean
  publishedAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  days: readonly EventDayTimes[]
  /** False when the event belongs to a series that is not public. */
  isSeriesPublic: boolean
}

export interface EventDayTimes {
  onDate: string
  startsAt: Date | null
  endsAt: Date | null
}

/**
 * Whether registration is open, and if not, why not (C3). Without dates of its own it is open from publishing until the event begins.
 * @param free seats left; null without a limit
 */
export function registrationWindow(event: RegistrationFacts, at: Moment, free: number | null): { open: boolean; reason: RegistrationReason } {
  const reason = reasonOf(event, at, free)
  return { open: reason === 'open', reason }
}

function reasonOf(event: RegistrationFacts, at: Moment, free: number | null): RegistrationReason {
  if (event.visibility !== 'public' || !event.isSeriesPublic || event.state === 'idea') return 'not_public'
  if (event.state === 'cancelled') return 'cancelled'
  if (event.state === 'done' || event.state === 'accounted') return 'done'
  if (event.datePrecision !== 'day' || event.days.length === 0) return 'no_date'
  if (event.state === 'planned') return 'not_public'
  if (event.admission === 'invited' || event.admission === 'nominated') return 'invited_only'
  if (event.state === 'save_the_date') return 'not_yet'
  const { closesAt } = registrationTimes(event)
  if (event.state !== 'inviting' || (closesAt !== null && at.hasCome(closesAt))) return 'over'
  // What is published is published, also when the clock was put back since.
  if (event.opensAt !== null && !at.hasCome(event.opensAt)) return 'not_yet'
  return free === 0 && !event.waitingList ? 'full' : 'open'
}

/** From when and until when registration is open: never beyond the beginning of the event. */
export function registrationTimes(event: Pick<RegistrationFacts, 'opensAt' | 'closesAt' | 'publishedAt' | 'timeZone' | 'days'>): {
  opensAt: Date | null
  closesAt: Date | null
} {
  const begins = beginning(event)
  const closesAt = event.closesAt === null || (begins !== null && begins < event.closesAt) ? begins : event.closesAt
  return { opensAt: event.opensAt ?? event.publishedAt, closesAt }
}

/** The instant at which the event begins: its first time, or the beginning of its first day while no time is known. */
export function beginning(event: { timeZone: string; days: readonly EventDayTimes[] }): Date | null {
  const first = [...event.days].sort(byDate)[0]
  return first ? (first.startsAt ?? startOfDay(first.onDate, event.timeZone)) : null
}

/** The instant at which the last day of the event is over. */
export function ending(event: { timeZone: string; days: readonly EventDayTimes[] }): Date | null {
  const last = [...event.days].sort(byDate).at(-1)
  return last ? endOfDay(last.onDate, event.timeZone) : null
}

function byDate(a: EventDayTimes, b: EventDayTimes): number {
  return a.onDate < b.onDate ? -1 : 1
}
