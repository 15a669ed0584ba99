import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock, IdempotencyKeyEntity, type Tx, isDuplicate, newId } from '@app/platform'

/** What counts once although it is stored nowhere before: its digest is kept in the table of keys of requests for longer than it could be given. */
@Injectable()
export class UsedOnce {
  constructor(private readonly clock: Clock) {}

  /**
   * Uses something up; false when that was done before, even at the same moment.
   * @param minutes for how long it could be given
   */
  async take(tx: Tx, scope: string, text: string, minutes: number): Promise<boolean> {
    const now = this.clock.now()
    const keyHash = createHash('sha256').update(text).digest('hex')
    try {
      await tx.db.insert(IdempotencyKeyEntity, { id: newId(), scope, keyHash, requestHash: keyHash, createdAt: now, expiresAt: new Date(now.getTime() + 2 * minutes * 60_000) })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }
}
