import type { EventClockwork } from '@app/events'
import type { UnconfirmedExpiry } from '@app/participants'
import { createLogger } from '@app/platform'
import type { AuditChain } from '@app/staff'
import type { NightlyRetention } from './privacy/nightly-retention.js'
import { Routines } from './routines.js'

function routinesWith(advance: () => Promise<number>, expire: () => Promise<number>) {
  const logger = createLogger('silent')
  const logged: unknown[] = []
  logger.error = ((facts: { err: unknown }) => void logged.push(facts.err)) as typeof logger.error
  return { logged, routines: new Routines({ advance } as EventClockwork, { run: expire } as UnconfirmedExpiry, { seal: async () => 0 } as AuditChain, { run: async () => 0 } as NightlyRetention, logger) }
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
