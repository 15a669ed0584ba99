/**
 * Hands ids of outbox rows to workers (rule 12 of the house). The row is the truth: a queue may lose or repeat ids, and nothing
 * but the id ever enters it. The sweeper offers again what was lost; the claim makes repeats harmless.
 */
export interface Queue {
  /** Offers ids; an id that still waits is not queued twice. Rejects when the queue cannot be reached. */
  add(ids: readonly string[]): Promise<void>
  /** Starts taking ids, up to `concurrency` at a time. `work` handles its own errors: a rejection is reported, never retried. */
  consume(work: (id: string) => Promise<void>, options: { concurrency: number }): Promise<void>
  /** Takes no more and waits for the work in hand. */
  close(): Promise<void>
}
