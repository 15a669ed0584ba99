import { DateTime } from 'luxon'

const ZONE = 'Europe/Berlin'
const TUESDAY = 2

/**
 * A Tuesday at least `weeks` weeks after the given instant, as ISO date of Germany. Tuesdays and Wednesdays meet none of the movable
 * holidays but Saxony's in November; days with a fixed one and those from 20 December to 6 January are passed over.
 */
export function plannedTuesday(now: Date, weeks: number): string {
  let day = DateTime.fromJSDate(now, { zone: ZONE }).plus({ weeks }).startOf('day')
  while (day.weekday !== TUESDAY || isHolidayTime(day) || isHolidayTime(day.plus({ days: 1 }))) day = day.plus({ days: 1 })
  return day.toISODate()!
}

/** The day after, or before, an ISO date. */
export function shiftedDay(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: ZONE }).plus({ days }).toISODate()!
}

function isHolidayTime(day: DateTime): boolean {
  const fixed = ['01-01', '01-06', '03-08', '05-01', '08-15', '09-20', '10-03', '10-31', '11-01']
  const monthDay = day.toFormat('MM-dd')
  return fixed.includes(monthDay) || monthDay >= '12-20' || monthDay <= '01-06'
}
