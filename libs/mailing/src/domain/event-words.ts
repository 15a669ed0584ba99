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
 * Weekday and time, one line a day, so that no span leads through a night: "Donnerstag, 11:00 bis 16:30 Uhr"; of several days each with its date,
 * "Dienstag, 2. Februar 2027, 09:00 bis 12:00 Uhr". Without a time the day alone, without a day nothing. The zone is named where the reader may not
 * take it for granted.
 */
export function timeLines(days: readonly MailDay[], zone: string, language: MailLanguage): string[] {
  const several = days.length > 1
  const lines = days.map((day) => oneDay(several ? `${weekday(day, language)}, ${plain(DATES[language].format(noon(day)))}` : weekday(day, language), day, language))
  const timed = days.some(({ startsAt, endsAt }) => startsAt ?? endsAt)
  if (!timed || (zone === HOME_ZONE && language === 'de')) return lines
  return several ? [...lines, zoneWords(zone, language)] : [`${lines[0]} (${zoneWords(zone, language)})`]
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

function oneDay(name: string, { startsAt, endsAt }: MailDay, language: MailLanguage): string {
  const [until, end] = language === 'de' ? ['bis', ' Uhr'] : [startsAt ? 'to' : 'until', '']
  const times = [startsAt, endsAt ? `${until} ${endsAt}` : null].filter(Boolean).join(' ')
  return times === '' ? name : `${name}, ${times}${end}`
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
