import type { Clock } from '../clock.js'
import type { Tx } from '../database/transactions.js'
import { newId } from '../ids.js'
import type { OutboxKind, OutboxKinds } from './outbox-kinds.js'
import { OutboxEntity } from './outbox.entity.js'
import type { Relay } from './relay.js'

export interface OutboxEntry<K extends OutboxKind> {
  kind: K
  /** The row that the work is about, re-read by the handler. */
  subjectId: string
  payload: OutboxKinds[K]
  /** Node of the programme tree, for the queue view of an event. */
  nodeId?: string
  /** A second row with the same key is refused by the database: use it where a repeat must add nothing. */
  dedupeKey?: string
  /** What must be handled one after the other or limited together, for example the domain of a mail address. */
  lane?: string
  runAfter?: Date
}

/** Writes work to be done after the commit into the same transaction (rule 5): what commits will be done, what rolls back will not. */
export class Outbox {
  constructor(private readonly clock: Clock, private readonly relay: Relay) {}

  async add<K extends OutboxKind>(tx: Tx, entry: OutboxEntry<K>): Promise<string> {
    const now = this.clock.now()
    const id = newId()
    await tx.insertBlind(OutboxEntity, {
      id,
      kind: entry.kind,
      subjectId: entry.subjectId,
      payload: entry.payload as Record<string, string>,
      lane: entry.lane ?? '',
      nodeId: entry.nodeId ?? null,
      dedupeKey: entry.dedupeKey ?? null,
      state: 'pending',
      runAfter: entry.runAfter ?? now,
      createdAt: now,
    })
    if (!entry.runAfter || entry.runAfter <= now) tx.afterCommit(() => this.relay.offer(id))
    return id
  }

  /**
   * Lets a settled row be handled once more, its tries counted afresh.
   * @param lane as it is now: an address may have been corrected meanwhile
   * @returns false when the row is no longer as it was seen, so that of two who ask only one is heard
   */
  async again(tx: Tx, seen: Pick<OutboxEntity, 'id' | 'state' | 'attempts'>, lane: string): Promise<boolean> {
    const { id, state, attempts } = seen
    const update = await tx.db.update(OutboxEntity, { id, state, attempts }, { lane, state: 'pending', attempts: 0, runAfter: () => 'created_at', reason: null, settledAt: null })
    if (!update.affected) return false
    tx.afterCommit(() => this.relay.offer(id))
    return true
  }
}
