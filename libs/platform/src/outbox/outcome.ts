import type { Tx } from '../database/transactions.js'

/** What became of a claimed row. Expected refusals are values; an exception counts as `later`. */
export type Outcome =
  /** Done; `record` writes in the transaction that settles the row, and not at all when the lease was lost. If it throws, the row counts as `later`. */
  | { kind: 'done'; record?: (tx: Tx) => Promise<void> }
  /** Not done, because the facts no longer ask for it. */
  | { kind: 'withheld'; reason: string; record?: (tx: Tx) => Promise<void> }
  /** Try again after the back-off of `retryDelay`, or after that time. */
  | { kind: 'later'; reason: string; afterMilliseconds?: number }
  /** Cannot succeed: shown to staff, who may send it again. */
  | { kind: 'failed'; reason: string; record?: (tx: Tx) => Promise<void> }

const MINUTE = 60_000
const DELAYS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE)

/** No retry waits longer than this, in milliseconds. */
export const LONGEST_DELAY = Math.max(...DELAYS)

/** How often a row is tried before it is given up: with the delays below, about four days. */
export const MAX_ATTEMPTS = 100

/** Milliseconds to wait after the n-th failed attempt: 1, 5, 15, 60 minutes, then hourly. */
export function retryDelay(attempts: number): number {
  return DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? MINUTE
}
