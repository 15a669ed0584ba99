import fc from 'fast-check'
import { type AdmissionFacts, decideAdmission, freeSeats, movingUp } from './admission.js'

const open: AdmissionFacts = { admission: 'open', capacity: 2, taken: 0, waitingList: true, someoneWaits: false, seats: 1 }

test.each<[string, Partial<AdmissionFacts>, string]>([
  ['a free seat is given at once', {}, 'confirmed'],
  ['the last seat is given', { taken: 1 }, 'confirmed'],
  ['beyond capacity people wait', { taken: 2 }, 'waiting'],
  ['without a waiting list they are refused', { taken: 2, waitingList: false }, 'refused'],
  ['nobody overtakes those who wait', { taken: 1, someoneWaits: true }, 'waiting'],
  ['no capacity means no limit', { capacity: null, taken: 5_000 }, 'confirmed'],
  ['capacity nought lets nobody in', { capacity: 0 }, 'waiting'],
  ['a group that does not fit waits', { taken: 1, seats: 2 }, 'waiting'],
  ['approval events only take note', { admission: 'approval' }, 'requested'],
])('%s', (_name, facts, place) => {
  expect(decideAdmission({ ...open, ...facts }).place).toBe(place)
})

test('whatever the numbers, a confirmed person fits', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(60), fc.boolean(), fc.integer({ min: 1, max: 5 }), fc.boolean(), (capacity, taken, someoneWaits, seats, waitingList) => {
      const decision = decideAdmission({ ...open, capacity, taken, someoneWaits, seats, waitingList })
      if (decision.place === 'confirmed') expect(taken + seats).toBeLessThanOrEqual(capacity)
    }),
  )
})

test('those who move up are the first in line and fit together', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.array(fc.record({ seats: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 }), (free, line) => {
      const chosen = movingUp(free, line)
      expect(chosen).toEqual(line.slice(0, chosen.length))
      expect(chosen.reduce((sum, person) => sum + person.seats, 0)).toBeLessThanOrEqual(free)
      const next = line[chosen.length]
      if (next) expect(chosen.reduce((sum, person) => sum + person.seats, next.seats)).toBeGreaterThan(free)
    }),
  )
})

test('free seats are never negative, and unknown without a limit', () => {
  expect(freeSeats({ capacity: 3, taken: 5 })).toBe(0)
  expect(freeSeats({ capacity: null, taken: 5 })).toBeNull()
})
