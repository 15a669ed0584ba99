import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import { isDuplicate } from '../database/duplicate-key.js'
import { storeFaultOf } from '../database/store-fault.js'
import type { Transactions } from '../database/transactions.js'
import { DUE, dueAt, isDue } from './due.js'
import { type LaneLimits, Lanes, NO_LIMITS } from './lanes.js'
import { Leases } from './leases.js'
import { type Outcome, MAX_ATTEMPTS, retryDelay } from './outcome.js'
import type { OutboxJob, OutboxKind } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'

/** One handler per kind: `const handlers: Handlers = { … }` does not compile while one is missing. */
export type Handlers = { [K in OutboxKind]: (job: OutboxJob<K>) => Promise<Outcome> }

/** How long to wait, in milliseconds, before the database is asked again that was gone when a row was to be settled. */
const ASK_AGAIN = 500

/** When a handler may try again that could not read the database. */
const SOON = 5_000

/** How often a claim looks for a place in its lane when another worker takes the one it saw. */
const LOOKS = 4

interface Claim {
  job: OutboxJob
  lane: string
  slot: number | null
}

/** Claims a row, has it handled, writes down what became of it. Repeats and losses of the queue are harmless here. */
export class Settler {
  readonly leases: Leases
  private readonly lanes: Lanes
  private readonly stopping = new AbortController()

