import type { Clock } from '../clock.js'
import type { Transactions } from '../database/transactions.js'
import { DUE, dueAt } from './due.js'
import { OutboxEntity } from './outbox.entity.js'

/** How much of one lane, and of all lanes together, goes on at the same time. Rows without a lane are not limited. */
export interface LaneLimits {
  /** Rows of one lane in hand at a time, counted over all workers. 0: no limit. */
  perLane: number
  /** Asked before each row with a lane is taken: null lets it pass, otherwise the seconds until the next may. */
  wait(): Promise<number | null>
}

export const NO_LIMITS: LaneLimits = { perLane: 0, wait: async () => null }

/** A row that took this long and then failed was not answered. */
const SILENCE_MILLISECONDS = 10_000
const MINUTE = 60_000
/** How long a lane that does not answer is left alone: first, and from the second time on. */
const PAUSES = [MINUTE, 5 * MINUTE] as const

/**
 * Keeps lanes (domains of mail addresses) from crowding each other out: so many rows of one at a time, so many of all in a minute, and
 * one that does not answer is left alone for a while, so that however many of them there are, a worker's hands stay free for the rest.
 * Rows that must wait are not claimed: their attempts are not counted.
 */
export class Lanes {
  /** Lanes of which more was due than fits in: whoever ends a row of one offers the next. */
  private readonly crowded = new Set<string>()
  /** Places that this process holds, before they stand in the database and until its rows have ended. */
  private readonly held = new Map<string, Set<number>>()
  /** By the stopwatch: a clock that is set must not close a lane for weeks. */
  private readonly silent = new Map<string, { times: number; until: number }>()
  private pausedUntil = 0

  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly limits: LaneLimits) {}

  /**
   * A place for one more row of the lane; whoever gets a number gives it back with `leave`.
   * @returns its number, null where places are not counted, or 'busy'
   */
  async place(lane: string): Promise<number | null | 'busy'> {
    if (lane === '') return null
    const now = this.clock.elapsed()
    const quiet = this.silent.get(lane)
    if (this.pausedUntil > now || (quiet && quiet.until > now)) return 'busy'
    // One that was silent before is tried with a single row.
    const place = this.limits.perLane === 0 ? null : await this.free(lane, quiet ? 1 : this.limits.perLane)
    if (place === 'busy') return 'busy'
    const seconds = await this.limits.wait()
    if (seconds === null) return place
    this.pausedUntil = now + seconds * 1000
    this.leave(lane, place)
    return 'busy'
  }

  leave(lane: string, place: number | null): void {
    if (place !== null) this.held.get(lane)?.delete(place)
    if (this.held.get(lane)?.size === 0) this.held.delete(lane)
  }

  /** A row of the lane has ended: who answers is no longer left alone, who was silent is. */
  ended(lane: string, milliseconds: number, wasDone: boolean): void {
    if (lane === '') return
    if (wasDone || milliseconds < SILENCE_MILLISECONDS) return void this.silent.delete(lane)
    const times = (this.silent.get(lane)?.times ?? 0) + 1
    this.silent.set(lane, { times, until: this.clock.elapsed() + (times === 1 ? PAUSES[0] : PAUSES[1]) })
  }

  /** Rows of a crowded lane that may come next, as many as fit in; several workers may name the same ones, the claim sorts it out. */
  async next(lane: string): Promise<string[]> {
    if (!this.crowded.has(lane)) return []
    const rows = await this.transactions.read
      .createQueryBuilder(OutboxEntity, 'o')
      .select('o.id', 'id')
      .where({ lane, state: 'pending' })
      .andWhere(DUE, dueAt(this.clock))
      .orderBy('o.run_after')
      .limit(this.limits.perLane)
      .getRawMany<{ id: string }>()
    if (rows.length === 0) this.crowded.delete(lane)
    return rows.map(({ id }) => id)
  }

  /** Lanes that take nothing now; 'all' while the limit of all lanes together is used up. */
  async closed(): Promise<string[] | 'all'> {
    const now = this.clock.elapsed()
    if (this.pausedUntil > now) return 'all'
    const silent = [...this.silent].filter(([, { until }]) => until > now).map(([lane]) => lane)
    return this.limits.perLane === 0 ? silent : [...new Set([...silent, ...(await this.full())])]
  }

  /** Leaves of each lane the first few, so that one with thousands of rows does not keep the queue busy with ids that must wait. */
  fitting(rows: readonly { id: string; lane: string }[]): string[] {
    const { perLane } = this.limits
    if (perLane === 0) return rows.map(({ id }) => id)
    const counts = new Map<string, number>()
    return rows.flatMap(({ id, lane }) => {
      if (lane === '') return [id]
      const count = (counts.get(lane) ?? 0) + 1
      counts.set(lane, count)
      if (count <= perLane) return [id]
      this.crowded.add(lane)
      return []
    })
  }

  private async free(lane: string, room: number): Promise<number | 'busy'> {
    for (let look = 1; ; look++) {
      const taken = new Set([...(await this.taken(lane)), ...(this.held.get(lane) ?? [])])
      if (taken.size < room) {
        let place = 1
        while (taken.has(place)) place += 1
        this.held.set(lane, (this.held.get(lane) ?? new Set()).add(place))
        return place
      }
      this.crowded.add(lane)
      // A row of this process will end and offer the next. Where there is none, the last may have ended while the database was read.
      if (look === 2 || this.held.has(lane)) return 'busy'
    }
  }

  private async taken(lane: string): Promise<(number | null)[]> {
    const rows = await this.transactions.read.find(OutboxEntity, { select: { slot: true }, where: { lane, state: 'running' } })
    return rows.map(({ slot }) => slot)
  }

  private async full(): Promise<string[]> {
    const rows = await this.transactions.read
      .createQueryBuilder(OutboxEntity, 'o')
      .select('o.lane', 'lane')
      .where("o.state = 'running' AND o.lane <> ''")
      .groupBy('o.lane')
      .having('COUNT(*) >= :perLane', { perLane: this.limits.perLane })
      .getRawMany<{ lane: string }>()
    return rows.map(({ lane }) => lane)
  }
}
