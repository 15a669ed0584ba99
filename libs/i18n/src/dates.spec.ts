import {
  dayOfInstant, formatDay, formatDayMonth, formatDayRange, formatDayShort, formatInstant, formatKnownDate, formatTime, formatTimeRange, formatWeekday,
  splitDayRange, timeOfInstant,
} from './dates.js'

describe('dates in words', () => {
  it('writes a day in text and in tables', () => {
    expect(formatDay('de', '2011-03-24')).toBe('24. März 2011')
    expect(formatDay('en', '2011-03-24')).toBe('24 March 2011')
    expect(formatDayShort('de', '2011-03-04')).toBe('04.03.2011')
    expect(formatDayShort('en', '2011-03-04')).toBe('04/03/2011')
    expect(formatDayMonth('de', '2027-01-14')).toBe('14. Januar')
  })

  it('names the weekday where somebody must act', () => {
    expect(formatWeekday('de', '2026-12-18')).toBe('Freitag, 18. Dezember 2026')
    expect(formatWeekday('en', '2026-12-18')).toMatch(/^Friday,? 18 December 2026$/)
  })

  it('gives of a partial date what it knows', () => {
    expect(formatDay('de', '2010')).toBe('2010')
    expect(formatDay('de', '2011-03')).toBe('März 2011')
    expect(formatDayShort('de', '2011')).toBe('2011')
  })

  it('joins days of one month with a dash and without blanks', () => {
    expect(formatDayRange('de', '2011-03-24', '2011-03-25')).toBe('24.–25. März 2011')
    expect(formatDayRange('en', '2011-03-24', '2011-03-25')).toBe('24–25 March 2011')
    expect(formatDayRange('en', '2011-03-31', '2011-04-01')).toBe('31 March – 1 April 2011')
    expect(formatDayRange('de', '2011-03-24', '2011-03-24')).toBe('24. März 2011')
    expect(formatDayRange('de', '2011-03-31', '2011-04-01')).toBe('31. März – 1. April 2011')
  })

  it('splits the big date into days and month', () => {
    expect(splitDayRange('de', '2027-01-14', '2027-01-15')).toEqual({ days: '14.–15.', month: 'Januar 2027' })
    expect(splitDayRange('en', '2027-01-14', '2027-01-14')).toEqual({ days: '14', month: 'January 2027' })
    expect(splitDayRange('de', '2027-01-31', '2027-02-01').days).toBe('')
  })

  it('says "Uhr" in German only', () => {
    expect(formatTime('de', '09:30')).toBe('09:30 Uhr')
    expect(formatTime('en', '09:30')).toBe('09:30')
    expect(formatTimeRange('de', '09:30', '16:00')).toBe('09:30–16:00 Uhr')
    expect(formatTimeRange('de', '09:30', null)).toBe('ab 09:30 Uhr')
    expect(formatTimeRange('de', null, null)).toBe('')
  })

  it('reads an instant in the zone of the event, over midnight and over the clock change', () => {
    expect(dayOfInstant('2026-12-18T23:30:00Z', 'Europe/Berlin')).toBe('2026-12-19')
    expect(timeOfInstant('2026-07-01T10:00:00Z', 'Europe/Berlin')).toBe('12:00')
    expect(timeOfInstant('2026-12-01T23:00:00Z', 'Europe/Berlin')).toBe('00:00')
    expect(formatInstant('de', '2026-11-20T15:12:00Z', 'Europe/Berlin')).toBe('20. November 2026, 16:12 Uhr')
  })

  it('says nothing about an unknown date and marks an inferred one', () => {
    expect(formatKnownDate('de', { datePrecision: 'unknown', dateHint: null, dateInferred: false, days: [] })).toBeNull()
    expect(formatKnownDate('de', { datePrecision: 'year', dateHint: '2012', dateInferred: true, days: [] })).toBe('vermutlich 2012')
    expect(formatKnownDate('en', { datePrecision: 'month', dateHint: '2027-10', dateInferred: false, days: [] })).toBe('October 2027')
    expect(formatKnownDate('de', { datePrecision: 'day', dateHint: null, dateInferred: false, days: [{ date: '2011-03-24' }, { date: '2011-03-25' }] })).toBe('24.–25. März 2011')
  })
})
