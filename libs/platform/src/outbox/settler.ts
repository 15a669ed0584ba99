import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import { storeFaultOf } from '../database/store-fault.js'
import type { Transactions } from '../database/transactions.js'
import { Claims, FEW_IN_HAND } from './claims.js'
import { DUE, dueAt } from './due.js'
import { InHand } from './in-hand.js'
import { type LaneLimits, Lanes, NO_LIMITS } from './lanes.js'
import { Leases } from './leases.js'
import { type Outcome, MAX_ATTEMPTS } from './outcome.js'
import type { OutboxJob, OutboxKind } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'
import { Settlements } from './settlements.js'

/** One handler per kind: `const handlers: Handlers = { … }` does not compile while one is missing. */
export type Handlers = { [K in OutboxKind]: (job: OutboxJob<K>) => Promise<Outcome> }

/** How long to wait, in milliseconds, before the database is asked again that was gone when a row was to be settled. */
const ASK_AGAIN = 500

/** When a handler may try again that could not read the database. */
const SOON = 5_000

/** Claims rows, has them handled, writes down what became of them. Repeats and losses of the queue are harmless here. */
export class Settler {
  readonly leases: Leases
  private readonly lanes: Lanes
  private readonly inHand = new InHand(FEW_IN_HAND)
  private readonly claims: Claims
  private readonly settlements: Settlements
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
    this.claims = new Claims(transactions, clock, this.leases, this.lanes, this.inHand, (lane) => this.offerNext(lane))
    this.settlements = new Settlements(transactions, clock, workerId, this.inHand)
  }

  /** Handles the row with this id if it is due, nobody else has it and its lane has room; otherwise leaves it as it is. */
  async settle(id: string, handlers: Handlers): Promise<void> {
    const claim = await this.claims.ask(id)
    if (!claim) return
    const { job, lane } = claim
    try {
      const outcome = await this.handle(job, handlers)
      this.lanes.ended(lane, this.clock.elapsed() - claim.began, outcome.kind !== 'later')
      await this.settled(job, outcome)
    } finally {
      claim.end()
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
        const isWritten = await this.settlements.ask(job, outcome)
        if (!isWritten) this.report(new Error(`A worker outlasted its lease; what became of ${job.kind} is what the next worker writes.`))
        return
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
