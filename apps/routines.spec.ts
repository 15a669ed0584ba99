import type { EventClockwork } from '@app/events'
import type { UnconfirmedExpiry } from '@app/participants'
import { FixedClock, createLogger } from '@app/platform'
import type { AuditChain } from '@app/staff'
import type { NightlyRetention } from './privacy/nightly-retention.js'
import { Routines } from './routines.js'

function routinesWith(advance: () => Promise<number>, expire: () => Promise<number>) {
  const logger = createLogger('silent')
  const logged: unknown[] = []
  logger.error = ((facts: { err: unknown }) => void logged.push(facts.err)) as typeof logger.error
  const clock = new FixedClock(new Date('2026-11-25T09:00:00Z'))
  const services = [{ advance } as EventClockwork, { run: expire } as UnconfirmedExpiry, { seal: async () => 0 } as AuditChain, { run: async () => 0 } as NightlyRetention] as const
  return { clock, logged, routines: new Routines(...services, logger, clock) }
}

test('unconfirmed registrations go even when an event cannot be moved on', async () => {
  const fault = new AggregateError([new Error('event')], '1 events could not be moved on.')
  let runs = 0
  const { logged, routines } = routinesWith(() => Promise.reject(fault), async () => ++runs)
  await routines.run()
  expect(runs).toBe(1)
  expect(logged).toEqual([fault])
})

test('a fault of one round does not end the next', async () => {
  const fault = new Error('the database is gone')
  let runs = 0
  const { logged, routines } = routinesWith(async () => 0, async () => {
    if (++runs === 1) throw fault
    return 0
  })
  await routines.run()
  await routines.run()
  expect(runs).toBe(2)
  expect(logged).toEqual([fault])
})

test('nothing is closed or deleted by a clock that was set, before it has gone evenly for an hour', async () => {
  let runs = 0
  const { clock, routines } = routinesWith(async () => ++runs, async () => ++runs)
  clock.jump(40 * 24 * 3_600_000)
  await routines.run()
  expect(runs).toBe(0)
  clock.advance(3_600_000)
  await routines.run()
  expect(runs).toBe(2)
})
