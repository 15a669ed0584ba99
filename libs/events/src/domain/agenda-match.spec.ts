import type { AgendaItemInput } from '@app/contracts'
import { carryAlong, matchAgenda } from './agenda-match.js'

const item = (title: string, facts: Partial<AgendaItemInput> = {}): AgendaItemInput => ({
  kind: 'talk', title, description: null, date: '2027-03-12', startsAt: null, endsAt: null, room: null, speakers: [], ...facts,
})
const there = (id: string, ...facts: Parameters<typeof item>) => ({ id, ...item(...facts) })

test('the same items keep their rows in whatever order they come', () => {
  expect(matchAgenda([there('a', 'Eins'), there('b', 'Zwei')], [item('Zwei'), item('Eins')])).toEqual({ ids: ['b', 'a'], gone: [] })
})

test('a moved item and a renamed one are still the same', () => {
  const before = [there('a', 'Eins', { startsAt: '10:00' }), there('b', 'Zwei', { startsAt: '11:00' })]
  expect(matchAgenda(before, [item('Eins', { startsAt: '14:00' }), item('Zwei, neu', { startsAt: '11:00' })])).toEqual({ ids: ['a', 'b'], gone: [] })
})

test('of two breaks the one at the same time keeps its row, whatever stands first', () => {
  const before = [there('a', 'Pause', { startsAt: '10:00' }), there('b', 'Pause', { startsAt: '15:00' })]
  expect(matchAgenda(before, [item('Pause', { startsAt: '12:00' }), item('Pause', { startsAt: '10:00' })])).toEqual({ ids: ['b', 'a'], gone: [] })
})

test('what is like nothing is new, and what nothing is like goes', () => {
  expect(matchAgenda([there('a', 'Eins')], [item('Ganz anders')])).toEqual({ ids: [null], gone: ['a'] })
  expect(matchAgenda([], [item('Eins'), item('Eins')])).toEqual({ ids: [null, null], gone: [] })
})

test('the agenda goes with the days, day by day; a day that falls away leaves its items where they were', () => {
  const agenda = [item('A', { date: '2027-03-12' }), item('B', { date: '2027-03-13' }), item('C', { date: null })]
  expect(carryAlong(agenda, ['2027-03-12', '2027-03-13'], ['2027-04-09', '2027-04-10']).map(({ date }) => date)).toEqual(['2027-04-09', '2027-04-10', null])
  expect(carryAlong(agenda, ['2027-03-12', '2027-03-13'], ['2027-03-13']).map(({ date }) => date)).toEqual(['2027-03-13', '2027-03-13', null])
  expect(carryAlong(agenda, ['2027-03-12', '2027-03-13'], ['2027-04-09']).map(({ date }) => date)).toEqual(['2027-04-09', '2027-03-13', null])
})
