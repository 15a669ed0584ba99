import { Moment } from '@app/platform'
import { type RegistrationFacts, registrationTimes, registrationWindow } from './registration-window.js'

const at = (text: string) => new Date(text)
const now = at('2027-02-01T12:00:00Z')
const open: RegistrationFacts = {
  state: 'inviting', visibility: 'public', admission: 'open', datePrecision: 'day', timeZone: 'Europe/Berlin', waitingList: true,
  publishedAt: at('2027-01-10T09:00:00Z'), opensAt: null, closesAt: null, isSeriesPublic: true,
  days: [{ onDate: '2027-03-12', startsAt: at('2027-03-12T09:00:00Z'), endsAt: null }],
}

test.each<[string, Partial<RegistrationFacts>, string]>([
  ['a published event takes registrations', {}, 'open'],
  ['staff decides later, but people may register', { admission: 'approval' }, 'open'],
  ['before the day on which it opens', { opensAt: at('2027-02-01T12:00:00.001Z') }, 'not_yet'],
  ['a save the date is no invitation yet', { state: 'save_the_date' }, 'not_yet'],
  ['on the instant it closes it is over', { closesAt: now }, 'over'],
  ['staff closed it', { state: 'closed' }, 'over'],
  ['the event is on', { state: 'running' }, 'over'],
  ['the event has begun though nobody has moved it on', { days: [{ onDate: '2027-02-01', startsAt: now, endsAt: null }] }, 'over'],
  ['without a time it begins with the day', { days: [{ onDate: '2027-02-01', startsAt: null, endsAt: null }] }, 'over'],
  ['only those invited may come', { admission: 'invited' }, 'invited_only'],
  ['only those nominated may come', { admission: 'nominated' }, 'invited_only'],
  ['a planned edition has no day', { state: 'planned', datePrecision: 'unknown', days: [] }, 'no_date'],
  ['a draft with a day is not public', { state: 'planned' }, 'not_public'],
  ['the event is over', { state: 'done' }, 'done'],
  ['the event is over and accounted for', { state: 'accounted', datePrecision: 'unknown', days: [] }, 'done'],
  ['the event is cancelled', { state: 'cancelled' }, 'cancelled'],
  ['its series is not public', { isSeriesPublic: false }, 'not_public'],
  ['an event by invitation says nothing else to others', { visibility: 'invited', admission: 'invited' }, 'not_public'],
])('%s', (_name, facts, reason) => {
  expect(registrationWindow({ ...open, ...facts }, new Moment(now), null)).toEqual({ open: reason === 'open', reason })
})

test('a full event is open as long as people may wait', () => {
  expect(registrationWindow(open, new Moment(now), 0).reason).toBe('open')
  expect(registrationWindow({ ...open, waitingList: false }, new Moment(now), 0).reason).toBe('full')
  expect(registrationWindow({ ...open, waitingList: false }, new Moment(now), 1).reason).toBe('open')
})

test('registration never outlasts the beginning of the event', () => {
  expect(registrationTimes(open)).toEqual({ opensAt: open.publishedAt, closesAt: at('2027-03-12T09:00:00Z') })
  expect(registrationTimes({ ...open, closesAt: at('2027-03-12T23:00:00Z') }).closesAt).toEqual(at('2027-03-12T09:00:00Z'))
  expect(registrationTimes({ ...open, closesAt: at('2027-03-01T23:00:00Z') }).closesAt).toEqual(at('2027-03-01T23:00:00Z'))
  expect(registrationTimes({ ...open, days: [] }).closesAt).toBeNull()
})

test('what was seen holds until an instant comes that turns it', () => {
  const facts = { ...open, opensAt: at('2027-02-03T08:00:00Z'), closesAt: at('2027-03-01T23:00:00Z') }
  const turns = ['2027-02-03T08:00:00Z', '2027-03-01T23:00:00Z', '2028-01-01T00:00:00Z']
  const reasons = ['2026-01-01T00:00:00Z', ...turns].map((text) => registrationWindow(facts, new Moment(at(text)), null).reason)
  expect(reasons).toEqual(['not_yet', 'open', 'over', 'over'])
  turns.forEach((turn, i) => {
    const moment = new Moment(at(['2026-01-01T00:00:00Z', ...turns][i]!))
    registrationWindow(facts, moment, null)
    expect(moment.holdsAt(new Date(at(turn).getTime() - 1))).toBe(true)
    // After the last turn nothing more can happen by itself.
    expect(moment.holdsAt(at(turn))).toBe(i === turns.length - 1)
  })
})
