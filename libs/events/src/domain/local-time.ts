import { DateTime } from 'luxon'
import type { FieldProblem } from '@app/platform'

/** What the wall clock of a zone shows: `YYYY-MM-DD` and `HH:MM`. */
export interface LocalTime {
  date: string
  time: string
}

export type LocalReading = { kind: 'instant'; instant: Date } | { kind: 'problem'; problem: Omit<FieldProblem, 'pointer'> }

/**
 * The instant of a wall-clock time in an IANA zone. Clocks that are put forward leave times out, clocks that are put back have
 * times twice; neither is guessed: the problem names both readings, so that a person can decide.
 *
 * - `field.time_gap`: `before` and `after` are the wall-clock times meant if the clock had not, or had already, been put forward.
 * - `field.time_twice`: `first` and `second` are the offsets from UTC of the two moments.
 */
export function instantOf({ date, time }: LocalTime, zone: string): LocalReading {
  const found = DateTime.fromISO(`${date}T${time}`, { zone })
  if (!found.isValid) throw new RangeError(`No such time: ${date} ${time} in ${zone}.`)
  if (found.toFormat('yyyy-MM-dd HH:mm') !== `${date} ${time}`) {
    // Luxon reads a time in the gap with the offset before the change; the offset after it gives the other reading.
    const gap = found.offset - found.minus({ hours: 3 }).offset
    return problem('field.time_gap', { time, before: found.minus({ minutes: gap }).toFormat('HH:mm'), after: found.toFormat('HH:mm') })
  }
  const readings = found.getPossibleOffsets()
  if (readings.length > 1) {
    const [first, second] = readings.map((reading) => `UTC${reading.toFormat('ZZ')}`)
    return problem('field.time_twice', { time, first: first!, second: second! })
  }
  return { kind: 'instant', instant: new Date(found.toMillis()) }
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

/** The calendar day that ended at this instant, if it is one where a day ends. The reverse of `endOfDay`. */
export function lastDayBefore(instant: Date, zone: string): string {
  return localOf(new Date(instant.getTime() - 1), zone).date
}

function problem(code: string, params: Record<string, string | number>): LocalReading {
  return { kind: 'problem', problem: { code, params } }
}
