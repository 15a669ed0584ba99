import { calendarFingerprint, type FingerprintFacts } from './fingerprint.js'

const facts: FingerprintFacts = { title: 'Dialog', days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '16:00' }], zone: 'Europe/Berlin', place: 'Lübeck', status: 'CONFIRMED', onlineLink: null, times: ['11:00'] }

describe('the fingerprint of a calendar entry', () => {
  it('stays while nothing that was told changes', () => {
    expect(calendarFingerprint(facts)).toMatch(/^[0-9a-f]{64}$/)
    expect(calendarFingerprint({ ...facts, title: ' Dialog ' })).toBe(calendarFingerprint(facts))
  })

  it.each<Partial<FingerprintFacts>>([
    { title: 'Dialog 2' }, { place: null }, { status: 'CANCELLED' }, { zone: 'Europe/Lisbon' }, { days: [{ date: '2027-01-15', startsAt: '11:00', endsAt: '16:00' }] },
    { days: [{ date: '2027-01-14', startsAt: '11:30', endsAt: '16:00' }] }, { days: [{ date: '2027-01-14', startsAt: '11:00' }] }, { days: [] }, { onlineLink: 'https://konferenz.example' }, { times: ['11:30'] },
  ])('changes with %j', (change) => {
    expect(calendarFingerprint({ ...facts, ...change })).not.toBe(calendarFingerprint(facts))
  })
})
