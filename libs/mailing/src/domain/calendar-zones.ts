import { DateTime } from 'luxon'

/**
 * VTIMEZONE of Europe/Berlin as rules (RFC 5545 §3.6.5). A constant: lists of single dates (RDATE), or no definition at all, put Outlook one
 * hour off.
 */
const EUROPE_BERLIN = zoneLines('Europe/Berlin', [
  ['DAYLIGHT', '+0100', '+0200', 'CEST', '19700329T020000', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
  ['STANDARD', '+0200', '+0100', 'CET', '19701025T030000', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
])

const YEARS_CHECKED = 5
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

type Observance = [kind: 'DAYLIGHT' | 'STANDARD', from: string, to: string, name: string, start: string, rule: string | null]

interface Transition {
  at: DateTime
  /** minutes east of UTC */
  from: number
  to: number
}

/**
 * The VTIMEZONE component for a zone, good for events around `year`, lines ended by CRLF. Rules where the zone changes by a yearly rule, single
 * observances where it does not, one constant offset where it never changes.
 * @throws RangeError for a name that is no IANA zone
 */
export function zoneDefinition(zone: string, year: number): string {
  if (zone === 'Europe/Berlin') return EUROPE_BERLIN
  const start = DateTime.fromObject({ year }, { zone })
  if (!start.isValid) throw new RangeError('not a time zone')
  const changes = transitions(zone, year - 1, year + YEARS_CHECKED)
  if (changes.length === 0) return zoneLines(zone, [['STANDARD', offset(start.offset), offset(start.offset), offset(start.offset), '19700101T000000', null]])
  return zoneLines(zone, byRule(changes, year) ?? changes.map((change) => observance(change, null)))
}

/** The two yearly rules behind the changes of a zone, or `null` when the years checked do not follow any. */
function byRule(changes: readonly Transition[], year: number): Observance[] | null {
  const pair = changes.filter((change) => local(change).year === year - 1)
  if (pair.length !== 2) return null
  const found: Observance[] = []
  for (const model of pair) {
    const rule = candidates(model).find((candidate) => changes
      .filter((change) => change.to === model.to && change.from === model.from)
      .every((change) => candidates(change).includes(candidate)))
    if (!rule) return null
    found.push(observance(model, rule))
  }
  return changes.length === pair.length * (YEARS_CHECKED + 2) ? found : null
}

function candidates(change: Transition): string[] {
  const moment = local(change)
  const day = WEEKDAYS[moment.weekday - 1]
  const nth = Math.ceil(moment.day / 7)
  const last = moment.day + 7 > (moment.daysInMonth ?? 31)
  return [...(last ? [`FREQ=YEARLY;BYMONTH=${moment.month};BYDAY=-1${day}`] : []), `FREQ=YEARLY;BYMONTH=${moment.month};BYDAY=${nth}${day}`]
    .map((rule) => `${rule}@${moment.toFormat('HHmmss')}`)
}

function observance(change: Transition, candidate: string | null): Observance {
  const [rule = null] = candidate?.split('@') ?? []
  const kind = change.to > change.from ? 'DAYLIGHT' : 'STANDARD'
  const onset = rule ? firstOnset(rule, local(change)) : local(change)
  return [kind, offset(change.from), offset(change.to), offset(change.to), onset.toFormat("yyyyMMdd'T'HHmmss"), rule]
}

/** A rule is written from 1970 on, so that the text does not depend on the year of the event and the winter before it is covered. */
function firstOnset(rule: string, model: DateTime): DateTime {
  const [, nth = '1', day = 'SU'] = /BYDAY=(-?\d)(..)/.exec(rule) ?? []
  const month = model.set({ year: 1970, day: 1 })
  const days = Array.from({ length: month.daysInMonth ?? 31 }, (_, index) => month.set({ day: index + 1 })).filter((date) => WEEKDAYS[date.weekday - 1] === day)
  return days.at(Number(nth) < 0 ? -1 : Number(nth) - 1) ?? month
}

/** The wall clock just before the change: the form in which an observance names its onset. */
function local(change: Transition): DateTime {
  return change.at.toUTC().plus({ minutes: change.from })
}

function transitions(zone: string, firstYear: number, lastYear: number): Transition[] {
  const found: Transition[] = []
  const step = 7 * 24 * 60 * 60 * 1000
  const end = DateTime.utc(lastYear + 1).toMillis()
  let before = DateTime.utc(firstYear).toMillis()
  for (let at = before + step; before < end; before = at, at += step) {
    if (offsetAt(before, zone) !== offsetAt(at, zone)) {
      const change = firstDifference(before, at, zone)
      if (change < end) found.push({ at: DateTime.fromMillis(change, { zone }), from: offsetAt(before, zone), to: offsetAt(at, zone) })
    }
  }
  return found
}

function firstDifference(from: number, to: number, zone: string): number {
  const before = offsetAt(from, zone)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}

function offsetAt(millis: number, zone: string): number {
  return DateTime.fromMillis(millis, { zone }).offset
}

function offset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`
}

function zoneLines(zone: string, observances: readonly Observance[]): string {
  const lines = observances.flatMap(([kind, from, to, name, start, rule]) => [
    `BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `TZNAME:${name}`, `DTSTART:${start}`, ...(rule ? [`RRULE:${rule}`] : []), `END:${kind}`,
  ])
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE', ''].join('\r\n')
}
