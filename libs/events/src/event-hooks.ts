import { HookPoint, type Tx } from '@app/platform'

/** What libraries on the right do in the same transaction when parts of an event go. */
export interface EventHooks {
  /**
   * Agenda items and days are about to be removed. What hangs on them goes with them, or the library refuses by throwing
   * Problem `agenda_item_in_use`. Called under the event's lock.
   */
  itemRemoving(tx: Tx, event: { eventId: string; itemIds: string[]; dayIds: string[] }): Promise<void>
}

export const eventHooks = new HookPoint<EventHooks>('events')
