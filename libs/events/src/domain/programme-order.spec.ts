import type { EventState } from '@app/contracts'
import { byEdition, byUpcoming, nextOf } from './programme-order.js'

const event = (id: string, state: EventState, sortOn: string | null, editionNo: number | null = null) => ({ id, state, sortOn, editionNo })

test('what comes next stands first, undated plans behind it, the past last and backwards', () => {
  const events = [
    event('past', 'done', '2011-03-24'), event('later', 'inviting', '2027-09-01'), event('unknown past', 'done', null), event('plan', 'planned', null),
    event('younger past', 'accounted', '2019-11-05'), event('soon', 'save_the_date', '2027-03-01'),
  ]
  expect(events.sort(byUpcoming).map(({ id }) => id)).toEqual(['soon', 'later', 'plan', 'younger past', 'past', 'unknown past'])
})

test('editions stand by number, those without one behind them by date', () => {
  const events = [event('x', 'planned', null), event('d', 'done', '2011-01-01'), event('2', 'done', null, 2), event('1', 'done', '2012-01-01', 1)]
  expect(events.sort(byEdition).map(({ id }) => id)).toEqual(['1', '2', 'd', 'x'])
})

test('the next event is one with a day that people have heard of', () => {
  const soon = event('soon', 'inviting', '2027-03-01')
  expect(nextOf([event('draft', 'planned', '2027-01-01'), soon, event('off', 'cancelled', '2027-02-01')])).toBe(soon)
  expect(nextOf([event('past', 'done', '2011-01-01')])).toBeNull()
})