  /** @param offer hands over the next rows of a lane in which one has ended */
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    workerId: string,
    private readonly report: (error: unknown) => void,
    limits: LaneLimits = NO_LIMITS,
    private readonly offer: (ids: string[]) => void = () => undefined,
  ) {
    this.leases = new Leases(transactions, clock, workerId, report)
    this.lanes = new Lanes(transactions, clock, limits)
  }

  /** Handles the row with this id if it is due, nobody else has it and its lane has room; otherwise leaves it as it is. */
  async settle(id: string, handlers: Handlers): Promise<void> {
    const claim = await this.claim(id)
    if (!claim) return
    const { job, lane, slot } = claim
    this.leases.hold(job)
    const began = this.clock.elapsed()
    try {
      const outcome = await this.handle(job, handlers)
      this.lanes.ended(lane, this.clock.elapsed() - began, outcome.kind !== 'later')
      await this.settled(job, outcome)
    } finally {
      this.leases.letGo(job)
      this.lanes.leave(lane, slot)
    }
    await this.offerNext(lane)
  }

  /** Who found the lane full was turned away and counts on this. */
  private async offerNext(lane: string): Promise<void> {
    const next = await this.lanes.next(lane)
    if (next.length > 0) this.offer(next)
  }

  /** The process ends: waits no longer for a database that is gone. */
  stop(): void {
    this.stopping.abort()
  }

  private async settled(job: OutboxJob, outcome: Outcome): Promise<void> {
    try {
      await this.writeInTheEnd(job, outcome)
    } catch (error) {
      if (!('record' in outcome) || storeFaultOf(error) !== null) throw error
      // Left as it is, the row would be handled again after every lease, without a back-off and without an end.
      this.report(error)
      await this.writeInTheEnd(job, { kind: 'later', reason: 'record' })
    }
  }

  /** A mail that has left while the database was away must be written down when it is back, or it would be sent again. */
  private async writeInTheEnd(job: OutboxJob, outcome: Outcome): Promise<void> {
    for (;;) {
      try {
        return await this.write(job, outcome)
      } catch (error) {
        if (storeFaultOf(error) === null || this.stopping.signal.aborted) throw error
        this.report(error)
        await pause(ASK_AGAIN, undefined, { signal: this.stopping.signal }).catch(() => undefined)
      }
    }
  }

  private async handle(job: OutboxJob, handlers: Handlers): Promise<Outcome> {
    const handle = handlers[job.kind] as ((job: OutboxJob) => Promise<Outcome>) | undefined
    if (!handle) return { kind: 'failed', reason: 'no_handler' }
    // Its workers died again and again; perhaps it is what kills them.
    if (job.attempts > MAX_ATTEMPTS) return { kind: 'failed', reason: 'attempts' }
    try {
      return await handle(job)
    } catch (error) {
      this.report(error)
      const isAway = ['gone', 'busy'].includes(storeFaultOf(error) ?? '')
      return { kind: 'later', reason: 'error', ...(isAway ? { afterMilliseconds: SOON } : {}) }
    }
  }

  /** Conditional update with the expected old state (rule 7): exactly one of many workers gets the row, and no lane gets more than its places. */
  private async claim(id: string): Promise<Claim | null> {
    for (let look = 1; look <= LOOKS; look++) {
      const now = this.clock.now()
      const row = await this.transactions.read.findOneBy(OutboxEntity, { id, state: 'pending' })
      if (!row || !isDue(row, now)) return null
      const { lane, attempts } = row
      const slot = await this.lanes.place(lane)
      if (slot === 'busy') return null
      const taken = { state: 'running', slot, leaseBy: this.leases.workerId, leaseUntil: this.leases.end(), attempts: attempts + 1 } as const
      let isTaken = false
      try {
        const update = await this.transactions.run((tx) => tx.db.update(OutboxEntity, { id, state: 'pending', attempts }, taken))
        isTaken = Boolean(update.affected)
      } catch (error) {
        // A worker elsewhere was given the same place a moment ago.
        if (!isDuplicate(error)) throw error
        continue
      } finally {
        if (!isTaken) this.lanes.leave(lane, slot)
      }
      if (isTaken) return { job: { id, kind: row.kind as OutboxKind, subjectId: row.subjectId, payload: row.payload as never, attempts: taken.attempts }, lane, slot }
      await this.offerNext(lane)
      return null
    }
    return null
  }

  /** Writes only while the claim still holds: what a worker did after its lease counts as not done. */
  private async write(job: OutboxJob, outcome: Outcome): Promise<void> {
    const now = this.clock.now()
    const given = outcome.kind === 'later' && job.attempts >= MAX_ATTEMPTS ? { kind: 'failed' as const, reason: outcome.reason } : outcome
    const settled = await this.transactions.run(async (tx) => {
      // `attempts` tells this claim from a later one of the same worker.
      const update = await tx.db.update(
        OutboxEntity,
        { id: job.id, state: 'running', leaseBy: this.leases.workerId, attempts: job.attempts },
        {
          state: given.kind === 'later' ? 'pending' : given.kind,
          reason: given.kind === 'done' ? null : given.reason.slice(0, 60),
          slot: null,
          leaseUntil: null,
          leaseBy: null,
          ...(given.kind === 'later' ? { runAfter: new Date(now.getTime() + (given.afterMilliseconds ?? retryDelay(job.attempts))) } : { settledAt: now }),
        },
      )
      if (update.affected === 0) return false
      if ('record' in given && given.record) await given.record(tx)
      return true
    })
    if (!settled) this.report(new Error(`A worker outlasted its lease; what became of ${job.kind} is what the next worker writes.`))
  }

  /** Rows that are due and fit into their lanes, oldest first. */
  async due(limit: number): Promise<string[]> {
    const closed = await this.lanes.closed()
    const rows = this.transactions.read
      .createQueryBuilder(OutboxEntity, 'o')
      .select(['o.id AS id', 'o.lane AS lane'])
      .where({ state: 'pending' })
      .andWhere(DUE, dueAt(this.clock))
    if (closed === 'all') rows.andWhere("o.lane = ''")
    else if (closed.length > 0) rows.andWhere('o.lane NOT IN (:...closed)', { closed })
    return this.lanes.fitting(await rows.orderBy('o.run_after').addOrderBy('o.id').limit(limit).getRawMany<{ id: string; lane: string }>())
  }
}
