import { In, LessThan, Not } from 'typeorm'
import type { Clock } from '../clock.js'
import type { Transactions } from '../database/transactions.js'
import { IdempotencyKeyEntity } from '../idempotency/idempotency-key.entity.js'
import { OutboxEntity } from '../outbox/outbox.entity.js'
import type { RetentionCount, RetentionRule } from './retention.js'

const BATCH = 5_000

/** Work that is settled, and keys of requests that will not be repeated any more. */
export class PlatformRetention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  rules(): RetentionRule[] {
    return [
      { retention: 'L', table: 'outbox', apply: (before) => this.deleteSettled(before) },
      { retention: 'L', table: 'idempotency_key', apply: () => this.deleteExpired() },
    ]
  }

  private async deleteSettled(before: Date): Promise<RetentionCount> {
    for (let deleted = 0; ; ) {
      const due = await this.transactions.read.find(OutboxEntity, {
        where: { state: Not(In(['pending', 'running'])), settledAt: LessThan(before) }, select: { id: true }, take: BATCH,
      })
      if (due.length > 0) await this.transactions.run((tx) => tx.db.delete(OutboxEntity, { id: In(due.map(({ id }) => id)) }))
      deleted += due.length
      if (due.length < BATCH) return { deleted }
    }
  }

  /** These say themselves when they are over, a day after the request. */
  private async deleteExpired(): Promise<RetentionCount> {
    const gone = await this.transactions.run((tx) => tx.db.delete(IdempotencyKeyEntity, { expiresAt: LessThan(this.clock.now()) }))
    return { deleted: gone.affected ?? 0 }
  }
}
