import { FixedClock, LEASE_MILLISECONDS, MemoryQueue, Outbox, OutboxEntity, Relay, Settler, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { gate } from './gate.js'
import { probeIn } from './probe.js'
import { done, testEntry, testHandlers } from './test-work.js'

const start = new Date('2026-03-02T09:00:00.250Z')
const MINUTE = 60_000

onEachDatabase('leases of rows in hand', (database) => {
  const probe = probeIn(database)
  let clock: FixedClock
  let outbox: Outbox
  let other: Settler
  let reports: unknown[]
  beforeEach(() => {
    clock = new FixedClock(start)
    reports = []
    other = worker('other')
    outbox = new Outbox(clock, new Relay(new MemoryQueue(() => undefined), () => undefined))
  })

  const worker = (name: string) => new Settler(probe().transactions, clock, name, (error) => reports.push(error))
  const row = (id: string) => probe().transactions.read.findOneByOrFail(OutboxEntity, { id })
  /** A row in the hands of a worker that does not finish before it is told. */
  const inHand = async (settler: Settler) => {
    const id = await probe().transactions.run((tx) => outbox.add(tx, testEntry(newId())))
    const [taken, mayEnd] = [gate(), gate()]
    const settled = settler.settle(id, testHandlers(async () => { taken.open(); await mayEnd.opened; return done }))
    await taken.opened
    return { id, end: () => { mayEnd.open(); return settled } }
  }
  /** What happens every few seconds in two workers: one says that it lives, the other takes what is free. */
  const passes = async (living: Settler[], milliseconds: number) => {
    await other.leases.releaseExpired()
    clock.advance(milliseconds)
    for (const settler of living) await settler.leases.renew()
    await other.leases.releaseExpired()
  }

  test('last as long as their worker says that it lives, and end soon when it does not', async () => {
    const [slow, dead] = [worker('slow'), worker('dead')]
    const [kept, lost] = [await inHand(slow), await inHand(dead)]
    await passes([slow], LEASE_MILLISECONDS - 1)
    await passes([slow], 2)
    expect(await row(lost.id)).toMatchObject({ state: 'pending', leaseBy: null })
    expect(await row(kept.id)).toMatchObject({ state: 'running', leaseBy: 'slow', leaseUntil: new Date(clock.now().getTime() + LEASE_MILLISECONDS) })
    await passes([slow], LEASE_MILLISECONDS)
    await kept.end()
    expect(await row(kept.id)).toMatchObject({ state: 'done', attempts: 1 })
    await lost.end()
    expect(await row(lost.id)).toMatchObject({ state: 'pending' })
    expect(reports).toEqual([expect.objectContaining({ message: expect.stringContaining('outlasted its lease') })])
  })

  test('that were lost are not taken back', async () => {
    const paused = worker('paused')
    const held = await inHand(paused)
    await passes([], LEASE_MILLISECONDS + 1)
    await paused.leases.renew()
    expect(await row(held.id)).toMatchObject({ state: 'pending', leaseUntil: null })
    const next = worker('next')
    const [taken, mayEnd] = [gate(), gate()]
    const settled = next.settle(held.id, testHandlers(async () => { taken.open(); await mayEnd.opened; return done }))
    await taken.opened
    clock.advance(1)
    await paused.leases.renew()
    expect(await row(held.id)).toMatchObject({ state: 'running', leaseBy: 'next', leaseUntil: new Date(clock.now().getTime() - 1 + LEASE_MILLISECONDS) })
    mayEnd.open()
    await settled
    await held.end()
    expect(await row(held.id)).toMatchObject({ state: 'done', attempts: 2 })
  })

  test('end although their worker lives when it has got stuck with the row', async () => {
    const stuck = worker('stuck')
    const held = await inHand(stuck)
    for (let seconds = 0; seconds < 300; seconds += 20) await passes([stuck], 20_000)
    expect(await row(held.id)).toMatchObject({ state: 'running' })
    await passes([stuck], LEASE_MILLISECONDS + 1)
    expect(await row(held.id)).toMatchObject({ state: 'pending' })
    await held.end()
  })

  test('are renewed for nothing that is no longer in hand', async () => {
    const settler = worker('worker')
    const held = await inHand(settler)
    await held.end()
    // As a row whose outcome could not be written: it stays with a worker that does not work on it.
    const left = { state: 'running', leaseBy: 'worker', leaseUntil: new Date(start.getTime() + MINUTE) } as const
    await probe().transactions.run((tx) => tx.db.update(OutboxEntity, { id: held.id }, left))
    clock.advance(MINUTE)
    await settler.leases.renew()
    expect(await row(held.id)).toMatchObject(left)
  })

  test('of a process that was killed end at the next start of one that is alone', async () => {
    const killed = await inHand(worker('killed'))
    const alone = worker('alone')
    const own = await inHand(alone)
    await alone.leases.releaseOthers()
    expect(await row(killed.id)).toMatchObject({ state: 'pending', leaseBy: null, leaseUntil: null })
    expect(await row(own.id)).toMatchObject({ state: 'running', leaseBy: 'alone' })
    await Promise.all([killed.end(), own.end()])
  })
})
