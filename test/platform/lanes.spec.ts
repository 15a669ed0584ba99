import { FixedClock, LEASE_MILLISECONDS, type LaneLimits, MemoryQueue, Outbox, OutboxEntity, type Outcome, Relay, Settler, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { Tally, gate } from './gate.js'
import { probeIn } from './probe.js'
import { done, testEntry, testHandlers } from './test-work.js'

const start = new Date('2026-03-02T09:00:00.250Z')
const later: Outcome = { kind: 'later', reason: 'smtp_timeout' }

onEachDatabase('lanes of the outbox', (database) => {
  const probe = probeIn(database)
  let clock: FixedClock
  let outbox: Outbox
  let offered: string[]
  let wait: LaneLimits['wait']

  beforeEach(() => {
    clock = new FixedClock(start)
    const queue = new MemoryQueue(() => undefined)
    outbox = new Outbox(clock, new Relay(queue, () => undefined))
    offered = []
    wait = async () => null
  })

  const worker = (perLane: number, name = 'worker') =>
    new Settler(probe().transactions, clock, name, (error) => { throw error }, { perLane, wait: () => wait() }, (ids) => offered.push(...ids))
  const add = (lane: string, count = 1) => probe().transactions.run(async (tx) => {
    const ids: string[] = []
    for (let at = 0; at < count; at++) ids.push(await outbox.add(tx, { ...testEntry(newId()), lane }))
    return ids
  })
  const row = (id: string) => probe().transactions.read.findOneByOrFail(OutboxEntity, { id })
  const states = async (ids: string[]) => (await Promise.all(ids.map(row))).map(({ state }) => state)
  /** Takes rows and keeps them until told. */
  const hold = async (settler: Settler, ids: string[], outcome: Outcome = done) => {
    const [mayEnd, taken] = [gate(), new Tally()]
    const ends = ids.map((id) => settler.settle(id, testHandlers(async () => {
      taken.add()
      await mayEnd.opened
      return outcome
    })))
    await taken.reaches(ids.length)
    return async () => {
      mayEnd.open()
      await Promise.all(ends)
    }
  }

  test('holds as many rows of one lane as it has places, leaves the next unclaimed, and lets other lanes pass', async () => {
    const settler = worker(2)
    const [slow, quick] = [await add('slow.example', 3), await add('quick.example')]
    const end = await hold(settler, slow.slice(0, 2))
    await settler.settle(slow[2]!, testHandlers(async () => done))
    await settler.settle(quick[0]!, testHandlers(async () => done))
    expect(await states([...slow, ...quick])).toEqual(['running', 'running', 'pending', 'done'])
    expect(await row(slow[2]!)).toMatchObject({ attempts: 0, slot: null, runAfter: start })
    expect(await settler.due(10)).toEqual([])
    await end()
    expect(new Set(offered)).toEqual(new Set([slow[2]]))
    await settler.settle(slow[2]!, testHandlers(async () => done))
    expect(await states(slow)).toEqual(['done', 'done', 'done'])
    expect(await row(slow[0]!)).toMatchObject({ slot: null })
  })

  test('limits a lane among workers that know nothing of each other: never more than two of 60 at a time, and all are done', async () => {
    const ids = await add('ministry.example', 60)
    const queues = Array.from({ length: 4 }, (_, at) => {
      const queue = new MemoryQueue((error) => { throw error })
      return { queue, settler: new Settler(probe().transactions, clock, `worker-${at}`, (error) => { throw error }, { perLane: 2, wait }, (next) => void queue.add(next)) }
    })
    let [running, most] = [0, 0]
    const together = gate()
    const tally = new Tally()
    const handlers = testHandlers(async () => {
      running += 1
      most = Math.max(most, running)
      // The first waits for a second beside it: that two may run at once must not hang on who is faster.
      if (running === 2) together.open()
      await together.opened
      await new Promise(setImmediate)
      running -= 1
      tally.add()
      return done
    })
    for (const { queue, settler } of queues) await queue.consume((id) => settler.settle(id, handlers), { concurrency: 5 })
    await Promise.all(queues.map(({ queue }) => queue.add(ids)))
    await tally.reaches(60)
    await Promise.all(queues.map(({ queue }) => queue.close()))
    expect(most).toBe(2)
    expect(await probe().transactions.read.countBy(OutboxEntity, { state: 'done', attempts: 1 })).toBe(60)
  }, 60_000)

  test('works off a long line by itself: nothing waits for the sweeper', async () => {
    const ids = await add('ministry.example', 60)
    const queue = new MemoryQueue((error) => { throw error })
    const settler = new Settler(probe().transactions, clock, 'worker', (error) => { throw error }, { perLane: 2, wait }, (next) => void queue.add(next))
    const tally = new Tally()
    await queue.consume((id) => settler.settle(id, testHandlers(async () => {
      tally.add()
      return done
    })), { concurrency: 5 })
    await queue.add(ids)
    await tally.reaches(60)
    await queue.close()
    expect(await probe().transactions.read.countBy(OutboxEntity, { state: 'done', attempts: 1 })).toBe(60)
  })

  test('does not look at lanes at all where no limit is set', async () => {
    const ids = await add('ministry.example', 5)
    const end = await hold(worker(0), ids)
    expect(await states(ids)).toEqual(['running', 'running', 'running', 'running', 'running'])
    await end()
  })

  test('names of a long lane only what fits, so that the others behind it have their turn', async () => {
    const settler = worker(2)
    const long = await add('long.example', 30)
    const [short, free] = [await add('short.example'), await add('')]
    expect(await settler.due(100)).toEqual([...long.slice(0, 2), ...short, ...free])
    const end = await hold(settler, long.slice(0, 2))
    expect(await settler.due(2)).toEqual([...short, ...free])
    await end()
  })

  test('gives the place of a dead worker to the next row with its lease', async () => {
    const settler = worker(1)
    const [first, second] = await add('one.example', 2)
    await hold(worker(1, 'dead'), [first!])
    await settler.settle(second!, testHandlers(async () => done))
    expect(await row(second!)).toMatchObject({ state: 'pending' })
    await settler.leases.releaseExpired()
    clock.advance(LEASE_MILLISECONDS + 1)
    await settler.leases.releaseExpired()
    expect(await row(first!)).toMatchObject({ state: 'pending', slot: null })
    await settler.settle(second!, testHandlers(async () => done))
    expect(await row(second!)).toMatchObject({ state: 'done' })
  })

  test('leaves a lane alone that does not answer, for one minute and then for five, and tries it with a single row', async () => {
    const settler = worker(2)
    const silent = await add('silent.example', 4)
    const quick = await add('quick.example')
    const fall = async (ids: string[]) => {
      const end = await hold(settler, ids, later)
      clock.advance(30_000)
      await end()
    }
    await fall([silent[0]!])
    expect(await settler.due(10)).toEqual(quick)
    await settler.settle(silent[1]!, testHandlers(async () => done))
    expect(await row(silent[1]!)).toMatchObject({ state: 'pending', attempts: 0 })
    clock.advance(60_000)
    const end = await hold(settler, [silent[1]!], later)
    await settler.settle(silent[2]!, testHandlers(async () => done))
    expect(await row(silent[2]!)).toMatchObject({ state: 'pending', attempts: 0 })
    clock.advance(30_000)
    await end()
    clock.advance(5 * 60_000 - 1)
    expect(await settler.due(10)).toEqual(quick)
    clock.advance(1)
    await settler.settle(silent[2]!, testHandlers(async () => done))
    expect(await states(silent.slice(2))).toEqual(['done', 'pending'])
    await (await hold(settler, [silent[0]!, silent[3]!]))()
    expect(await states(silent)).toEqual(['done', 'pending', 'done', 'done'])
  })

  test('tries lanes that were silent one after the other: however many there are, they hold one hand of a worker', async () => {
    const settler = worker(2)
    const lanes = await Promise.all(['a.example', 'b.example', 'c.example'].map((lane) => add(lane, 2)))
    const firsts = lanes.map(([first]) => first!)
    const fall = await hold(settler, firsts, later)
    clock.advance(30_000)
    await fall()
    clock.advance(5 * 60_000)
    const [taken, over, mayEnd] = [new Tally(), new Tally(), gate()]
    let count = 0
    const handlers = testHandlers(async () => {
      count += 1
      taken.add()
      await mayEnd.opened
      return done
    })
    // All at the same moment, as the sweeper offers them.
    const tries = firsts.map((id) => settler.settle(id, handlers).then(() => over.add()))
    await taken.reaches(1)
    await Promise.race([over.reaches(2), taken.reaches(2)])
    expect(count).toBe(1)
    const quick = await add('quick.example')
    await settler.settle(quick[0]!, testHandlers(async () => done))
    expect(await states(quick)).toEqual(['done'])
    mayEnd.open()
    await Promise.all(tries)
    expect((await states(firsts)).sort()).toEqual(['done', 'pending', 'pending'])
    for (const id of await settler.due(10)) await settler.settle(id, testHandlers(async () => done))
    expect(new Set(await states(lanes.flat()))).toEqual(new Set(['done']))
  })

  test('an answer of "later" within eight seconds leaves the rest of the lane as it is', async () => {
    const settler = worker(2)
    const ids = await add('greylisting.example', 2)
    await settler.settle(ids[0]!, testHandlers(async () => {
      clock.advance(8_000)
      return later
    }))
    await settler.settle(ids[1]!, testHandlers(async () => done))
    expect(await states(ids)).toEqual(['pending', 'done'])
  })

  test('stops every lane, and nothing but lanes, when the minute is used up', async () => {
    const settler = worker(2)
    const [first, second] = await add('a.example', 2)
    const other = await add('')
    await settler.settle(first!, testHandlers(async () => done))
    wait = async () => 20
    await settler.settle(second!, testHandlers(async () => done))
    expect(await row(second!)).toMatchObject({ state: 'pending', attempts: 0 })
    expect(await settler.due(10)).toEqual(other)
    await settler.settle(other[0]!, testHandlers(async () => done))
    expect(await states(other)).toEqual(['done'])
    wait = async () => null
    clock.advance(19_999)
    expect(await settler.due(10)).toEqual([])
    clock.advance(1)
    expect(await settler.due(10)).toEqual([second])
  })
})
