import { assertEventMachine, stateAfter } from './event-machine.js'

test('the machine is whole', () => {
  expect(() => assertEventMachine()).not.toThrow()
})

test('planted faults are found: a step from nowhere, a dead start, a step that stays', () => {
  expect(() => assertEventMachine({ odd: { from: [], to: 'done' } })).toThrow('starts nowhere')
  expect(() => assertEventMachine({ odd: { from: ['running'], to: 'done' } })).toThrow('starts at running')
  expect(() => assertEventMachine({ odd: { from: ['planned'], to: 'planned' } })).toThrow('to itself')
})

test('a draft may invite without a save the date; nothing leads out of a cancelled event', () => {
  expect(stateAfter('publish', 'planned')).toBe('inviting')
  expect(stateAfter('publish', 'save_the_date')).toBe('inviting')
  for (const step of ['publish', 'reopen', 'start', 'record', 'cancel'] as const) expect(stateAfter(step, 'cancelled')).toBeNull()
})

test('only what never invited goes straight on record', () => {
  expect(stateAfter('record', 'planned')).toBe('done')
  for (const state of ['save_the_date', 'inviting', 'closed', 'running'] as const) expect(stateAfter('record', state)).toBeNull()
})
