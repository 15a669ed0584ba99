import type { Clock } from '../clock.js'
import { isDuplicate } from '../database/duplicate-key.js'
import { PerRow } from '../database/plain-statements.js'
import type { Transactions, Tx } from '../database/transactions.js'
import { isDue } from './due.js'
import type { InHand } from './in-hand.js'
import type { Lanes, Place } from './lanes.js'
import type { Leases } from './leases.js'
import type { OutboxJob, OutboxKind } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'
import { NotAlone, byAttempts } from './not-alone.js'
import { Rounds } from './rounds.js'

/** Rows that one process has in hand at a time. Most of them wait for a connection to the mail server: read and written down together, they cost a fraction. */
export const ROWS_IN_HAND = 50

/** More rows are taken when no more than these are left: few enough for a round that is worth it, enough for the connections to stay busy meanwhile. */
export const FEW_IN_HAND = 20

/** How often a claim looks for a place in its lane when another worker takes the one it saw. */
const LOOKS = 4

export interface Claim {
  job: OutboxJob
  lane: string
  /** When the work began, by the stopwatch. */
  began: number
  /** Lets go of the lease and of the place in the lane; the job's `settled` comes true. */
  end(): void
}

const COLUMNS = ['id', 'kind', 'subjectId', 'payload', 'lane', 'attempts', 'runAfter', 'createdAt'] as const

type PlacedRow = Pick<OutboxEntity, (typeof COLUMNS)[number]> & { place: Place }

/** Takes rows for this worker, those that are asked for at the same time together. */
export class Claims {
  private readonly rounds = new Rounds<string, Claim | null>((ids) => this.claim(ids), ROWS_IN_HAND, () => this.inHand.areFew())

  /** @param turnedAway hears of a lane whose row was taken by somebody else, so that its next may be offered */
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly leases: Leases,
    private readonly lanes: Lanes,
    private readonly inHand: InHand,
    private readonly turnedAway: (lane: string) => Promise<void>,
  ) {}

  /** @returns null when the row is not due, somebody else has it, or its lane has no room */
  ask(id: string): Promise<Claim | null> {
    return this.rounds.ask(id)
  }

  /** Conditional update with the expected old state (rule 7): exactly one of many workers gets a row, and no lane gets more than its places. */
  private async claim(ids: string[], look = 1): Promise<(Claim | null)[]> {
    const now = this.clock.now()
    const seen = await this.transactions.pickAll(OutboxEntity, { id: ids, state: 'pending' }, COLUMNS)
    const due = seen.filter((row) => isDue(row, now))
    const places = await this.lanes.places(due.map(({ lane }) => lane))
    const rows = due.flatMap((row, at) => (places[at] === 'busy' ? [] : [{ ...row, place: places[at]! }]))
    try {
      if (rows.length > 0) await this.transactions.run((tx) => this.take(tx, rows))
    } catch (error) {
      for (const { lane, place } of rows) this.lanes.leave(lane, place)
      if (ids.length > 1) throw error
      if (error instanceof NotAlone) {
        await this.turnedAway(rows[0]!.lane)
        return [null]
      }
      // A worker elsewhere was given the same place a moment ago.
      if (!isDuplicate(error)) throw error
      return look < LOOKS ? this.claim(ids, look + 1) : [null]
    }
    const claims = new Map(rows.map((row) => [row.id, this.claimed(row)]))
    // An id that was offered twice is claimed once.
    return ids.map((id) => {
      const claim = claims.get(id) ?? null
      claims.delete(id)
      return claim
    })
  }

  private async take(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
    let taken = 0
    for (const [attempts, alike] of byAttempts(rows)) {
      const slots = alike.map(({ id, place }) => [id, place as number | null] as const)
      const slot = slots.every(([, place]) => place === null) ? null : new PerRow(slots)
      taken += await tx.change(OutboxEntity, { id: alike.map(({ id }) => id), state: 'pending', attempts }, { state: 'running', slot, leaseBy: this.leases.workerId, leaseUntil: this.leases.end(), attempts: attempts + 1 })
    }
    if (taken !== rows.length) throw new NotAlone()
  }

  private claimed({ id, kind, subjectId, payload, attempts, lane, place }: PlacedRow): Claim {
    this.inHand.take()
    let resolve!: () => void
    const settled = new Promise<void>((done) => (resolve = done))
    const begins = () => void (claim.began = this.clock.elapsed())
    const job: OutboxJob = { id, kind: kind as OutboxKind, subjectId, payload: payload as never, attempts: attempts + 1, begins, settled }
    this.leases.hold(job)
    const end = () => {
      this.leases.letGo(job)
      this.lanes.leave(lane, place)
      this.inHand.putDown()
      resolve()
    }
    const claim: Claim = { job, lane, began: this.clock.elapsed(), end }
    return claim
  }
}
