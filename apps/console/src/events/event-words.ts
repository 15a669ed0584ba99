import type { EventDetail, EventRow, EventState, Language } from '@app/contracts'
import { formatDay, formatDayMonth, formatKnownDate, listWords, wordFor, words } from '@app/i18n'
import type { IconName, Tone } from '@app/ui'
import type { Texts } from '../language.js'

/** Glyph and colour of a state; colour alone never tells it. */
const LOOKS: Record<EventState, readonly [IconName, Tone]> = {
  idea: ['unanswered', 'none'], planned: ['unanswered', 'none'], save_the_date: ['calendar', 'open'], inviting: ['place', 'ok'], closed: ['lock', 'none'],
  running: ['clock', 'ok'], done: ['tick', 'no'], accounted: ['tick', 'no'], cancelled: ['declined', 'no'],
}

/** States in which nothing is to come. */
const OVER: readonly EventState[] = ['done', 'accounted', 'cancelled']
/** States that nobody outside has seen. */
const DRAFTS: readonly EventState[] = ['idea', 'planned']

export function stateLook(event: Pick<EventRow, 'state'>): { icon: IconName; tone: Tone } {
  const [icon, tone] = LOOKS[event.state]
  return { icon, tone }
}

/** "Anmeldung läuft bis 18. Dezember": the state with what makes it concrete. */
export function stateSentence(event: Pick<EventRow, 'state'> & { closesOn?: string | null }, language: Language, t: Texts): string {
  const word = words(language).vocabulary.eventStates[event.state]
  return event.state === 'inviting' && event.closesOn ? t.event.openUntil(formatDayMonth(language, event.closesOn)) : word
}

/** "Nicht sichtbar, weil der Termin fehlt", or null when everybody sees the event. Unknown codes of a newer API become a general reason. */
export function hiddenSentence(event: Pick<EventRow, 'visible' | 'hiddenBecause'>, language: Language, t: Texts): string | null {
  if (event.visible) return null
  const reasons = event.hiddenBecause.map((code) => (Object.hasOwn(t.hidden, code) ? wordFor(t.hidden, code) : t.hiddenOther))
  return t.event.hiddenBecause(listWords(language, [...new Set(reasons.length === 0 ? [t.hiddenOther] : reasons)]))
}

/** "14.–15. Januar 2027, Lübeck"; an unknown date is said, not left out. */
export function eventWhen(event: EventRow, language: Language, t: Texts): string {
  return [dateOf(event, language, t), placeOf(event, language)].filter((part) => part !== '').join(', ')
}

export function dateOf(event: EventRow, language: Language, t: Texts): string {
  const days = event.firstDay === null ? [] : [{ date: event.firstDay }, { date: event.lastDay ?? event.firstDay }]
  return formatKnownDate(language, { datePrecision: event.datePrecision, dateHint: event.dateHint, dateInferred: false, days }) ?? (OVER.includes(event.state) ? t.event.dateUnknown : t.event.noDate)
}

export function placeOf(event: Pick<EventRow, 'city' | 'mode'>, language: Language): string {
  const online = words(language).vocabulary.eventModes.online
  if (event.mode === 'online') return online
  if (event.city === null) return ''
  return event.mode === 'hybrid' ? listWords(language, [event.city, online]) : event.city
}

/** "124 von 200 vergeben, 5 warten" */
export function placesSentence(event: Pick<EventRow, 'capacity' | 'taken' | 'waiting'>, t: Texts): string {
  const taken = event.capacity === null ? t.event.takenOpen(event.taken) : t.event.taken(event.taken, event.capacity)
  return event.waiting === 0 ? taken : `${taken}, ${t.event.waiting(event.waiting)}`
}

export interface EventGroups {
  next: EventRow[]
  undated: EventRow[]
  /** Drafts whose day is over without ever having been published. */
  drafts: EventRow[]
  /** Cancelled, and their day is still to come or was never fixed. */
  cancelled: EventRow[]
  past: EventRow[]
}

/** What comes, the nearest first; what still has no day; drafts and cancelled events apart; what was, the latest first. `today` as YYYY-MM-DD. */
export function groupEvents(events: readonly EventRow[], today: string): EventGroups {
  const dayOf = (event: EventRow) => event.firstDay ?? event.dateHint ?? ''
  const isDayOver = (event: EventRow) => (event.lastDay ?? event.dateHint ?? today) < today
  const groupOf = (event: EventRow): keyof EventGroups => {
    if (event.state === 'cancelled') return isDayOver(event) ? 'past' : 'cancelled'
    if (DRAFTS.includes(event.state)) return event.lastDay !== null && isDayOver(event) ? 'drafts' : event.firstDay === null ? 'undated' : 'next'
    if (OVER.includes(event.state) || (event.lastDay !== null && isDayOver(event))) return 'past'
    return event.firstDay === null ? 'undated' : 'next'
  }
  const groups: EventGroups = { next: [], undated: [], drafts: [], cancelled: [], past: [] }
  for (const event of events) groups[groupOf(event)].push(event)
  const nearestFirst = (a: EventRow, b: EventRow) => dayOf(a).localeCompare(dayOf(b))
  const latestFirst = (a: EventRow, b: EventRow) => nearestFirst(b, a)
  return {
    next: groups.next.toSorted(nearestFirst),
    undated: groups.undated,
    drafts: groups.drafts.toSorted(latestFirst),
    cancelled: groups.cancelled.toSorted(nearestFirst),
    past: groups.past.toSorted(latestFirst),
  }
}

/** "Zukunftsdialog, 2. Ausgabe" */
export function editionOf(event: Pick<EventRow, 'format' | 'formatName' | 'editionNo'>, t: Texts): string {
  const format = t.event.format(event.format, event.formatName)
  return event.editionNo === null ? format : `${format}, ${t.event.edition(event.editionNo)}`
}

export function closesText(event: EventDetail, language: Language, t: Texts): string {
  return event.closesOn === null ? t.event.closesOpen : formatDay(language, event.closesOn)
}
