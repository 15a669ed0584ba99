import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.js'
import type { Transactions, Tx } from '../database/transactions.js'
import type { InHand } from './in-hand.js'
import { type Outcome, MAX_ATTEMPTS, retryDelay } from './outcome.js'
import type { OutboxJob } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'
import { NotAlone } from './not-alone.js'
import { Rounds } from './rounds.js'

/** Rows that are settled together. */
const MOST = 10

/** So many are worth a round, and so many milliseconds they wait for each other while others are in hand. */
const ENOUGH = 5
const PATIENCE = 3

interface Settlement {
  job: OutboxJob
  outcome: Outcome
}

/** Rows of which the same is to be written. */
interface Alike {
  columns: Partial<OutboxEntity>
  /** Of each of them; it tells this claim from a later one of the same worker. */
  attempts: number
  ids: string[]
}

/** Writes down what became of claimed rows, of those that end at the same time together. */
export class Settlements {
  private readonly rounds = new Rounds<Settlement, boolean>((settlements) => this.write(settlements), MOST, (gathered) => this.company(gathered))

  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly workerId: string, private readonly inHand: InHand) {}

  /**
   * Writes only while the claim still holds: what a worker did after its lease counts as not done.
   * @returns whether it was written; rejects when it cannot be, its record included
   */
  ask(job: OutboxJob, outcome: Outcome): Promise<boolean> {
    const isLastTry = outcome.kind === 'later' && job.attempts >= MAX_ATTEMPTS
    return this.rounds.ask({ job, outcome: isLastTry ? { kind: 'failed', reason: outcome.reason } : outcome })
  }

  /** Rows that end at nearly the same time cost one round instead of two. Nobody waits for rows that are not on their way. */
  private async company(gathered: () => number): Promise<void> {
    const until = performance.now() + PATIENCE
    while (gathered() < Math.min(ENOUGH, this.inHand.size) && performance.now() < until) await pause(1)
  }

  private async write(settlements: readonly Settlement[]): Promise<boolean[]> {
    const isWritten = await this.transactions.run(async (tx) => {
      for (const alike of this.alike(settlements)) {
        if (await this.update(tx, alike)) continue
        if (settlements.length > 1) throw new NotAlone()
        return false
      }
      for (const { outcome } of settlements) if ('record' in outcome && outcome.record) await outcome.record(tx)
      return true
    })
    return settlements.map(() => isWritten)
  }

  private alike(settlements: readonly Settlement[]): Iterable<Alike> {
    const now = this.clock.now()
    const alike = new Map<string, Alike>()
    for (const { job, outcome } of settlements) {
      const columns = columnsOf(outcome, job, now)
      const key = `${job.attempts} ${JSON.stringify(columns)}`
      const { ids } = alike.get(key) ?? alike.set(key, { columns, attempts: job.attempts, ids: [] }).get(key)!
      ids.push(job.id)
    }
    return alike.values()
  }

  private async update(tx: Tx, { columns, attempts, ids }: Alike): Promise<boolean> {
    const held = { id: ids, state: 'running', leaseBy: this.workerId, attempts }
    return (await tx.change(OutboxEntity, held, { ...columns, slot: null, leaseUntil: null, leaseBy: null })) === ids.length
  }
}

function columnsOf(outcome: Outcome, { attempts }: OutboxJob, now: Date): Partial<OutboxEntity> {
  return {
    state: outcome.kind === 'later' ? 'pending' : outcome.kind,
    reason: outcome.kind === 'done' ? null : outcome.reason.slice(0, 60),
    ...(outcome.kind === 'later' ? { runAfter: new Date(now.getTime() + (outcome.afterMilliseconds ?? retryDelay(attempts))) } : { settledAt: now }),
  }
}
