import type { DatePrecision, Language } from '@app/contracts'

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/**
 * Calendar days are strings `YYYY-MM-DD` without a zone. They are formatted as UTC midnight, so no zone of server or browser can move them.
 * Newer ICU puts thin spaces around dashes; between two days of one month they go, elsewhere they become plain spaces, so that every Node
 * version prints the same.
 */
function format(language: Language, options: Intl.DateTimeFormatOptions, day: string, last?: string): string {
  const formatter = formatterFor(language, { ...options, timeZone: 'UTC' })
  const text = last === undefined || last === day ? formatter.format(utc(day)) : formatter.formatRange(utc(day), utc(last))
  return text.replace(/[\u2009\u202F]/g, ' ').replace(/^(\d{1,2}) – (\d)/, '$1–$2')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options)
  formatters.set(key, found)
  return found
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** `24. März 2011`; a partial date gives what it knows: `März 2011`, `2011`. */
export function formatDay(language: Language, day: string): string {
  if (/^\d{4}$/.test(day)) return day
  if (/^\d{4}-\d{2}$/.test(day)) return format(language, { month: 'long', year: 'numeric' }, `${day}-01`)
  return format(language, LONG, day)
}

/** For tables: `24.03.2011`, English `24/03/2011`; a partial date as in text. */
export function formatDayShort(language: Language, day: string): string {
  return day.length === 10 ? format(language, { day: '2-digit', month: '2-digit', year: 'numeric' }, day) : formatDay(language, day)
}

/** `Freitag, 18. Dezember 2026`: where somebody must act. */
export function formatWeekday(language: Language, day: string): string {
  return format(language, { weekday: 'long', ...LONG }, day)
}

/** `Freitag` */
export function weekdayOf(language: Language, day: string): string {
  return format(language, { weekday: 'long' }, day)
}

/** `14. Januar` */
export function formatDayMonth(language: Language, day: string): string {
  return format(language, { day: 'numeric', month: 'long' }, day)
}

/** `24.–25. März 2011`, `31. März – 1. April 2011`, or one day when both are the same. */
export function formatDayRange(language: Language, first: string, last: string): string {
  return format(language, LONG, first, last)
}

/** The big date of an event in two lines: `14.–15.` and `Januar 2027`; over a month's end everything stands in the second line. */
export function splitDayRange(language: Language, first: string, last: string): { days: string; month: string } {
  if (first.slice(0, 7) !== last.slice(0, 7)) return { days: '', month: formatDayRange(language, first, last) }
  const dot = language === 'de' ? '.' : ''
  const number = (day: string) => `${Number(day.slice(8))}${dot}`
  return {
    days: first === last ? number(first) : `${number(first)}–${number(last)}`,
    month: format(language, { month: 'long', year: 'numeric' }, first),
  }
}

/** Times of day are strings `HH:MM` of the event's zone: `09:30 Uhr`, English `09:30`. */
export function formatTime(language: Language, time: string): string {
  return language === 'de' ? `${time} Uhr` : time
}

/** `09:30–16:00 Uhr`, `ab 09:30 Uhr`, `bis 16:00 Uhr`, or an empty text when nothing is known. */
export function formatTimeRange(language: Language, startsAt: string | null, endsAt: string | null): string {
  const [from, until] = language === 'de' ? ['ab', 'bis'] : ['from', 'until']
  if (startsAt && endsAt) return formatTime(language, `${startsAt}–${endsAt}`)
  if (startsAt) return `${from} ${formatTime(language, startsAt)}`
  return endsAt ? `${until} ${formatTime(language, endsAt)}` : ''
}

/** The calendar day of a UTC instant in a zone: `2026-12-18`. */
export function dayOfInstant(instant: string, timeZone: string): string {
  const parts = partsOf(instant, timeZone)
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** The time of day of a UTC instant in a zone: `16:12`. */
export function timeOfInstant(instant: string, timeZone: string): string {
  const parts = partsOf(instant, timeZone)
  return `${parts.hour}:${parts.minute}`
}

/** `20. November 2026, 16:12 Uhr` in the given zone. */
export function formatInstant(language: Language, instant: string, timeZone: string): string {
  return `${formatDay(language, dayOfInstant(instant, timeZone))}, ${formatTime(language, timeOfInstant(instant, timeZone))}`
}

function partsOf(instant: string, timeZone: string): Record<string, string> {
  const formatter = formatterFor('en', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  })
  return Object.fromEntries(formatter.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
}

/** What is known of an event's date. */
export interface KnownDate {
  datePrecision: DatePrecision
  dateHint: string | null
  dateInferred: boolean
  days: readonly { date: string }[]
}

/**
 * The date of an event in words, or null when nothing is known: days as a range, else the hint ("2012", "2027-10").
 * A date that was concluded from other facts says so: `vermutlich 2012`.
 */
export function formatKnownDate(language: Language, known: KnownDate): string | null {
  const first = known.days[0]?.date
  const last = known.days.at(-1)?.date
  const text =
    first !== undefined && last !== undefined && known.datePrecision === 'day'
      ? formatDayRange(language, first, last)
      : known.datePrecision !== 'unknown' && known.dateHint
        ? formatHint(language, known.dateHint)
        : null
  if (text === null) return null
  return known.dateInferred ? `${language === 'de' ? 'vermutlich' : 'probably'} ${text}` : text
}

function formatHint(language: Language, hint: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(hint) ? formatDay(language, hint) : hint
}
