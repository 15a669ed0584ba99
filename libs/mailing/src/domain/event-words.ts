import type { MailDay, MailEvent, MailLanguage, MailVenue } from './mail-facts.js'

const LOCALES: Readonly<Record<MailLanguage, string>> = { de: 'de-DE', en: 'en-GB' }
const HOME_ZONE = 'Europe/Berlin'

// Building a formatter costs a hundred times what using it does.
const DATES = forBoth((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }))
const WEEKDAYS = forBoth((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }))
const ENGLISH_ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })
const ORDINAL_ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** The days of an event as one text: "24. März 2011", "14.–15. Januar 2027"; `null` while no day is fixed. */
export function dateWords(days: readonly MailDay[], language: MailLanguage): string | null {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const format = DATES[language]
  return plain(first.date === last.date ? format.format(noon(first)) : format.formatRange(noon(first), noon(last)))
}

/**
 * Weekday and time: "Donnerstag, 11:00 bis 16:30 Uhr", "Donnerstag, 11:00 Uhr, bis Freitag, 13:30 Uhr", the weekday alone when no time is known.
 * The zone is named where the reader may not take it for granted.
 */
export function timeWords(days: readonly MailDay[], zone: string, language: MailLanguage): string | null {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const [from, to] = [weekday(first, language), weekday(last, language)]
  const words = first.date === last.date ? oneDay(from, first, language) : severalDays(from, to, first, last, language)
  const timed = Boolean(first.startsAt ?? last.endsAt)
  return timed && (zone !== HOME_ZONE || language === 'en') ? `${words} (${zoneWords(zone, language)})` : words
}

/** The place as one line: venue, street, town; "Online" for a meeting without one; `null` while it is not fixed. */
export function placeWords(event: Pick<MailEvent, 'mode' | 'venue'>, language: MailLanguage): string | null {
  if (event.mode === 'online') return 'Online'
  const venue = event.venue ? venueWords(event.venue) : null
  if (event.mode === 'hybrid') return venue ? `${venue} ${language === 'de' ? 'und online' : 'and online'}` : 'Online'
  return venue
}

/** "2. Ausgabe", "2nd edition". */
export function editionWords(edition: number, language: MailLanguage): string {
  return language === 'de' ? `${edition}. Ausgabe` : `${edition}${ordinalEnding(edition)} edition`
}

/** "3." in German, "3rd" in English. */
export function ordinal(position: number, language: MailLanguage): string {
  return language === 'de' ? `${position}.` : `${position}${ordinalEnding(position)}`
}

function oneDay(name: string, day: MailDay, language: MailLanguage): string {
  const [start, end] = [day.startsAt, day.endsAt]
  if (!start) return name
  if (language === 'de') return end ? `${name}, ${start} bis ${end} Uhr` : `${name}, ${start} Uhr`
  return end ? `${name}, ${start} to ${end}` : `${name}, ${start}`
}

function severalDays(from: string, to: string, first: MailDay, last: MailDay, language: MailLanguage): string {
  const clock = language === 'de' ? ' Uhr' : ''
  const opening = first.startsAt ? `${from}, ${first.startsAt}${clock},` : from
  const closing = last.endsAt ? `${to}, ${last.endsAt}${clock}` : to
  return `${opening} ${language === 'de' ? 'bis' : 'to'} ${closing}`
}

function venueWords(venue: MailVenue): string {
  const town = [venue.postcode, venue.city].filter(Boolean).join(' ')
  return [venue.name, venue.street, town].filter(Boolean).join(', ')
}

function weekday(day: MailDay, language: MailLanguage): string {
  return WEEKDAYS[language].format(noon(day))
}

function zoneWords(zone: string, language: MailLanguage): string {
  const name = zone.replaceAll('_', ' ')
  return language === 'de' ? `Ortszeit ${name}` : `${name} time`
}

function ordinalEnding(value: number): string {
  return ORDINAL_ENDINGS[ENGLISH_ORDINALS.select(value)] ?? 'th'
}

// A calendar day has no zone: noon UTC, read as UTC, is that day everywhere.
function noon(day: MailDay): Date {
  return new Date(`${day.date}T12:00:00Z`)
}

// Versions of ICU differ in their thin blanks; a mail keeps to the ordinary ones.
function plain(text: string): string {
  return text.replace(/[\u2009\u202f\u00a0]/g, ' ')
}

function forBoth(make: (locale: string) => Intl.DateTimeFormat): Readonly<Record<MailLanguage, Intl.DateTimeFormat>> {
  return { de: make(LOCALES.de), en: make(LOCALES.en) }
}
