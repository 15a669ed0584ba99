import { dateWords, editionWords, ordinal, placeWords, timeLines } from './event-words.js'

const zone = 'Europe/Berlin'

describe('the words for an event', () => {
  it('name the day or the range of days', () => {
    expect(dateWords([{ date: '2011-03-24' }], 'de')).toBe('24. März 2011')
    expect(dateWords([{ date: '2027-01-14' }, { date: '2027-01-15' }], 'de')).toBe('14.–15. Januar 2027')
    expect(dateWords([{ date: '2026-12-31' }, { date: '2027-01-02' }], 'de')).toBe('31. Dezember 2026 – 2. Januar 2027')
    expect(dateWords([{ date: '2027-01-14' }, { date: '2027-01-15' }], 'en')).toBe('14 – 15 January 2027')
    expect(dateWords([], 'de')).toBeNull()
  })

  it('name weekday and time with "Uhr"', () => {
    expect(timeLines([{ date: '2027-01-14', startsAt: '11:00', endsAt: '16:30' }], zone, 'de')).toEqual(['Donnerstag, 11:00 bis 16:30 Uhr'])
    expect(timeLines([{ date: '2027-01-14', startsAt: '11:00' }], zone, 'de')).toEqual(['Donnerstag, 11:00 Uhr'])
    expect(timeLines([{ date: '2027-01-14' }], zone, 'de')).toEqual(['Donnerstag'])
    expect(timeLines([], zone, 'de')).toEqual([])
  })

  it('name the times of each day, and no span through the night', () => {
    const days = [{ date: '2027-02-02', startsAt: '09:00', endsAt: '12:00' }, { date: '2027-02-03' }, { date: '2027-02-04', endsAt: '13:30' }]
    expect(timeLines(days, zone, 'de')).toEqual(['Dienstag, 2. Februar 2027, 09:00 bis 12:00 Uhr', 'Mittwoch, 3. Februar 2027', 'Donnerstag, 4. Februar 2027, bis 13:30 Uhr'])
    expect(timeLines(days, zone, 'en')).toEqual(['Tuesday, 2 February 2027, 09:00 to 12:00', 'Wednesday, 3 February 2027', 'Thursday, 4 February 2027, until 13:30', 'Europe/Berlin time'])
  })

  it('name the zone where it is not taken for granted', () => {
    expect(timeLines([{ date: '2027-01-14', startsAt: '11:00', endsAt: '16:30' }], zone, 'en')).toEqual(['Thursday, 11:00 to 16:30 (Europe/Berlin time)'])
    expect(timeLines([{ date: '2027-01-14', startsAt: '11:00' }], 'America/New_York', 'de')).toEqual(['Donnerstag, 11:00 Uhr (Ortszeit America/New York)'])
    expect(timeLines([{ date: '2027-01-14' }], 'America/New_York', 'en')).toEqual(['Thursday'])
  })

  it('name the place', () => {
    const venue = { name: 'Bürgerhaus am Hafen', street: 'Kaistraße 12', postcode: '23552', city: 'Lübeck' }
    expect(placeWords({ mode: 'onsite', venue }, 'de')).toBe('Bürgerhaus am Hafen, Kaistraße 12, 23552 Lübeck')
    expect(placeWords({ mode: 'hybrid', venue: { city: 'Lübeck' } }, 'en')).toBe('Lübeck and online')
    expect(placeWords({ mode: 'online' }, 'de')).toBe('Online')
    expect(placeWords({ mode: 'onsite', venue: null }, 'de')).toBeNull()
  })

  it('count', () => {
    expect(editionWords(2, 'de')).toBe('2. Ausgabe')
    expect([1, 2, 3, 4, 11, 21].map((value) => ordinal(value, 'en'))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st'])
    expect(ordinal(3, 'de')).toBe('3.')
  })
})
