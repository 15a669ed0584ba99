import { HookPoint, type Tx } from '@app/platform'
import type { ParticipationEntity } from './entities/participation.entity.js'

/** What libraries on the right do in the same transaction when a participation changes. */
export interface ParticipationHooks {
  /** A seat was given back: what hangs on it (seats in workshops, for example) goes too. Called under the event's lock. */
  placeLost(tx: Tx, event: { participation: Pick<ParticipationEntity, 'id' | 'eventId'> }): Promise<void>
  /** People are taken out of their participations, by retention or because they asked for it: whatever else names them goes too. */
  personForgotten(tx: Tx, event: { participationIds: readonly string[] }): Promise<void>
  /** A registration that was never confirmed is about to be deleted: whatever else names the person or the address goes too. */
  unconfirmedRemoving(tx: Tx, event: { participationId: string }): Promise<void>
}

export const participationHooks = new HookPoint<ParticipationHooks>('participants')
