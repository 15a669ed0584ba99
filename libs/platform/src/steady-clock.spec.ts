import { FixedClock } from './clock.js'
import { SteadyClock } from './steady-clock.js'

const MINUTE = 60_000

function watched() {
  const clock = new FixedClock(new Date('2026-11-25T09:00:00Z'))
  const jumps: number[] = []
  return { clock, jumps, steady: new SteadyClock(clock, (jump) => jumps.push(jump / MINUTE)) }
}

test('a clock that goes evenly, or is corrected by a little, is believed', () => {
  const { clock, jumps, steady } = watched()
  for (const minutes of [1, 60, 40 * 24 * 60]) {
    clock.advance(minutes * MINUTE)
    expect(steady.isBelieved()).toBe(true)
  }
  for (const minutes of [4, -4]) {
    clock.jump(minutes * MINUTE)
    expect(steady.isBelieved()).toBe(true)
  }
  expect(jumps).toEqual([])
})

test.each([40 * 24 * 60, -60])('one that is set by %i minutes is believed after an hour', (minutes) => {
  const { clock, jumps, steady } = watched()
  clock.jump(minutes * MINUTE)
  expect(steady.isBelieved()).toBe(false)
  clock.advance(60 * MINUTE - 1)
  expect(steady.isBelieved()).toBe(false)
  clock.advance(1)
  expect(steady.isBelieved()).toBe(true)
  expect(jumps).toEqual([minutes])
})

test('one that is set and put right again is doubted twice', () => {
  const { clock, jumps, steady } = watched()
  clock.jump(60 * MINUTE)
  expect(steady.isBelieved()).toBe(false)
  clock.advance(59 * MINUTE)
  clock.jump(-60 * MINUTE)
  expect(steady.isBelieved()).toBe(false)
  clock.advance(59 * MINUTE)
  expect(steady.isBelieved()).toBe(false)
  clock.advance(MINUTE)
  expect(steady.isBelieved()).toBe(true)
  expect(jumps).toEqual([60, -60])
})
