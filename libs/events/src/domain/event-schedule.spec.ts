import type { AgendaItemInput, DayInput } from '@app/contracts'
import { planSchedule } from './event-schedule.js'

const day = (date: string, startsAt: string | null = null, endsAt: string | null = null): DayInput => ({ date, startsAt, endsAt })
const item = (facts: Partial<AgendaItemInput>): AgendaItemInput => ({
  kind: 'talk', title: 'Vortrag', description: null, date: null, startsAt: null, endsAt: null, room: null, speakers: [], ...facts,
})
const twoDays = [day('2027-03-12', '10:00', '16:00'), day('2027-03-13')]
const errors = (days: DayInput[], agenda: AgendaItemInput[] = []) =>
  planSchedule(days, agenda, 'Europe/Berlin').errors.map(({ pointer, code }) => `${pointer} ${code}`)

test('an item with a time of a one-day event is on that day', () => {
  const { agenda } = planSchedule([day('2027-03-12')], [item({ startsAt: '10:00' })], 'Europe/Berlin')
  expect(agenda[0]).toMatchObject({ date: '2027-03-12', starts: new Date('2027-03-12T09:00:00Z'), ends: null })
})

test('an item without a time needs no day', () => {
  expect(errors(twoDays, [item({})])).toEqual([])
})

test.each<[string, DayInput[], AgendaItemInput[], string[]]>([
  ['an end before its beginning', [day('2027-03-12', '16:00', '10:00')], [item({ startsAt: '11:00', endsAt: '11:00' })], ['/days/0/endsAt field.date_order', '/agenda/0/endsAt field.date_order']],
  ['an end without a beginning', [day('2027-03-12', null, '10:00')], [], ['/days/0/startsAt field.start_missing']],
  ['a day named twice', [day('2027-03-12'), day('2027-03-12')], [], ['/days/1/date field.day_twice']],
  ['a day more than a year after the first one', [day('2028-03-14'), day('2027-03-12')], [], ['/days/0/date field.days_apart']],
  ['a time that does not say on which of several days', twoDays, [item({ startsAt: '10:00' })], ['/agenda/0/date field.item_day_missing']],
  ['an item on another day', twoDays, [item({ date: '2027-03-14' })], ['/agenda/0/date field.item_outside_days']],
  ['an item of an event without days', [], [item({ startsAt: '10:00' })], ['/agenda/0/date field.item_day_missing']],
  ['a time in the hour that the clock has twice', [day('2027-10-31', '02:30')], [], ['/days/0/startsAt field.time_twice']],
])('refuses %s', (_name, days, agenda, expected) => {
  expect(errors(days, agenda)).toEqual(expected)
})

const first = item({ title: 'Eins', date: '2027-03-12', startsAt: '10:00', endsAt: '11:00', room: 'Saal' })

test.each<[string, Partial<AgendaItemInput>, string[]]>([
  ['two items at once in one room', { startsAt: '10:30', endsAt: '11:30' }, ['/agenda/1/room field.room_overlap']],
  ['an item without an end inside another one', { startsAt: '10:30', endsAt: null }, ['/agenda/1/room field.room_overlap']],
])('refuses %s', (_name, facts, expected) => {
  expect(errors(twoDays, [first, { ...first, title: 'Zwei', ...facts }])).toEqual(expected)
})

test.each<[string, Partial<AgendaItemInput>]>([
  ['one after the other', { startsAt: '11:00', endsAt: '12:00' }],
  ['in another room', { room: 'Foyer' }],
  ['on another day', { date: '2027-03-13' }],
  ['without rooms', { room: null }],
])('lets two items be %s', (_name, facts) => {
  expect(errors(twoDays, [first, { ...first, ...facts }])).toEqual([])
})

test('nobody speaks in two rooms at once, and the later item of the list is named', () => {
  const speakers = [{ name: 'Kim Muster', office: null }]
  const problems = planSchedule(twoDays, [{ ...first, speakers }, { ...first, room: 'Foyer', speakers: [{ name: 'Jo', office: null }, ...speakers] }], 'Europe/Berlin').errors
  expect(problems).toEqual([{ pointer: '/agenda/1/speakers/1/name', code: 'field.speaker_overlap', params: { other: 'Eins' } }])
})

test('a round spans its workshops, but two workshops cannot share a room', () => {
  const workshop = { ...first, kind: 'workshop' as const }
  expect(errors(twoDays, [{ ...first, kind: 'workshop_round' }, workshop])).toEqual([])
  expect(errors(twoDays, [{ ...first, kind: 'workshop_round' }, workshop, workshop])).toEqual(['/agenda/2/room field.room_overlap'])
})
