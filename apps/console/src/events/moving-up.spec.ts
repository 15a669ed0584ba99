import { movingUpWith } from './moving-up.js'

const event = { state: 'inviting', admission: 'open', capacity: 20, taken: 20, waiting: 5 } as const

describe('movingUpWith', () => {
  it('counts who gets a place when there are more', () => {
    expect(movingUpWith('23', event)).toBe(3)
    expect(movingUpWith('100', event)).toBe(5)
    expect(movingUpWith('', event)).toBe(5)
  })

  it('counts nobody when the number stays, sinks or is none, and when the event is over', () => {
    expect(['20', '10', 'viele'].map((typed) => movingUpWith(typed, event))).toEqual([0, 0, 0])
    expect(movingUpWith('30', { ...event, state: 'cancelled' })).toBe(0)
    expect(movingUpWith('30', { ...event, waiting: 0 })).toBe(0)
    expect(movingUpWith('30', { ...event, admission: 'approval' })).toBe(0)
  })
})
