import { In } from 'typeorm'
import type { Clock } from '../clock.js'
import type { Transactions } from '../database/transactions.js'
import type { OutboxJob } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'

/** A claim is given back when its worker has not renewed it for so long. */
export const LEASE_MILLISECONDS = 30_000
/** How often a worker says that it still has its rows in hand: five may fail, as while a database starts again. */
const RENEW_EVERY_MILLISECONDS = 5_000
/** What takes longer than this has got stuck: its lease ends although its worker lives. */
const LONGEST_MILLISECONDS = 5 * 60_000

/**
 * The claims of one worker and those of the dead. A worker renews the leases of what it has in hand, so that they may be short: what a
 * killed worker held, and the places in its lanes, are free again within half a minute.
 */
export class Leases {
  /** Since when what is in hand is so. */
  private readonly since = new Map<OutboxJob, number>()
  private timer: NodeJS.Timeout | null = null

  /** @param workerId name that no other process has */
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, readonly workerId: string, private readonly report: (error: unknown) => void) {}

  /** When a lease that is taken or renewed now will end. */
  end(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MILLISECONDS)
  }

  hold(job: OutboxJob): void {
    this.since.set(job, this.clock.now().getTime())
  }

  letGo(job: OutboxJob): void {
    this.since.delete(job)
  }

  /** Renews by itself from now on; goes on while the process ends, until `stop`, for as long as something is in hand. */
  start(): void {
    this.timer = setInterval(() => void this.renew().catch(this.report), RENEW_EVERY_MILLISECONDS)
    this.timer.unref()
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer)
  }

  /** Extends the leases of what is in hand and has not got stuck. A lease that was lost meanwhile stays lost. */
  async renew(): Promise<void> {
    const latest = this.clock.now().getTime() - LONGEST_MILLISECONDS
    const ids = [...this.since].filter(([, since]) => since >= latest).map(([{ id }]) => id)
    if (ids.length === 0) return
    await this.transactions.run((tx) => tx.db.update(OutboxEntity, { id: In(ids), state: 'running', leaseBy: this.workerId }, { leaseUntil: this.end() }))
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
        .set({ state: 'pending', slot: null, leaseUntil: null, leaseBy: null })
        .where({ id: In(expired.map((row) => row.id)), state: 'running' })
        .andWhere('lease_until < :now', { now })
        .execute(),
    )
  }
}
