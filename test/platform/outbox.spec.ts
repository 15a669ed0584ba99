import { BullmqQueue, FixedClock, LEASE_MILLISECONDS, MemoryQueue, Outbox, OutboxEntity, type Queue, Relay, Settler, Sweeper, newId } from '@app/platform'
import { Redis as Client } from 'ioredis'
import { type Redis, describeWith, startRedis } from '../services/index.js'
import { onEachDatabase } from '../support/databases.js'
import { Tally, gate } from './gate.js'
import { probeIn } from './probe.js'
import { done, testEntry, testHandlers } from './test-work.js'

/** One kind of queue, and how it loses what it holds. */
interface QueueKind {
  /** A process's end of the queue. */
  open(report: (error: unknown) => void): Queue
  /** Loses everything that waits; what was opened before is of no further use for the queue in memory. */
  lose(): Promise<void>
  /** Takes the queue away for the rest of the test. */
  takeAway(queue: Queue): Promise<void>
}

onEachDatabase('the outbox', (database) => {
  const probe = probeIn(database)

  describe('with the queue in memory', () => {
    outboxSuite(() => probe().transactions, () => ({
      open: (report) => new MemoryQueue(report),
      lose: async () => undefined,
      takeAway: (queue) => queue.close(),
    }))
  })

  describeWith('redis', 'with the queue on Redis', () => {
    let redis: Redis
    beforeEach(async () => {
      redis = await startRedis()
    })
    afterEach(() => redis.stop())
    outboxSuite(() => probe().transactions, () => ({
      open: (report) => new BullmqQueue(redis.url, report),
      lose: async () => {
        const client = new Client(redis.url)
        await client.flushall()
        client.disconnect()
      },
      takeAway: () => redis.kill(),
    }))
  })

  function outboxSuite(transactions: () => ReturnType<typeof probe>['transactions'], kind: () => QueueKind): void {
    let clock: FixedClock
    let reports: unknown[]
    let opened: Queue[]

    beforeEach(() => {
      clock = new FixedClock(new Date('2026-03-02T09:00:00.250Z'))
      reports = []
      opened = []
    })
    afterEach(async () => {
      await Promise.all(opened.map((queue) => queue.close()))
    })

    /** What one process has: it writes rows, hands them on, and may take them. */
    const start = (name = 'worker') => {
      const report = (error: unknown) => reports.push(error)
      const queue = kind().open(report)
      opened.push(queue)
      const relay = new Relay(queue, report)
      const settler = new Settler(transactions(), clock, name, report)
      const handled: string[] = []
      const tally = new Tally()
      const handlers = testHandlers(async ({ id }) => {
        handled.push(id)
        tally.add()
        return done
      })
      return {
        queue,
        relay,
        outbox: new Outbox(clock, relay),
        settler,
        sweeper: new Sweeper(settler, relay, report),
        handled,
        work: () => queue.consume((id) => settler.settle(id, handlers), { concurrency: 4 }),
        /** Waits until as many rows are handled and everything in hand is settled. */
        finish: async (count: number) => {
          await tally.reaches(count)
          await queue.close()
        },
      }
    }
    const states = async () => {
      const rows = await transactions().read.find(OutboxEntity)
      return rows.map(({ state }) => state).sort()
    }

    test('has committed rows handled once and rolled back ones never', async () => {
      const app = start()
      await app.work()
      const results = await Promise.allSettled(Array.from({ length: 60 }, (_, at) =>
        transactions().run(async (tx) => {
          const id = await app.outbox.add(tx, testEntry(newId()))
          if (at % 3 === 0) throw new Error('rolled back')
          return id
        }),
      ))
      const committed = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      // The sweeper offers again what is still on its way; the claim makes that harmless.
      await app.sweeper.sweep()
      await app.finish(40)
      expect(app.handled.sort()).toEqual(committed.sort())
      expect(await states()).toEqual(Array(40).fill('done'))
      expect(reports).toEqual([])
    })

    test('hands on nothing while the transaction is open, and no row before its time', async () => {
      const app = start()
      const offer = jest.spyOn(app.relay, 'offer')
      const later = new Date(clock.now().getTime() + 60_000)
      await transactions().run(async (tx) => {
        await app.outbox.add(tx, testEntry(newId()))
        await app.outbox.add(tx, testEntry(newId(), { runAfter: later }))
        expect(offer).not.toHaveBeenCalled()
      })
      expect(offer).toHaveBeenCalledTimes(1)
      await app.relay.settled()
      await app.work()
      await app.finish(1)
      expect(await states()).toEqual(['done', 'pending'])
    })

    test('sweeps up what the queue lost, once each', async () => {
      const before = start()
      const ids = await transactions().run(async (tx) => [
        await before.outbox.add(tx, testEntry(newId())),
        await before.outbox.add(tx, testEntry(newId())),
      ])
      await before.relay.settled()
      await kind().lose()
      const after = start()
      await after.work()
      await after.sweeper.sweep()
      await after.sweeper.sweep()
      await after.finish(2)
      expect(after.handled.sort()).toEqual([...ids].sort())
      expect(await states()).toEqual(['done', 'done'])
    })

    test('sweeps up what a worker held that died', async () => {
      const dying = start('dying')
      const taken = gate()
      const id = await transactions().run((tx) => dying.outbox.add(tx, testEntry(newId())))
      await dying.relay.settled()
      // The dead worker's job is gone with its queue; its claim stays in the row.
      void dying.settler.settle(id, testHandlers(async () => {
        taken.open()
        return new Promise<never>(() => undefined)
      }))
      await taken.opened
      await kind().lose()
      const other = start('other')
      await other.work()
      await other.sweeper.sweep()
      await other.relay.settled()
      expect(await states()).toEqual(['running'])
      clock.advance(LEASE_MILLISECONDS + 1)
      await other.sweeper.sweep()
      await other.finish(1)
      expect(other.handled).toEqual([id])
      expect(await states()).toEqual(['done'])
    })

    test('commits although the queue is down, and reports it', async () => {
      const app = start()
      await transactions().run((tx) => app.outbox.add(tx, testEntry(newId())))
      await app.relay.settled()
      reports = []
      await kind().takeAway(app.queue)
      await transactions().run((tx) => app.outbox.add(tx, testEntry(newId())))
      await app.relay.settled()
      expect(await states()).toEqual(['pending', 'pending'])
      expect(reports.map(String).filter((report) => report.startsWith('Error: The queue'))).toHaveLength(1)
    })
  }
})
