import { Injectable } from '@nestjs/common'
import { LessThanOrEqual } from 'typeorm'
import { Clock, PersonalLinkEntity, Transactions, type Tx } from '@app/platform'
import { Audit, systemActor } from '@app/staff'
import { ConsentEntity } from '../entities/consent.entity.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { participationHooks } from '../participation-hooks.js'
import { forgetAnswers } from '../questions/answer-rows.js'

const HOURS_TO_CONFIRM = 48

/** Until when a registration may be confirmed; afterwards the row goes without a trace of the person. */
export function expiryOf(row: Pick<ParticipationEntity, 'createdAt'>): Date {
  return new Date(row.createdAt.getTime() + HOURS_TO_CONFIRM * 3_600_000)
}

/** Removes registrations that were never confirmed: whoever typed a foreign address leaves nothing behind. */
@Injectable()
export class UnconfirmedExpiry {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly audit: Audit) {}

  /** Safe to run in several processes at once; returns how many went. */
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - HOURS_TO_CONFIRM * 3_600_000)
    const old = await this.transactions.read.find(ParticipationEntity, { where: { answer: 'unconfirmed', createdAt: LessThanOrEqual(before) }, take: 500 })
    let removed = 0
    for (const row of old) removed += await this.transactions.run((tx) => this.remove(tx, row))
    return removed
  }

  /** Whether a registration was not confirmed in time. */
  isDue(row: Pick<ParticipationEntity, 'answer' | 'createdAt'>): boolean {
    return row.answer === 'unconfirmed' && expiryOf(row) <= this.clock.now()
  }

  /** Removes one row unless it was confirmed meanwhile. */
  async remove(tx: Tx, row: Pick<ParticipationEntity, 'id' | 'eventId'>): Promise<number> {
    // A conditional update comes first, because it holds the row: a confirmation that is under way is waited for, and then keeps its links.
    if ((await tx.raise(ParticipationEntity, { id: row.id, answer: 'unconfirmed' }, {})) === null) return 0
    await participationHooks.call('unconfirmedRemoving', tx, { participationId: row.id })
    await forgetAnswers(tx, [row.id])
    await tx.db.delete(ConsentEntity, { participationId: row.id })
    await tx.db.delete(PersonalLinkEntity, { subjectId: row.id })
    await tx.db.delete(ParticipationEntity, { id: row.id })
    await this.audit.record(tx, { actor: systemActor, action: 'participation.expire', subject: { kind: 'participation', id: row.id }, nodeId: row.eventId })
    return 1
  }
}
