import type { Clock } from '../clock.js'
import { LONGEST_DELAY } from './outcome.js'
import type { OutboxEntity } from './outbox.entity.js'

/**
 * A pending row `o` that may be taken. Clocks are set, forwards and back, and work that waits for a time which the clock showed by mistake
 * would wait for weeks. So what was never put off is due whatever the time is, and no retry lies further ahead than the longest delay.
 */
export const DUE = '(o.run_after <= :now OR o.run_after <= o.created_at OR (o.attempts > 0 AND o.run_after > :furthest))'

/** Parameters of `DUE`. */
export function dueAt(clock: Clock): { now: Date; furthest: Date } {
  const now = clock.now()
  return { now, furthest: furthest(now) }
}

/** `DUE` for a row that was read. */
export function isDue({ runAfter, createdAt, attempts }: Pick<OutboxEntity, 'runAfter' | 'createdAt' | 'attempts'>, now: Date): boolean {
  return runAfter <= now || runAfter <= createdAt || (attempts > 0 && runAfter > furthest(now))
}

function furthest(now: Date): Date {
  return new Date(now.getTime() + LONGEST_DELAY)
}
