import { DateTime } from 'luxon'

const ZONE = 'Europe/Berlin'
const TUESDAY = 2

/**
 * The n-th suitable Tuesday that is at least four weeks after the given instant, 1 for the first, as ISO date of Germany. Tuesdays and
 * Wednesdays meet none of the movable holidays but Saxony's in November; days with a fixed one and those from 20 December to 6 January
 * are passed over, so that no two editions fall on one day.
 */
export function plannedTuesday(now: Date, number: number): string {
  let day = DateTime.fromJSDate(now, { zone: ZONE }).plus({ weeks: 4 }).startOf('day')
  for (let found = 0; ; day = day.plus({ days: 1 })) {
    if (day.weekday === TUESDAY && !isHolidayTime(day) && !isHolidayTime(day.plus({ days: 1 }))) found += 1
    if (found === number) return day.toISODate()!
  }
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
