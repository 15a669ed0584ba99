import { FixedClock, LEASE_MILLISECONDS, MemoryQueue, Outbox, OutboxEntity, Relay, Settler, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { probeIn } from './probe.js'
import { done, testEntry, testHandlers } from './test-work.js'

onEachDatabase('settling a row while the database goes away', (database) => {
  const probe = probeIn(database)
  const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  let clock: FixedClock
  let reports: unknown[]

  const settler = () => new Settler(probe().transactions, clock, 'worker', (error) => reports.push(error))
  const add = () => probe().transactions.run((tx) => new Outbox(clock, new Relay(new MemoryQueue(() => undefined), () => undefined)).add(tx, testEntry(newId())))
  const row = (id: string) => probe().transactions.read.findOneByOrFail(OutboxEntity, { id })
  /** The next so many writes find nobody. */
  const takeAway = (times: number) => {
    const run = jest.spyOn(probe().transactions, 'run')
    for (let n = 0; n < times; n++) run.mockRejectedValueOnce(gone)
    return run
  }

  beforeEach(() => {
    clock = new FixedClock(new Date('2026-03-02T09:00:00Z'))
    reports = []
  })
  afterEach(() => jest.restoreAllMocks())

  test('writes down what was done when the database is back: it is not done a second time', async () => {
    const id = await add()
    const handled: string[] = []
    await settler().settle(id, testHandlers(async (job) => {
      handled.push(job.id)
      takeAway(2)
      return done
    }))
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 1 })
    expect(handled).toEqual([id])
    expect(reports).toEqual([gone, gone])
  })

  test('tries soon again what could not be read, without the back-off for mail servers', async () => {
    const id = await add()
    await settler().settle(id, testHandlers(async () => { throw gone }))
    expect(await row(id)).toMatchObject({ state: 'pending', reason: 'error', runAfter: new Date(clock.now().getTime() + 5_000) })
  })

  test('waits no longer when the process ends', async () => {
    const id = await add()
    const worker = settler()
    const run = jest.spyOn(probe().transactions, 'run')
    const settling = worker.settle(id, testHandlers(async () => {
      run.mockImplementation(async () => {
        worker.stop()
        throw gone
      })
      return done
    }))
    await expect(settling).rejects.toBe(gone)
    jest.restoreAllMocks()
    expect(await row(id)).toMatchObject({ state: 'running' })
  })

  test('takes no row from its worker because nobody could renew meanwhile', async () => {
    const [slow, other] = [settler(), settler()]
    const id = await add()
    let seen: unknown
    await slow.settle(id, testHandlers(async () => {
      await other.leases.releaseExpired()
      jest.spyOn(probe().transactions.read, 'find').mockRejectedValueOnce(gone)
      await expect(other.leases.releaseExpired()).rejects.toBe(gone)
      clock.advance(2 * LEASE_MILLISECONDS)
      await other.leases.releaseExpired()
      seen = await row(id)
      return done
    }))
    expect(seen).toMatchObject({ state: 'running' })
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 1 })
  })
})
