import { assertMachine, mayStep } from './participation-machine.js'

test('the machine is whole', () => {
  expect(() => assertMachine()).not.toThrow()
})

test('planted faults are found: an impossible pair, a dead start, an empty step', () => {
  expect(() => assertMachine({ odd: { from: ['noted/none'], to: ['withdrawn/confirmed'] } })).toThrow('impossible state withdrawn/confirmed')
  expect(() => assertMachine({ odd: { from: ['declined/none'], to: ['accepted/confirmed'] } })).toThrow('starts at declined/none')
  expect(() => assertMachine({ odd: { from: [], to: ['accepted/confirmed'] } })).toThrow('from or to nothing')
})

test('what is not in the table is refused', () => {
  expect(mayStep('confirm', 'accepted/waiting', 'accepted/confirmed')).toBe(true)
  expect(mayStep('confirm', 'withdrawn/none', 'accepted/confirmed')).toBe(false)
  expect(mayStep('promote', 'accepted/waiting', 'accepted/refused')).toBe(false)
})
