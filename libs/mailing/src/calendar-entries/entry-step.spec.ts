import { type EntryState, entryStep } from './entry-step.js'

const told: EntryState = { status: 'confirmed', sequence: 4, fingerprint: 'a' }

describe('the number of a calendar entry', () => {
  it.each<[string, ReturnType<typeof entryStep>, object]>([
    ['begins with 0', entryStep(null, 'confirmed', 'a', false), { kind: 'tell', sequence: 0, isNew: true }],
    ['stays when the same is told again', entryStep(told, 'confirmed', 'a', false), { kind: 'tell', sequence: 4, isNew: false }],
    ['rises by one when something else is told', entryStep(told, 'confirmed', 'b', false), { kind: 'tell', sequence: 5, isNew: true }],
    ['rises when the entry is cancelled', entryStep(told, 'cancelled', 'c', false), { kind: 'tell', sequence: 5, isNew: true }],
    ['rises when a cancelled entry comes back as it was', entryStep({ ...told, status: 'cancelled' }, 'confirmed', 'a', false), { kind: 'tell', sequence: 5, isNew: true }],
    ['rises when a save the date becomes a place', entryStep({ ...told, status: 'tentative' }, 'confirmed', 'a', false), { kind: 'tell', sequence: 5, isNew: true }],
    ['does not rise twice for one cancellation', entryStep({ status: 'cancelled', sequence: 5, fingerprint: 'c' }, 'cancelled', 'c', true), { kind: 'tell', sequence: 5, isNew: false }],
    ['rises when the facts moved between two tries of one letter', entryStep(told, 'confirmed', 'b', true), { kind: 'tell', sequence: 5, isNew: true }],
  ])('%s', (_, step, expected) => expect(step).toEqual(expected))

  it('is needed by nobody whose calendar holds nothing', () => {
    expect(entryStep(null, 'cancelled', 'c', false)).toEqual({ kind: 'nothing' })
    expect(entryStep({ ...told, status: 'cancelled' }, 'cancelled', 'd', false)).toEqual({ kind: 'nothing' })
  })
})
