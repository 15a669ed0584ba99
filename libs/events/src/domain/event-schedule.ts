import type { AgendaItemInput, AgendaKind, DayInput } from '@app/contracts'
import type { FieldProblem } from '@app/platform'
import { instantOf } from './local-time.js'
import type { EventDayTimes } from './registration-window.js'

/** An agenda item with its instants; `date` is one of the event's days, or null while it has no time. */
export interface PlannedItem extends AgendaItemInput {
  starts: Date | null
  ends: Date | null
}

export interface Schedule {
  days: EventDayTimes[]
  agenda: PlannedItem[]
  errors: FieldProblem[]
}

/** Longest time from the first to the last day of one event; what takes longer is a series. */
const LONGEST_DAYS = 366
const DAY = 86_400_000

/**
 * Days and agenda as instants, with everything that cannot be: days more than a year apart, an end before its beginning, a time that the clock of the zone leaves
 * out or has twice, items outside the days of the event, and two items at once in one room or with one speaker (A3).
 * Pointers follow the contract: `/days/0/startsAt`, `/agenda/3/room`.
 */
export function planSchedule(days: readonly DayInput[], agenda: readonly AgendaItemInput[], timeZone: string): Schedule {
  const errors: FieldProblem[] = []
  const planned = days.map((day, index) => planDay(day, timeZone, `/days/${index}`, errors))
  for (const [index, { date }] of days.entries()) {
    if (days.findIndex((other) => other.date === date) < index) errors.push({ pointer: `/days/${index}/date`, code: 'field.day_twice' })
  }
  errors.push(...tooFarApart(days))
  const items = agenda.map((item, index) => planItem(item, days, timeZone, `/agenda/${index}`, errors))
  errors.push(...clashes(items))
  return { days: [...planned].sort((a, b) => (a.onDate < b.onDate ? -1 : 1)), agenda: items, errors }
}

function planDay({ date, startsAt, endsAt }: DayInput, zone: string, pointer: string, errors: FieldProblem[]): EventDayTimes {
  const { starts, ends } = span(date, startsAt, endsAt, zone, pointer, errors)
  return { onDate: date, startsAt: starts, endsAt: ends }
}

/** A day that lies more than a year after the first one: mostly a mistyped year. */
function tooFarApart(days: readonly DayInput[]): FieldProblem[] {
  const middays = days.map(({ date }) => Date.parse(`${date}T12:00:00Z`))
  const first = Math.min(...middays)
  return middays.flatMap((midday, index) => (midday - first > LONGEST_DAYS * DAY ? [{ pointer: `/days/${index}/date`, code: 'field.days_apart' }] : []))
}

function planItem(item: AgendaItemInput, days: readonly DayInput[], zone: string, pointer: string, errors: FieldProblem[]): PlannedItem {
  const hasTime = item.startsAt !== null || item.endsAt !== null
  const date = item.date ?? (hasTime && days.length === 1 ? days[0]!.date : null)
  if (date !== null && !days.some((day) => day.date === date)) errors.push({ pointer: `${pointer}/date`, code: 'field.item_outside_days' })
  if (date === null) {
    if (hasTime) errors.push({ pointer: `${pointer}/date`, code: 'field.item_day_missing' })
    return { ...item, starts: null, ends: null }
  }
  return { ...item, date, ...span(date, item.startsAt, item.endsAt, zone, pointer, errors) }
}

/** The hours of one day; an end needs a beginning, and lies after it. */
function span(
  date: string, startsAt: string | null, endsAt: string | null, zone: string, pointer: string, errors: FieldProblem[],
): { starts: Date | null; ends: Date | null } {
  const read = (time: string | null, field: string) => {
    if (time === null) return null
    const reading = instantOf({ date, time }, zone)
    if (reading.kind === 'instant') return reading.instant
    errors.push({ pointer: `${pointer}/${field}`, ...reading.problem })
    return null
  }
  const starts = read(startsAt, 'startsAt')
  const ends = read(endsAt, 'endsAt')
  if (startsAt === null && endsAt !== null) errors.push({ pointer: `${pointer}/startsAt`, code: 'field.start_missing' })
  if (starts !== null && ends !== null && ends <= starts) errors.push({ pointer: `${pointer}/endsAt`, code: 'field.date_order' })
  return { starts, ends }
}

/** Two items at once in one room, or one person at two items at once; named at the later of the two in the list. */
function clashes(items: readonly PlannedItem[]): FieldProblem[] {
  return items.flatMap((item, index) =>
    items.slice(0, index).flatMap((other) => {
      if (!overlap(item, other) || belongTogether(item.kind, other.kind)) return []
      const found: FieldProblem[] = []
      if (item.room !== null && item.room === other.room) {
        found.push({ pointer: `/agenda/${index}/room`, code: 'field.room_overlap', params: { room: item.room, other: other.title } })
      }
      for (const [at, { name }] of item.speakers.entries()) {
        if (other.speakers.some((speaker) => speaker.name === name)) {
          found.push({ pointer: `/agenda/${index}/speakers/${at}/name`, code: 'field.speaker_overlap', params: { other: other.title } })
        }
      }
      return found
    }),
  )
}

/** A round of workshops spans its workshops: the same hour in the same room is no clash. */
function belongTogether(a: AgendaKind, b: AgendaKind): boolean {
  return a !== b && [a, b].every((kind) => kind === 'workshop_round' || kind === 'workshop')
}

/** An item without an end lasts no time but still begins somewhere. */
function overlap(a: PlannedItem, b: PlannedItem): boolean {
  if (a.starts === null || b.starts === null) return false
  const end = (item: PlannedItem) => item.ends?.getTime() ?? item.starts!.getTime() + 1
  return a.starts.getTime() < end(b) && b.starts.getTime() < end(a)
}
