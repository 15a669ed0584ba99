import { FixedClock, LEASE_MILLISECONDS, MAX_ATTEMPTS, MemoryQueue, Outbox, OutboxEntity, type Outcome, Relay, Settler, Sweeper, newId, retryDelay } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { gate } from './gate.js'
import { Probe, probeIn } from './probe.js'
import { type TestJob, done, testEntry, testHandlers } from './test-work.js'

const lateness = new Error('A worker outlasted its lease; what became of test.done is what the next worker writes.')
const start = new Date('2026-03-02T09:00:00.250Z')

onEachDatabase('settling a row of the outbox', (database) => {
  const probe = probeIn(database)
  let clock: FixedClock
  let reports: unknown[]
  let outbox: Outbox

  const settler = (name = 'worker') => new Settler(probe().transactions, clock, name, (error) => reports.push(error))
  const add = (more?: Parameters<typeof testEntry>[1]) => probe().transactions.run((tx) => outbox.add(tx, testEntry(newId(), more)))
  const row = (id: string) => probe().transactions.read.findOneByOrFail(OutboxEntity, { id })
  const settle = (id: string, outcome: Outcome, name?: string) => settler(name).settle(id, testHandlers(async () => outcome))
  const record = (note: string) => async (tx: { db: { insert(target: typeof Probe, row: Partial<Probe>): Promise<unknown> } }) => {
    await tx.db.insert(Probe, { id: newId(), note })
  }
  /** Lets somebody see a claim for as long as a lease, and then give it back. */
  const leaseIsOver = async ({ leases }: Settler) => {
    await leases.releaseExpired()
    clock.advance(LEASE_MILLISECONDS + 1)
    await leases.releaseExpired()
  }
  const recorded = async () => (await probe().transactions.read.find(Probe)).map(({ note }) => note)

  beforeEach(() => {
    clock = new FixedClock(start)
    reports = []
    // The queue has no consumer: these tests hand the ids over themselves.
    outbox = new Outbox(clock, new Relay(new MemoryQueue((error) => reports.push(error)), (error) => reports.push(error)))
  })
  afterEach(() => expect(reports).toEqual([]))

  test('hands its facts to the handler and writes down that it is done', async () => {
    const subjectId = newId()
    const id = await probe().transactions.run((tx) => outbox.add(tx, testEntry(subjectId)))
    const jobs: TestJob[] = []
    await settler().settle(id, testHandlers(async (job) => {
      jobs.push(job)
      expect(await row(id)).toMatchObject({ state: 'running', leaseBy: 'worker', leaseUntil: new Date(start.getTime() + LEASE_MILLISECONDS) })
      return done
    }))
    expect(jobs).toEqual([{ id, kind: 'test.done', subjectId, payload: { note: 'kept' }, attempts: 1, begins: expect.any(Function), settled: expect.any(Promise) }])
    expect(await row(id)).toMatchObject({ state: 'done', reason: null, settledAt: start, leaseBy: null, leaseUntil: null, attempts: 1 })
  })

  test('writes withheld and failed with their reasons, and hands none of them out again', async () => {
    const [withheld, failed] = [await add(), await add()]
    await settle(withheld, { kind: 'withheld', reason: 'cancelled' })
    await settle(failed, { kind: 'failed', reason: `rejected ${'x'.repeat(100)}` })
    expect(await row(withheld)).toMatchObject({ state: 'withheld', reason: 'cancelled', settledAt: start })
    expect(await row(failed)).toMatchObject({ state: 'failed', reason: `rejected ${'x'.repeat(51)}`, settledAt: start })
    clock.advance(10 * 24 * 3_600_000)
    expect(await settler().due(10)).toEqual([])
    const handled: string[] = []
    for (const id of [withheld, failed]) await settler().settle(id, testHandlers(async (job) => { handled.push(job.id); return done }))
    expect(handled).toEqual([])
  })

  test('tries later after 1, 5, 15 and 60 minutes, then hourly, not a millisecond before', async () => {
    expect([1, 2, 3, 4, 5, 99].map((attempts) => retryDelay(attempts) / 60_000)).toEqual([1, 5, 15, 60, 60, 60])
    const id = await add()
    for (const [index, minutes] of [1, 5, 15, 60, 60].entries()) {
      await settle(id, { kind: 'later', reason: 'greylisted' })
      expect(await row(id)).toMatchObject({ state: 'pending', reason: 'greylisted', attempts: index + 1, settledAt: null, leaseBy: null })
      clock.advance(minutes * 60_000 - 1)
      expect(await settler().due(10)).toEqual([])
      await settle(id, done)
      expect(await row(id)).toMatchObject({ state: 'pending', attempts: index + 1 })
      clock.advance(1)
      expect(await settler().due(10)).toEqual([id])
    }
  })

  test('gives up after the last attempt', async () => {
    const id = await add()
    await probe().transactions.run((tx) => tx.db.update(OutboxEntity, { id }, { attempts: MAX_ATTEMPTS - 1 }))
    await settle(id, { kind: 'later', reason: 'greylisted' })
    expect(await row(id)).toMatchObject({ state: 'failed', reason: 'greylisted', attempts: MAX_ATTEMPTS, settledAt: start })
  })

  test('does not hand out a row any more that has used up its attempts with workers that died', async () => {
    const id = await add()
    await probe().transactions.run((tx) => tx.db.update(OutboxEntity, { id }, { attempts: MAX_ATTEMPTS }))
    let handled = false
    await settler().settle(id, testHandlers(async () => { handled = true; return done }))
    expect(handled).toBe(false)
    expect(await row(id)).toMatchObject({ state: 'failed', reason: 'attempts' })
  })

  test('counts an exception of the handler as later, and reports it', async () => {
    const id = await add()
    await settler().settle(id, testHandlers(async () => { throw new Error('broken') }))
    expect(await row(id)).toMatchObject({ state: 'pending', reason: 'error', runAfter: new Date(start.getTime() + 60_000) })
    expect(reports.splice(0)).toEqual([new Error('broken')])
  })

  test('fails a kind that nobody handles', async () => {
    const id = await add()
    await settler().settle(id, {} as never)
    expect(await row(id)).toMatchObject({ state: 'failed', reason: 'no_handler' })
  })

  test('records in the transaction that settles: both or neither', async () => {
    const [good, bad] = [await add(), await add()]
    await settle(good, { kind: 'done', record: record('sent') })
    await settle(bad, { kind: 'failed', reason: 'bounced', record: record('bounced') })
    expect((await recorded()).sort()).toEqual(['bounced', 'sent'])
    const id = await add()
    await settler().settle(id, testHandlers(async () => ({
      kind: 'done',
      record: async (tx) => {
        await record('half')(tx)
        throw new Error('the record does not fit')
      },
    })))
    expect((await recorded()).sort()).toEqual(['bounced', 'sent'])
    expect(await row(id)).toMatchObject({ state: 'pending', reason: 'record', runAfter: new Date(start.getTime() + 60_000) })
    expect(reports.splice(0)).toEqual([new Error('the record does not fit')])
  })

  test('claims and settles together what comes at the same moment: for twenty rows three transactions', async () => {
    const ids: string[] = []
    for (let at = 0; at < 20; at++) ids.push(await add())
    const worker = settler()
    const run = jest.spyOn(probe().transactions, 'run')
    await Promise.all(ids.map((id) => worker.settle(id, testHandlers(async () => ({ kind: 'done', record: record('sent') })))))
    expect(run).toHaveBeenCalledTimes(3)
    run.mockRestore()
    expect(await probe().transactions.read.countBy(OutboxEntity, { state: 'done', attempts: 1 })).toBe(20)
    expect(await recorded()).toHaveLength(20)
  })

  test('of rows that are claimed and settled together, one that cannot be spoils none of the others', async () => {
    const [good, taken, bad, late] = [await add(), await add(), await add(), await add()]
    const worker = settler()
    // Somebody else takes one between the look at it and its claim.
    const { transactions } = probe()
    const look = jest.spyOn(transactions, 'pickAll').mockImplementationOnce(async (...args) => {
      look.mockRestore()
      const rows = await transactions.pickAll(...args)
      await settle(taken, done, 'quick')
      return rows
    })
    await Promise.all([good, taken, bad, late].map((id) => worker.settle(id, testHandlers(async (job) => {
      if (job.id === late) await probe().transactions.run((tx) => tx.db.update(OutboxEntity, { id: late }, { attempts: 2, leaseBy: 'other' }))
      return { kind: 'done', record: job.id === bad ? () => Promise.reject(new Error('the record does not fit')) : record(job.id) }
    }))))
    expect(await recorded()).toEqual([good])
    expect(await row(good)).toMatchObject({ state: 'done', attempts: 1 })
    expect(await row(taken)).toMatchObject({ state: 'done', attempts: 1 })
    expect(await row(bad)).toMatchObject({ state: 'pending', reason: 'record' })
    expect(await row(late)).toMatchObject({ state: 'running', leaseBy: 'other' })
    expect(reports.splice(0).map(String).sort()).toEqual([String(lateness), 'Error: the record does not fit'].sort())
  })

  test('leaves alone a row that another worker took over after the lease, and records nothing', async () => {
    const id = await add()
    const [taken, mayEnd] = [gate(), gate()]
    const slow = settler('slow').settle(id, testHandlers(async () => {
      taken.open()
      await mayEnd.opened
      return { kind: 'failed', reason: 'too late', record: record('slow') }
    }))
    await taken.opened
    await leaseIsOver(settler())
    await settle(id, { kind: 'done', record: record('quick') }, 'quick')
    mayEnd.open()
    await slow
    expect(await row(id)).toMatchObject({ state: 'done', reason: null, attempts: 2 })
    expect(await recorded()).toEqual(['quick'])
    expect(reports.splice(0)).toEqual([lateness])
  })

  test('leaves alone a row that the same worker took over from itself and still has in hand', async () => {
    const id = await add()
    const worker = settler('same')
    const hold = (note: string) => {
      const [taken, mayEnd] = [gate(), gate()]
      const settled = worker.settle(id, testHandlers(async () => {
        taken.open()
        await mayEnd.opened
        return { kind: 'done', record: record(note) }
      }))
      return { taken: taken.opened, end: () => { mayEnd.open(); return settled } }
    }
    const first = hold('first')
    await first.taken
    await leaseIsOver(worker)
    const second = hold('second')
    await second.taken
    await first.end()
    expect(await row(id)).toMatchObject({ state: 'running', attempts: 2 })
    expect(reports.splice(0)).toEqual([lateness])
    await second.end()
    expect(await row(id)).toMatchObject({ state: 'done' })
    expect(await recorded()).toEqual(['second'])
  })

  test('gives back an expired lease, and only an expired one', async () => {
    const id = await add()
    const dead = gate()
    void settler('dead').settle(id, testHandlers(async () => { dead.open(); return new Promise<Outcome>(() => undefined) }))
    await dead.opened
    const { leases } = settler()
    await leases.releaseExpired()
    clock.advance(LEASE_MILLISECONDS)
    await leases.releaseExpired()
    expect(await row(id)).toMatchObject({ state: 'running', leaseBy: 'dead' })
    clock.advance(1)
    await leases.releaseExpired()
    expect(await row(id)).toMatchObject({ state: 'pending', leaseBy: null, leaseUntil: null })
    await settle(id, done)
    expect(await row(id)).toMatchObject({ state: 'done', attempts: 2 })
  })

  test('claims each of 200 rows exactly once among 20 workers', async () => {
    const ids = await probe().transactions.run(async (tx) => {
      const made: string[] = []
      for (let at = 0; at < 200; at++) made.push(await outbox.add(tx, testEntry(newId())))
      return made
    })
    const handled: string[] = []
    const handlers = testHandlers(async (job) => { handled.push(job.id); return done })
    await Promise.all(Array.from({ length: 20 }, async (_, at) => {
      const worker = settler(`worker-${at}`)
      // Each begins somewhere else, so that several want the same row at the same time.
      for (const id of [...ids.slice(at * 10), ...ids.slice(0, at * 10)]) await worker.settle(id, handlers)
    }))
    expect(handled.sort()).toEqual([...ids].sort())
    expect(await probe().transactions.read.countBy(OutboxEntity, { state: 'done', attempts: 1 })).toBe(200)
  }, 60_000)

  test('claims a row once that 20 workers want at the same moment', async () => {
    const id = await add()
    let handled = 0
    await Promise.all(Array.from({ length: 20 }, (_, at) => settler(`worker-${at}`).settle(id, testHandlers(async () => { handled += 1; return done }))))
    expect(handled).toBe(1)
  })

  test('names what is due, oldest first, and not what is to run later', async () => {
    const later = await add({ runAfter: new Date(start.getTime() + 1) })
    const first = await add({ runAfter: new Date(start.getTime() - 1) })
    const second = await add()
    expect(await settler().due(10)).toEqual([first, second])
    expect(await settler().due(1)).toEqual([first])
    clock.advance(1)
    expect(await settler().due(10)).toEqual([first, second, later])
  })

  test('the database refuses a second row with the same dedupe key, and the transaction with it', async () => {
    await add({ dedupeKey: 'reminder:1' })
    const again = probe().transactions.run(async (tx) => {
      await record('with the repeat')(tx)
      await outbox.add(tx, testEntry(newId(), { dedupeKey: 'reminder:1' }))
    })
    await expect(again).rejects.toMatchObject({ name: 'QueryFailedError' })
    await add({ dedupeKey: 'reminder:2' })
    await add()
    expect(await probe().transactions.read.count(OutboxEntity)).toBe(3)
    expect(await recorded()).toEqual([])
  })

  test('rounds of the sweeper do not overlap, and a failing one is followed by another', async () => {
    const worker = settler()
    const id = await add()
    const offered: string[] = []
    const sweeper = new Sweeper(worker, { offer: (...ids: string[]) => offered.push(...ids) } as unknown as Relay, () => undefined)
    await Promise.all([sweeper.sweep(), sweeper.sweep()])
    expect(offered).toEqual([id])
    const broken = jest.spyOn(worker, 'due').mockRejectedValueOnce(new Error('database gone'))
    await expect(sweeper.sweep()).rejects.toThrow('database gone')
    broken.mockRestore()
    await sweeper.sweep()
    expect(offered).toEqual([id, id])
  })
})
