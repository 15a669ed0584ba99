import { createHash } from 'node:crypto'
import type { CalendarStatus } from './calendar.js'
import type { MailDay } from './mail-facts.js'

/** What a person has been told by a calendar entry. */
export interface FingerprintFacts {
  title: string
  days: readonly MailDay[]
  zone: string
  place: string | null
  status: CalendarStatus
  /** Where to join online; it stands in the description. */
  onlineLink: string | null
  /** When the items of the programme begin, in order, as the description says it ("11:00", "Do 11:00"). */
  times: readonly string[]
}

/**
 * SHA-256 (hex) over time, place, title, status, online link and the times of the programme: when it differs from the one last told, the entry's SEQUENCE goes up by one. White space and
 * missing against empty times make no difference.
 */
export function calendarFingerprint(facts: FingerprintFacts): string {
  const told = [
    facts.title.trim(), facts.zone, (facts.place ?? '').trim(), facts.status,
    facts.days.map((day) => [day.date, day.startsAt ?? '', day.endsAt ?? '']),
    (facts.onlineLink ?? '').trim(), facts.times,
  ]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}
