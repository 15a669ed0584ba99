import { z } from 'zod'
import { type EventMode, type EventState, STANDINGS } from './vocabulary.js'

const people = z.number().int()

/** Who hears of a change of an event, and who of its end; counted from rows at the moment of asking. */
export const Audience = z.object({
  update: people.describe('people with a place and an address whose calendar has the event: a change of it reaches them'),
  first: people.describe('people with a place and an address whose calendar does not have it yet: they receive it with the first change while there is a date'),
  cancel: people.describe('people with an address who are told when the event is called off: calendar entries, waiting, requested'),
  unreachable: people.describe('people without an address among those who would be told'),
  standings: z
    .array(z.object({ standing: z.enum(STANDINGS), told: people, unreachable: people }))
    .describe('the people of `cancel` and `unreachable` by standing'),
})
export type Audience = z.output<typeof Audience>

/** States in which people may have the event in their calendars; staff registers people by hand before it is published. */
export const STATES_IN_CALENDARS: readonly EventState[] = ['planned', 'save_the_date', 'inviting', 'closed', 'running']

/** What of an event stands in people's calendars, in the words of the contract. */
export interface CalendarFacts {
  title: string | null
  mode: EventMode
  timeZone: string
  days: readonly { date: string; startsAt?: string | null | undefined; endsAt?: string | null | undefined }[]
  venue: { name?: string | null | undefined; street?: string | null | undefined; postcode?: string | null | undefined; city: string } | null
  onlineUrl: string | null
  agenda: readonly { date?: string | null | undefined; startsAt?: string | null | undefined }[]
}

type CalendarPatch = { [K in keyof CalendarFacts]?: CalendarFacts[K] | undefined }

/**
 * Whether a change touches what stands in calendars: title, days, times, zone, place, online link, the times of the programme. The rule by
 * which a change is told, and by which the console asks before; a programme item that only gets another name is told to nobody.
 */
export function touchesCalendars(before: CalendarFacts, patch: CalendarPatch): boolean {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  return factsIn(before) !== factsIn({ ...before, ...given })
}

/** How many people a change of calendar facts reaches: nobody while there is no date that a calendar could hold. */
export function toldByChange({ update, first }: Pick<Audience, 'update' | 'first'>, hasDate: boolean): number {
  return hasDate ? update + first : 0
}

function factsIn({ title, mode, timeZone, days, venue, onlineUrl, agenda }: CalendarFacts): string {
  const dates = [...days].map(({ date, startsAt, endsAt }) => [date, plain(startsAt), plain(endsAt)]).sort(byText)
  // On one day an item needs no date of its own, and its time alone stands in the calendar.
  const several = days.length > 1
  const times = agenda.map(({ date, startsAt }) => (several ? [plain(date), plain(startsAt)] : [plain(startsAt)])).filter((time) => time.some(Boolean)).sort(byText)
  // An online meeting has no house, whatever is written down for one.
  const place = mode === 'online' || venue === null ? null : [venue.name, venue.street, venue.postcode, venue.city].map(plain)
  return JSON.stringify([plain(title), mode, timeZone, dates, place, plain(onlineUrl), times])
}

function plain(text: string | null | undefined): string {
  return (text ?? '').trim()
}

function byText(a: readonly string[], b: readonly string[]): number {
  return a.join(' ') < b.join(' ') ? -1 : 1
}
