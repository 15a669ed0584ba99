import fc from 'fast-check'
import { endOfDay, instantOf, lastDayBefore, localOf, startOfDay } from './local-time.js'

const instant = (date: string, time: string, zone: string) => {
  const reading = instantOf({ date, time }, zone)
  return reading.kind === 'instant' ? reading.instant.toISOString() : reading.problem
}

test.each([
  ['in winter', '2027-01-15', '09:30', 'Europe/Berlin', '2027-01-15T08:30:00.000Z'],
  ['in summer', '2027-07-15', '09:30', 'Europe/Berlin', '2027-07-15T07:30:00.000Z'],
  ['just before the clock goes forward', '2027-03-28', '01:59', 'Europe/Berlin', '2027-03-28T00:59:00.000Z'],
  ['just after', '2027-03-28', '03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
  ['where the offset is no whole hour', '2027-07-15', '09:30', 'Asia/Kathmandu', '2027-07-15T03:45:00.000Z'],
  ['in the war, when Berlin had double summer time', '1945-06-15', '09:30', 'Europe/Berlin', '1945-06-15T06:30:00.000Z'],
])('reads a wall clock %s', (_name, date, time, zone, expected) => {
  expect(instant(date, time, zone)).toBe(expected)
})

test('a time that the clock leaves out is no time, and both readings are named', () => {
  expect(instant('2027-03-28', '02:30', 'Europe/Berlin')).toEqual({ code: 'field.time_gap', params: { time: '02:30', before: '01:30', after: '03:30' } })
})

test('a time that the clock has twice is not guessed, and both readings are named', () => {
  expect(instant('2027-10-31', '02:30', 'Europe/Berlin')).toEqual({
    code: 'field.time_twice', params: { time: '02:30', first: 'UTC+02:00', second: 'UTC+01:00' },
  })
  expect(instant('2027-04-04', '01:45', 'Australia/Lord_Howe')).toMatchObject({ code: 'field.time_twice' })
})

test('a zone or a day that does not exist is an error of the program', () => {
  expect(() => instantOf({ date: '2027-01-01', time: '10:00' }, 'Europe/Atlantis')).toThrow(RangeError)
  expect(() => instantOf({ date: '2027-02-31', time: '10:00' }, 'Europe/Berlin')).toThrow(RangeError)
})

test('a day begins and ends by the clock of its zone, also when it has 23 hours or no midnight', () => {
  expect(startOfDay('2027-03-28', 'Europe/Berlin').toISOString()).toBe('2027-03-27T23:00:00.000Z')
  expect(endOfDay('2027-03-28', 'Europe/Berlin').toISOString()).toBe('2027-03-28T22:00:00.000Z')
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z')
})

test('what the clock shows leads back to the same instant, but for the hour that it shows twice', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 * 30 }), zones, (minutes, zone) => {
      const there = new Date(Date.UTC(2010, 0, 1) + minutes * 60_000)
      const back = instantOf(localOf(there, zone), zone)
      if (back.kind === 'instant') expect(back.instant).toEqual(there)
      else expect(back.problem.code).toBe('field.time_twice')
      const { date } = localOf(there, zone)
      expect(startOfDay(date, zone) <= there && there < endOfDay(date, zone)).toBe(true)
      expect(lastDayBefore(endOfDay(date, zone), zone)).toBe(date)
    }),
  )
})
