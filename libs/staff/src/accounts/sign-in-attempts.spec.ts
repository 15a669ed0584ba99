import { StrangerAttempts, afterAttempt, secondsToWait } from './sign-in-attempts.js'

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

test('strangers are remembered by their address, however it is spelt, and the oldest are forgotten', () => {
  const strangers = new StrangerAttempts()
  strangers.count('First@x.example', now)
  strangers.count('first@X.example', now)
  expect(strangers.of('FIRST@x.example').failed).toBe(2)
  for (let n = 0; n < 10_000; n++) strangers.count(`${n}@x.example`, now)
  expect(strangers.of('first@x.example').failed).toBe(0)
  expect(strangers.of('9999@x.example').failed).toBe(1)
})
