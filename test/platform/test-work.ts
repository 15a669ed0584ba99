import type { Handlers, OutboxEntry, Outcome } from '@app/platform'

/** What the handlers of these tests get. */
export interface TestJob {
  id: string
  subjectId: string
  payload: { note: string }
  attempts: number
}

/*
 * A kind declared with `declare module '@app/platform'` holds for the whole program: the worker's handlers would have to name the
 * kinds of the tests. So the tests bring a kind that the compiler does not know, and cast it here and nowhere else.
 */

/** An outbox entry of the kind `test.done`. */
export function testEntry(subjectId: string, more: { dedupeKey?: string; runAfter?: Date } = {}): OutboxEntry<never> {
  return { kind: 'test.done', subjectId, payload: { note: 'kept' }, ...more } as unknown as OutboxEntry<never>
}

/** Handlers that know `test.done` only. */
export function testHandlers(handle: (job: TestJob) => Promise<Outcome>): Handlers {
  return { 'test.done': handle } as unknown as Handlers
}

export const done: Outcome = { kind: 'done' }
