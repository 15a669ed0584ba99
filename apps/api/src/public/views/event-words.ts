import type { Land, Language, PublicEvent, PublicEventSummary } from '@app/contracts'
import {
  dayOfInstant, formatDay, formatKnownDate, formatNumber, formatTime, formatTimeRange, formatWeekday, listWords, sortLands, timeOfInstant, wordFor, words,
} from '@app/i18n'
import { seatsSentence } from '@app/ui'

/** Name of the format; German as the organiser wrote it, other languages by the dictionary. */
export function formatWord(language: Language, event: Pick<PublicEventSummary, 'format' | 'formatName'>): string {
  if (language === 'de') return event.formatName
  const word = wordFor(words(language).vocabulary.formats, event.format)
  return word === event.format ? event.formatName : word
}

/** Title of an event; an edition without one is called by its number: "1. Netzwerktreffen". */
export function eventTitle(language: Language, event: PublicEventSummary): string {
  if (event.title) return event.title
  const format = formatWord(language, event)
  if (event.editionNo === null) return format
  return language === 'de' ? `${event.editionNo}. ${format}` : `${format} ${event.editionNo}`
}

/** "2. Ausgabe · Auftakt · Konferenz": what the event is within its series. */
export function eventKick(language: Language, event: PublicEventSummary): string[] {
  const say = words(language).series
  return [
    event.editionNo === null ? null : say.edition(event.editionNo),
    event.isKickoff ? say.kickoff : null,
    event.isClosing ? say.closing : null,
    event.formatName === event.series?.title ? null : formatWord(language, event),
  ].filter((part) => part !== null)
}

export function isOver(event: PublicEventSummary, today: string): boolean {
  if (event.state === 'done' || event.state === 'accounted') return true
  const last = event.days.at(-1)?.date
  return last !== undefined && last < today
}

/** Next first: dated by first day, then undated ones; the past runs backwards. */
export function inTimeOrder(events: readonly PublicEventSummary[], today: string): { upcoming: PublicEventSummary[]; past: PublicEventSummary[] } {
  const date = (event: PublicEventSummary) => event.days[0]?.date ?? event.dateHint ?? ''
  const upcoming = events.filter((event) => !isOver(event, today)).sort((a, b) => compare(date(a) || '9999', date(b) || '9999') || editionOf(a) - editionOf(b))
  const past = events.filter((event) => isOver(event, today)).sort((a, b) => compare(date(b), date(a)) || editionOf(b) - editionOf(a))
  return { upcoming, past }
}

const editionOf = (event: PublicEventSummary) => event.editionNo ?? 0
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The date in words; when nothing is known, words that say so. */
export function dateSentence(language: Language, event: PublicEventSummary): string {
  const say = words(language).event
  return formatKnownDate(language, event) ?? (isPast(event) ? say.dateUnknownPast : say.noDate)
}

/** The date for the margin of a list: short, and never empty. */
export function dateShort(language: Language, event: PublicEventSummary): string {
  const say = words(language).event
  return formatKnownDate(language, event) ?? (isPast(event) ? say.dateUnknownPast : say.noDateShort)
}

/** One line a day, so that no span leads through a night: "Donnerstag, 14. Januar 2027, 11:00–18:30 Uhr"; none while no day is fixed. */
export function dayLines(language: Language, event: PublicEventSummary): string[] {
  if (event.datePrecision !== 'day') return []
  return event.days.map(({ date, startsAt, endsAt }) => [formatWeekday(language, date), formatTimeRange(language, startsAt, endsAt)].filter((part) => part).join(', '))
}

const isPast = (event: PublicEventSummary) => event.state === 'done' || event.state === 'accounted'

/** City, or "online", or nothing yet. */
export function placeWord(language: Language, event: PublicEventSummary): string | null {
  if (event.venue) return event.venue.city
  return event.mode === 'online' ? words(language).event.online : null
}

/** "Bürgerhaus am Hafen, Kaistraße 12, 23552 Lübeck" */
export function venueLine(event: PublicEventSummary): string | null {
  const { venue } = event
  if (!venue) return null
  return [venue.name, venue.street, [venue.postcode, venue.city].filter((part) => part).join(' ')].filter((part) => part).join(', ')
}

/** Names of Länder in alphabetical order: "Hessen, Niedersachsen und Thüringen". */
export function landWords(language: Language, lands: readonly Land[]): string {
  const { vocabulary } = words(language)
  return listWords(language, sortLands(language, lands).map((land) => vocabulary.lands[land]), 'and')
}

/** "rund 200 Teilnehmende" as published, or null. */
export function publishedCount(language: Language, event: PublicEventSummary): string | null {
  if (event.countPublished === null) return null
  return words(language).places.participants(formatNumber(language, event.countPublished), event.countQualifier ?? '')
}

/**
 * The last moment of registration: `bis Freitag, 18. Dezember 2026`, with the time unless it is the end of the day.
 * Midnight at the start of a day counts as the end of the day before.
 */
export function closingWords(language: Language, event: PublicEventSummary): string | null {
  const { closesAt } = event.registration
  if (closesAt === null) return null
  const time = timeOfInstant(closesAt, event.timeZone)
  if (time === '00:00') return untilWords(language, dayOfInstant(new Date(Date.parse(closesAt) - 60_000).toISOString(), event.timeZone))
  const day = dayOfInstant(closesAt, event.timeZone)
  return time >= '23:58' ? untilWords(language, day) : `${untilWords(language, day)}, ${formatTime(language, time)}`
}

function untilWords(language: Language, day: string): string {
  return words(language).event.until(formatWeekday(language, day))
}

/** Why registration is open or closed, as a sentence. */
export function registrationSentence(language: Language, event: PublicEventSummary): string {
  const { reason, opensAt, closesAt } = event.registration
  const { reasons } = words(language).event
  const day = (instant: string | null) => (instant === null ? null : formatDay(language, dayOfInstant(instant, event.timeZone)))
  if (reason === 'not_yet') return reasons.not_yet(day(opensAt))
  if (reason === 'over') return reasons.over(day(closesAt))
  return reasons[reason]()
}

/** Places and deadline of an open registration: "Noch 66 von 80 Plätzen frei. Anmeldung bis Dienstag, 12. Januar 2027" */
export function openSentence(language: Language, event: PublicEventSummary): string {
  const closing = closingWords(language, event)
  const deadline = closing ? `${words(language).series.registration} ${closing}` : registrationSentence(language, event)
  return `${seatsSentence(language, event.registration.places)}. ${deadline}`
}

/** The event to offer first: the next with a free place, else the next whose waiting list is open. */
export function firstToJoin(upcoming: readonly PublicEventSummary[]): PublicEventSummary | undefined {
  const open = upcoming.filter((event) => event.registration.open)
  return open.find((event) => event.registration.places.free !== 0) ?? open[0]
}

/** True when a registration now leads to the waiting list. */
export function leadsToWaiting(event: PublicEventSummary): boolean {
  return event.registration.open && event.registration.places.free === 0
}

/** All words of the audience: labels of the groups as the organiser gave them. */
export function groupWords(language: Language, groups: PublicEvent['groups']): string[] {
  const list = words(language).vocabulary.groups
  return groups.map((group) => (language === 'de' ? group.label : wordFor(list, group.key) === group.key ? group.label : wordFor(list, group.key)))
}
