import { Injectable } from '@nestjs/common'
import { Transactions, type Tx } from '@app/platform'
import type { Actor } from '@app/staff'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { ParticipationStates } from '../participation-states.js'
import { Places, eventLock } from '../places.js'

export type WithdrawResult = { kind: 'withdrawn' } | { kind: 'already' } | { kind: 'unknown' }

/** Giving a place back: the seat goes to the longest-waiting in the same transaction, and both are told. */
@Injectable()
export class Withdrawals {
  constructor(private readonly transactions: Transactions, private readonly states: ParticipationStates, private readonly places: Places) {}

  async withdraw(participationId: string, actor: Actor): Promise<WithdrawResult> {
    const found = await this.transactions.read.findOneBy(ParticipationEntity, { id: participationId })
    if (!found) return { kind: 'unknown' }
    return this.transactions.runLocked(eventLock(found.eventId), (tx) => this.withdrawLocked(tx, participationId, actor))
  }

  /**
   * The same inside the caller's lock.
   * @param reason what staff wrote about it, for the audit log
   */
  async withdrawLocked(tx: Tx, participationId: string, actor: Actor, reason: string | null = null): Promise<WithdrawResult> {
    const row = await tx.db.findOneByOrFail(ParticipationEntity, { id: participationId })
    if (row.answer === 'withdrawn') return { kind: 'already' }
    await this.states.move(tx, row, { step: 'withdraw', answer: 'withdrawn', place: 'none', actor, cause: 'withdrawn', reason })
    await this.places.moveUp(tx, row.eventId)
    return { kind: 'withdrawn' }
  }
}
