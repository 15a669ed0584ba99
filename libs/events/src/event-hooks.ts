import type { FormatQuestions } from '@app/contracts'
import { HookPoint, type Tx } from '@app/platform'

/** What libraries on the right do in the same transaction when an event comes or parts of it go. */
export interface EventHooks {
  /** An event was made from a format, which says what its form asks. */
  eventCreated(tx: Tx, event: { eventId: string; asks: FormatQuestions }): Promise<void>
  /**
   * Agenda items and days are about to be removed. What hangs on them goes with them, or the library refuses by throwing
   * Problem `agenda_item_in_use`. Called under the event's lock.
   */
  itemRemoving(tx: Tx, event: { eventId: string; itemIds: string[]; dayIds: string[] }): Promise<void>
}

export const eventHooks = new HookPoint<EventHooks>('events')
