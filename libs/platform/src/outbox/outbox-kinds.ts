/**
 * The kinds of work that leave a transaction, each with its payload of ids and keys (never names, addresses, texts or tokens).
 * Libraries add theirs with `declare module '@app/platform' { interface OutboxKinds { … } }`; an app that lacks a handler
 * for one of them does not compile.
 */
export interface OutboxKinds {}

export type OutboxKind = keyof OutboxKinds & string

/** A claimed row in the hands of its handler. */
export interface OutboxJob<K extends OutboxKind = OutboxKind> {
  id: string
  kind: K
  subjectId: string
  payload: OutboxKinds[K]
  /** 1 at the first try. */
  attempts: number
  /** Says that the work itself begins only now, after waiting for its turn: a lane is not blamed for that time. */
  begins(): void
  /** Comes true when what became of the row has been written down, or will not be by this worker. */
  settled: Promise<void>
}
