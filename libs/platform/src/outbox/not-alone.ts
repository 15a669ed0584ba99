import type { OutboxEntity } from './outbox.entity.js'

/** A statement over several rows that did not find each of them as it was read: somebody else is at one of them. */
export class NotAlone extends Error {}

/** Rows by how often they were tried: those of one number are claimed by one statement. */
export function byAttempts<R extends Pick<OutboxEntity, 'attempts'>>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>()
  for (const row of rows) groups.set(row.attempts, [...(groups.get(row.attempts) ?? []), row])
  return groups
}
