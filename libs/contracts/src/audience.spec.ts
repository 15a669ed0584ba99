import { type CalendarFacts, toldByChange, touchesCalendars } from './audience.js'

const event: CalendarFacts = {
  title: 'Teilhabe vor Ort', mode: 'hybrid', timeZone: 'Europe/Berlin', days: [{ date: '2027-04-14', startsAt: '10:00', endsAt: '17:00' }],
  venue: { name: 'Bürgerhaus', street: null, postcode: '23552', city: 'Lübeck' }, onlineUrl: 'https://konferenz.example/7',
  agenda: [{ date: '2027-04-14', startsAt: '10:00' }, { date: null, startsAt: null }],
}

describe('a change', () => {
  it.each<[string, Parameters<typeof touchesCalendars>[1]]>([
    ['the title', { title: 'Teilhabe' }],
    ['the day', { days: [{ date: '2027-04-15', startsAt: '10:00', endsAt: '17:00' }] }],
    ['the hour', { days: [{ date: '2027-04-14', startsAt: '11:00', endsAt: '17:00' }] }],
    ['the zone', { timeZone: 'Europe/Lisbon' }],
    ['the place', { venue: { name: 'Bürgerhaus', city: 'Kiel' } }],
    ['the way of meeting', { mode: 'in_person' }],
    ['the online link', { onlineUrl: 'https://konferenz.example/8' }],
    ['a time of the programme', { agenda: [{ date: '2027-04-14', startsAt: '10:30' }] }],
  ])('of %s touches calendars', (_, patch) => {
    expect(touchesCalendars(event, patch)).toBe(true)
  })

  it.each<[string, object]>([
    ['of what stands in no calendar', { description: 'Neu', capacity: 20 }],
    ['of nothing', {}],
    ['that is none', { title: ' Teilhabe vor Ort ', venue: { name: 'Bürgerhaus', street: '', postcode: '23552', city: 'Lübeck' } }],
    ['of the name of an item, or of one without a time', { agenda: [{ startsAt: '10:00', title: 'Anders' }, { startsAt: null, title: 'Ausklang' }] }],
    ['of fields that were not sent', { title: undefined }],
  ])('%s touches none', (_, patch) => {
    expect(touchesCalendars(event, patch)).toBe(false)
  })

  it('of the house touches none while everybody meets online', () => {
    expect(touchesCalendars({ ...event, mode: 'online' }, { venue: null })).toBe(false)
  })

  it('of the day of an item touches calendars where there are several days', () => {
    const days = [...event.days, { date: '2027-04-15', startsAt: '09:00', endsAt: '12:00' }]
    expect(touchesCalendars({ ...event, days }, { agenda: [{ date: '2027-04-15', startsAt: '10:00' }] })).toBe(true)
    expect(touchesCalendars({ ...event, days }, { days: [...days].reverse() })).toBe(false)
  })

  it('reaches those who have the event in their calendars, and those who are to get it, once there is a date', () => {
    expect(toldByChange({ update: 40, first: 1 }, true)).toBe(41)
    expect(toldByChange({ update: 40, first: 1 }, false)).toBe(0)
  })
})
