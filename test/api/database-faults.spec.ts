import { OutboxEntity, newId } from '@app/platform'
import { problemOf } from '../../apps/api/src/http/problem.filter.js'
import { Probe, probeIn } from '../platform/probe.js'
import { onEachDatabase } from '../support/databases.js'

onEachDatabase('a fault of the database, told to the caller,', (database) => {
  const probe = probeIn(database)
  const failure = (work: Promise<unknown>) => work.then(() => { throw new Error('did not fail') }, (error: unknown) => error)
  const row = (facts: Partial<OutboxEntity> = {}) => ({
    id: newId(), kind: 'test', subjectId: newId(), payload: {}, state: 'pending' as const, runAfter: new Date(0), createdAt: new Date(0), ...facts,
  })

  test('is a conflict when a unique key refuses the second of two', async () => {
    for (const same of [{ dedupeKey: 'key' }, { id: newId() }]) {
      const error = await failure(probe().transactions.run(async (tx) => {
        await tx.db.insert(OutboxEntity, row(same))
        await tx.db.insert(OutboxEntity, row(same))
      }))
      expect(problemOf(error).code).toBe('conflict')
    }
  })

  test('is a fault of ours when a value is impossible or a statement wrong', async () => {
    const errors = [
      await failure(probe().transactions.run((tx) => tx.db.insert(OutboxEntity, row({ state: 'none' as 'pending' })))),
      await failure(probe().transactions.read.query('SELECT nothing FROM nowhere')),
      await failure(probe().transactions.read.findOneByOrFail(Probe, { id: 'nobody' })),
    ]
    expect(errors.map((error) => problemOf(error).code)).toEqual(['internal', 'internal', 'internal'])
  })
})

test.each(['ECONNREFUSED', 'ER_LOCK_WAIT_TIMEOUT', 'ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'ENOSPC', 'ER_RECORD_FILE_FULL', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE'])('%s passes: the caller may come again in a few seconds', (code) => {
  expect(problemOf(Object.assign(new Error('database'), { code }))).toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 })
})
