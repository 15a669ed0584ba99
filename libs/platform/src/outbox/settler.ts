import { In } from 'typeorm'
import type { Clock } from '../clock.js'
import type { Transactions } from '../database/transactions.js'
import { type Outcome, MAX_ATTEMPTS, retryDelay } from './outcome.js'
import type { OutboxJob, OutboxKind } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'

/** One handler per kind: `const handlers: Handlers = { … }` does not compile while one is missing. */
export type Handlers = { [K in OutboxKind]: (job: OutboxJob<K>) => Promise<Outcome> }

/** A claim is given back when its worker has not settled it by then. */
export const LEASE_MILLISECONDS = 120_000

/** Claims a row, has it handled, writes down what became of it. Repeats and losses of the queue are harmless here. */
export class Settler {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly workerId: string,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Handles the row with this id if it is due and nobody else has it. */
  async settle(id: string, handlers: Handlers): Promise<void> {
    const job = await this.claim(id)
    if (!job) return
    const outcome = await this.handle(job, handlers)
    try {
      await this.write(job, outcome)
    } catch (error) {
      if (!('record' in outcome)) throw error
      // Left as it is, the row would be handled again after every lease, without a back-off and without an end.
      this.report(error)
      await this.write(job, { kind: 'later', reason: 'record' })
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
      return { kind: 'later', reason: 'error' }
    }
  }

  /** Conditional update with the expected old state (rule 7): exactly one of many workers gets the row. */
  private async claim(id: string): Promise<OutboxJob | null> {
    const now = this.clock.now()
    return this.transactions.run(async (tx) => {
      const claim = await tx.db
        .createQueryBuilder()
        .update(OutboxEntity)
        .set({ state: 'running', leaseBy: this.workerId, leaseUntil: new Date(now.getTime() + LEASE_MILLISECONDS), attempts: () => 'attempts + 1' })
        .where({ id, state: 'pending' })
        .andWhere('run_after <= :now', { now })
        .execute()
      if (!claim.affected) return null
      const row = await tx.db.findOneByOrFail(OutboxEntity, { id })
      return { id, kind: row.kind as OutboxKind, subjectId: row.subjectId, payload: row.payload as never, attempts: row.attempts }
    })
  }

  /** Writes only while the claim still holds: what a worker did after its lease counts as not done. */
  private async write(job: OutboxJob, outcome: Outcome): Promise<void> {
    const now = this.clock.now()
    const given = outcome.kind === 'later' && job.attempts >= MAX_ATTEMPTS ? { kind: 'failed' as const, reason: outcome.reason } : outcome
    const settled = await this.transactions.run(async (tx) => {
      // `attempts` tells this claim from a later one of the same worker.
      const update = await tx.db.update(
        OutboxEntity,
        { id: job.id, state: 'running', leaseBy: this.workerId, attempts: job.attempts },
        {
          state: given.kind === 'later' ? 'pending' : given.kind,
          reason: given.kind === 'done' ? null : given.reason.slice(0, 60),
          leaseUntil: null,
          leaseBy: null,
          ...(given.kind === 'later' ? { runAfter: new Date(now.getTime() + retryDelay(job.attempts)) } : { settledAt: now }),
        },
      )
      if (update.affected === 0) return false
      if ('record' in given && given.record) await given.record(tx)
      return true
    })
    if (!settled) this.report(new Error(`A worker outlasted its lease; what became of ${job.kind} is what the next worker writes.`))
  }

  /** Rows that are due, oldest first. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.transactions.read
      .createQueryBuilder(OutboxEntity, 'o')
      .select('o.id', 'id')
      .where({ state: 'pending' })
      .andWhere('o.run_after <= :now', { now: this.clock.now() })
      .orderBy('o.run_after')
      .addOrderBy('o.id')
      .limit(limit)
      .getRawMany<{ id: string }>()
    return rows.map((row) => row.id)
  }

  /** Gives back what a dead worker held. */
  async releaseExpired(): Promise<void> {
    const now = this.clock.now()
    const expired = await this.transactions.read
      .createQueryBuilder(OutboxEntity, 'o')
      .select('o.id', 'id')
      .where({ state: 'running' })
      .andWhere('o.lease_until < :now', { now })
      .getRawMany<{ id: string }>()
    if (expired.length === 0) return
    await this.transactions.run((tx) =>
      tx.db
        .createQueryBuilder()
        .update(OutboxEntity)
        .set({ state: 'pending', leaseUntil: null, leaseBy: null })
        .where({ id: In(expired.map((row) => row.id)), state: 'running' })
        .andWhere('lease_until < :now', { now })
        .execute(),
    )
  }
}
