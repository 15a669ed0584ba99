import { HookPoint, type Tx } from '@app/platform'
import type { ParticipationEntity } from './entities/participation.entity.js'

/** What libraries on the right do in the same transaction when a participation changes. */
export interface ParticipationHooks {
  /** A seat was given back: what hangs on it (seats in workshops, for example) goes too. Called under the event's lock. */
  placeLost(tx: Tx, event: { participation: ParticipationEntity }): Promise<void>
}

export const participationHooks = new HookPoint<ParticipationHooks>('participants')
