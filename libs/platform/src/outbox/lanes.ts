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

/** A number from 1; null where places are not counted. */
export type Place = number | null | 'busy'

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
   * Places for one more row of each of these lanes; whoever gets a number gives it back with `leave`.
   * @returns for each its number, null where places are not counted, or 'busy'
   */
  async places(lanes: readonly string[]): Promise<Place[]> {
    const taken = await this.taken(lanes.filter((lane) => this.isOpen(lane)))
    const places = lanes.map((lane) => this.free(lane, taken))
    // A row of this process will end and offer the next. Where there is none, the last may have ended while the database was read.
    const again = lanes.filter((lane, at) => places[at] === 'busy' && this.isOpen(lane) && !this.held.has(lane))
    const takenNow = await this.taken(again)
    const second = places.map((place, at) => (place === 'busy' && takenNow.has(lanes[at]!) ? this.free(lanes[at]!, takenNow) : place))
    const allowed: Place[] = []
    for (const [at, place] of second.entries()) allowed.push(await this.allowed(lanes[at]!, place))
    return allowed
  }

  leave(lane: string, place: Place): void {
    if (typeof place === 'number') this.held.get(lane)?.delete(place)
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

  private isOpen(lane: string): boolean {
    const now = this.clock.elapsed()
    return lane !== '' && this.pausedUntil <= now && (this.silent.get(lane)?.until ?? 0) <= now
  }

  /** @param taken places in the database, per lane */
  private free(lane: string, taken: ReadonlyMap<string, ReadonlySet<number | null>>): Place {
    if (lane === '') return null
    if (!this.isOpen(lane)) return 'busy'
    if (this.limits.perLane === 0) return null
    const others = new Set([...(taken.get(lane) ?? []), ...(this.held.get(lane) ?? [])])
    const wasSilent = this.silent.has(lane)
    // Lanes that were silent are tried one after the other, each with a single row: all of them together hold one hand of a worker.
    if (wasSilent && [...this.held.keys()].some((other) => other !== lane && this.silent.has(other))) return 'busy'
    if (others.size >= (wasSilent ? 1 : this.limits.perLane)) {
      this.crowded.add(lane)
      return 'busy'
    }
    let place = 1
    while (others.has(place)) place += 1
    this.held.set(lane, (this.held.get(lane) ?? new Set()).add(place))
    return place
  }

  private async allowed(lane: string, place: Place): Promise<Place> {
    if (lane === '' || place === 'busy') return place
    const seconds = this.isOpen(lane) ? await this.limits.wait() : 0
    if (seconds === null) return place
    if (seconds > 0) this.pausedUntil = this.clock.elapsed() + seconds * 1000
    this.leave(lane, place)
    return 'busy'
  }

  private async taken(lanes: readonly string[]): Promise<Map<string, Set<number | null>>> {
    const taken = new Map(lanes.map((lane) => [lane, new Set<number | null>()]))
    if (taken.size === 0 || this.limits.perLane === 0) return taken
    const rows = await this.transactions.pickAll(OutboxEntity, { lane: [...taken.keys()], state: 'running' }, ['lane', 'slot'])
    for (const { lane, slot } of rows) taken.get(lane)!.add(slot)
    return taken
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
