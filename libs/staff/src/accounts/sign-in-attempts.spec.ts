import { afterAttempt, countingNow, secondsToWait } from './sign-in-attempts.js'

const now = new Date('2026-11-25T09:00:00Z')
const waits = (failed: number) => ((afterAttempt(failed - 1, now).retryAt?.getTime() ?? now.getTime()) - now.getTime()) / 1000

test('four attempts are free, then the wait doubles up to a minute', () => {
  expect([1, 4, 5, 6, 7, 10, 11, 12, 500].map(waits)).toEqual([0, 0, 1, 2, 4, 32, 60, 60, 60])
})

test('nobody waits longer than a minute for a time that a wrong clock has set', () => {
  const waiting = (milliseconds: number) => secondsToWait({ failed: 9, retryAt: new Date(now.getTime() + milliseconds) }, now)
  expect([-1, 0, 1, 59_001, 60_000, 60_001, 40 * 86_400_000].map(waiting)).toEqual([null, null, 1, 60, 60, null, null])
  expect(secondsToWait({ failed: 0, retryAt: null }, now)).toBeNull()
})

test('what is longer ago than a day no longer counts', () => {
  const after = (milliseconds: number) => countingNow(afterAttempt(8, now), new Date(now.getTime() + 16_000 + milliseconds))
  expect([0, 24 * 3_600_000, 24 * 3_600_000 + 1].map(after)).toEqual([9, 9, 0])
  expect(countingNow({ failed: 3, retryAt: null }, now)).toBe(3)
})
