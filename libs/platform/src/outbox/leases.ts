import { In, IsNull, Not } from 'typeorm'
import type { Clock } from '../clock.js'
import type { Transactions, Tx } from '../database/transactions.js'
import type { OutboxJob } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'

/** A claim is given back when its worker has not renewed it for so long. By the stopwatch, as all times here. */
export const LEASE_MILLISECONDS = 30_000
/** How often a worker says that it still has its rows in hand: five may fail, as while a database starts again. */
const RENEW_EVERY_MILLISECONDS = 5_000
/** What takes longer than this has got stuck: its lease ends although its worker lives. */
const LONGEST_MILLISECONDS = 5 * 60_000

/** What changes with every claim and every renewal. */
type SeenClaim = Pick<OutboxEntity, 'id' | 'attempts' | 'leaseUntil'>

const FREE = { state: 'pending', slot: null, leaseUntil: null, leaseBy: null } as const

/**
 * The claims of one worker and those of the dead. A worker renews the leases of what it has in hand, so that they may be short: what a
 * killed worker held, and the places in its lanes, are free again within half a minute.
 */
export class Leases {
  /** Since when what is in hand is so. */
  private readonly since = new Map<OutboxJob, number>()
  /** Claims as they stand in the table, of whomever, with the time at which each was first seen so. */
  private seen = new Map<string, number>()
  private timer: NodeJS.Timeout | null = null

  /** @param workerId name that no other process has */
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, readonly workerId: string, private readonly report: (error: unknown) => void) {}

  /** When a lease that is taken or renewed now will end. */
  end(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MILLISECONDS)
  }

  hold(job: OutboxJob): void {
    this.since.set(job, this.clock.elapsed())
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
    const latest = this.clock.elapsed() - LONGEST_MILLISECONDS
    const ids = [...this.since].filter(([, since]) => since >= latest).map(([{ id }]) => id)
    if (ids.length === 0) return
    await this.transactions.run((tx) => tx.db.update(OutboxEntity, { id: In(ids), state: 'running', leaseBy: this.workerId }, { leaseUntil: this.end() }))
  }

  /**
   * Gives back what a dead worker held: claims that were not renewed while this process looked on for the time of a lease. The time that stands
   * in the row is not compared with the clock, because clocks are set: one that went forward would take rows from workers that live, one that
   * came back would leave those of dead ones lying.
   */
  async releaseExpired(): Promise<void> {
    try {
      const expired = await this.unchanged()
      if (expired.length > 0) await this.transactions.run((tx) => this.giveBack(tx, expired))
    } catch (error) {
      // While the database is away or full nobody can renew: what was seen until now tells nothing.
      this.seen.clear()
      throw error
    }
  }

  /** Gives back what anybody else held: only for a process that is the only one, at its start. Whoever held it has been killed. */
  async releaseOthers(): Promise<void> {
    await this.transactions.run((tx) => tx.db.update(OutboxEntity, { state: 'running', leaseBy: Not(this.workerId) }, FREE))
  }

  private async unchanged(): Promise<SeenClaim[]> {
    const running: SeenClaim[] = await this.transactions.read.find(OutboxEntity, { select: { id: true, attempts: true, leaseUntil: true }, where: { state: 'running' } })
    const now = this.clock.elapsed()
    this.seen = new Map(running.map((claim) => [keyOf(claim), this.seen.get(keyOf(claim)) ?? now]))
    return running.filter((claim) => now - this.seen.get(keyOf(claim))! > LEASE_MILLISECONDS)
  }

  private async giveBack(tx: Tx, expired: readonly SeenClaim[]): Promise<void> {
    for (const { id, attempts, leaseUntil } of expired) {
      const asItWas = { id, attempts, state: 'running', leaseUntil: leaseUntil ?? IsNull() } as const
      await tx.db.update(OutboxEntity, asItWas, FREE)
    }
  }
}

function keyOf({ id, attempts, leaseUntil }: SeenClaim): string {
  return `${id}:${attempts}:${leaseUntil?.getTime()}`
}
