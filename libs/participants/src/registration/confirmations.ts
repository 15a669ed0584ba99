import { Injectable } from '@nestjs/common'
import type { Place } from '@app/contracts'
import { PersonalLinks, Transactions } from '@app/platform'
import { participantActor } from '@app/staff'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { Places, eventLock } from '../places.js'

export type ConfirmResult =
  | { kind: 'confirmed'; participationId: string; place: Place; manageToken: string }
  /** The link was used before; it leads to the same personal page. */
  | { kind: 'already'; manageToken: string }
  | { kind: 'gone' }
  | { kind: 'unknown' }
  | { kind: 'closed' }

/** Confirming a registration by the mailed link, which decides on the place (C1, C3). */
@Injectable()
export class Confirmations {
  constructor(private readonly transactions: Transactions, private readonly links: PersonalLinks, private readonly places: Places) {}

  /**
   * Now the place is decided, under the lock of the event. Whatever can be looked up before the lock is, and what is behind it is few
   * statements, because everybody else who wants a place waits for them.
   */
  async confirm(token: string): Promise<ConfirmResult> {
    const link = await this.links.find('confirm', token)
    if (link.kind === 'unknown') return { kind: 'unknown' }
    const id = link.subjectId
    const found = await this.transactions.pick(ParticipationEntity, { id }, ['eventId', 'answer'])
    if (!found) return { kind: 'gone' }
    if (found.answer !== 'unconfirmed') return this.already(id)
    if (link.kind === 'gone') return { kind: 'gone' }
    return this.transactions.runLocked(eventLock(found.eventId), async (tx, revision) => {
      const applicant = await this.places.applicant(tx, id)
      if (!applicant) return { kind: 'gone' as const }
      if (applicant.row.answer !== 'unconfirmed') return this.already(id)
      // Who registered in time may confirm after the deadline, but not for an event that is over or off.
      if (applicant.eventState !== 'inviting' && applicant.eventState !== 'closed') return { kind: 'closed' as const }
      const place = await this.places.admit(tx, applicant, revision, participantActor(id))
      const manageToken = await this.links.create(tx, 'manage', id)
      return { kind: 'confirmed' as const, participationId: id, place, manageToken }
    })
  }

  private async already(participationId: string): Promise<ConfirmResult> {
    const manageToken = await this.links.tokenFor('manage', participationId)
    return manageToken === null ? { kind: 'gone' } : { kind: 'already', manageToken }
  }
}
