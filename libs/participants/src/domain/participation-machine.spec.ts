import fc from 'fast-check'
import { STEPS, type State, type Step, assertMachine, mayStep } from './participation-machine.js'

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

test('whatever steps are tried in whatever order, a place is held by an accepted answer only, and nothing leads back to an unproven address', () => {
  const states = [...new Set(Object.values(STEPS).flatMap(({ from, to }) => [...from, ...to]))]
  const tried = fc.array(fc.record({ step: fc.constantFrom(...(Object.keys(STEPS) as Step[])), to: fc.constantFrom(...states) }), { maxLength: 60 })
  fc.assert(
    fc.property(tried, (steps) => {
      let state: State = 'unconfirmed/none'
      let wasConfirmed = false
      for (const { step, to } of steps) {
        if (!mayStep(step, state, to)) continue
        expect((to.endsWith('/none')) === !to.startsWith('accepted/')).toBe(true)
        state = to
        wasConfirmed ||= to.startsWith('accepted/')
        if (wasConfirmed) expect(['unconfirmed/none', 'noted/none', 'invited/none']).not.toContain(state)
      }
    }),
  )
})
