import { DateTime } from 'luxon'
import type { FieldProblem } from '@app/platform'

/** What the wall clock of a zone shows: `YYYY-MM-DD` and `HH:MM`. */
export interface LocalTime {
  date: string
  time: string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export type LocalReading = { kind: 'instant'; instant: Date } | { kind: 'problem'; problem: Omit<FieldProblem, 'pointer'> }

/**
 * The instant of a wall-clock time in an IANA zone. Clocks that are put forward leave times out, clocks that are put back have
 * times twice; neither is guessed: the problem names both readings, so that a person can decide.
 *
 * - `field.time_gap`: `before` and `after` are the wall-clock times meant if the clock had not, or had already, been put forward.
 * - `field.time_twice`: `first` and `second` are the offsets from UTC of the two moments.
 */
export function instantOf({ date, time }: LocalTime, zone: string): LocalReading {
  const wall = DateTime.fromISO(`${date}T${time}`, { zone: 'utc' }).toMillis()
  if (Number.isNaN(wall)) throw new RangeError(`No such time: ${date} ${time}.`)
  // A zone changes its offset at most once within two days, so the true offset is the one before or the one after.
  const offsets = [...new Set([offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)])]
  const readings = offsets.map((offset) => wall - offset * MINUTE).sort((a, b) => a - b)
  const right = readings.filter((reading) => reading + offsetAt(reading, zone) * MINUTE === wall)
  if (right.length === 1) return { kind: 'instant', instant: new Date(right[0]!) }
  const [first, second] = readings.map((reading) => DateTime.fromMillis(reading, { zone }))
  return right.length === 0
    ? problem('field.time_gap', { time, before: first!.toFormat('HH:mm'), after: second!.toFormat('HH:mm') })
    : problem('field.time_twice', { time, first: `UTC${first!.toFormat('ZZ')}`, second: `UTC${second!.toFormat('ZZ')}` })
}

/** What the clock of the zone shows at an instant. */
export function localOf(instant: Date, zone: string): LocalTime {
  const local = DateTime.fromMillis(instant.getTime(), { zone })
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') }
}

/** The first instant of a calendar day; where midnight is left out by the clock, the first time there is. */
export function startOfDay(date: string, zone: string): Date {
  return new Date(DateTime.fromISO(date, { zone }).startOf('day').toMillis())
}

/** The instant at which a calendar day is over: the first of the day after. */
export function endOfDay(date: string, zone: string): Date {
  return startOfDay(DateTime.fromISO(date, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd'), zone)
}

/** The calendar day that was the last one before this instant: the reverse of `endOfDay`. */
export function lastDayBefore(instant: Date, zone: string): string {
  return localOf(new Date(instant.getTime() - 1), zone).date
}

function problem(code: string, params: Record<string, string | number>): LocalReading {
  return { kind: 'problem', problem: { code, params } }
}

/** Minutes east of UTC. */
function offsetAt(milliseconds: number, zone: string): number {
  const { offset } = DateTime.fromMillis(milliseconds, { zone })
  if (Number.isNaN(offset)) throw new RangeError(`No such time zone: ${zone}.`)
  return offset
}
