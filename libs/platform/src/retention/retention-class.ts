import { DateTime, Duration } from 'luxon'

/**
 * Löschklassen after DIN 66398: what is kept equally long for one reason.
 *
 * S birth data for the security of an event · B needs and allergies · A declined, without answer, waiting · N proof of attendance ·
 * V distribution lists · F consent to photographs · L logs of mails and changes.
 */
export const RETENTION_CLASSES = ['S', 'B', 'A', 'N', 'V', 'F', 'L'] as const

export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** Periods as ISO 8601 durations; from when they run, the rules of the libraries say. */
export type RetentionPeriods = Record<RetentionClass, string>

export const RETENTION_PRESETS: RetentionPeriods = { S: 'P1D', B: 'P28D', A: 'P6M', N: 'P5Y', V: 'P24M', F: 'P3Y', L: 'P12M' }

/** True for a duration of whole days, weeks, months or years that is longer than nothing. */
export function isPeriod(text: string): boolean {
  return /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/.test(text) && Duration.fromISO(text).as('days') >= 1
}

/** What began before this instant is over, by the calendar: six months before 31 August is 28 or 29 February. */
export function periodBefore(now: Date, period: string): Date {
  return DateTime.fromJSDate(now, { zone: 'utc' }).minus(Duration.fromISO(period)).toJSDate()
}

/** The instant at which a period that began at another is over. */
export function periodAfter(start: Date, period: string): Date {
  return DateTime.fromJSDate(start, { zone: 'utc' }).plus(Duration.fromISO(period)).toJSDate()
}
