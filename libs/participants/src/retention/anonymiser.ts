import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Clock, type Tx } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { AttendanceEntity } from '../entities/attendance.entity.js'
import { ConsentEntity } from '../entities/consent.entity.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { participationHooks } from '../participation-hooks.js'
import { forgetAnswers } from '../questions/answer-rows.js'

/** Columns of a participation that tell who it was; event, group, Land and states stay, so every statistic is still a count of rows. */
export const NOBODY = {
  contactId: null, declineReason: null, ags: null, agsOn: null, salutation: null, title: null, givenNames: null, familyName: null, nameSearch: null,
  nameSort: null, officeAddress: null, officeSalutation: null, organisationId: null, organisationShown: null, email: null, emailNormalised: null,
  phone: null, salutationOverride: null, activeKey: null,
} as const satisfies Partial<ParticipationEntity>

/** Columns by which somebody can be reached, and what was said beyond the proof; name, office and organisation stay on the list of those who came. */
export const UNREACHABLE = {
  contactId: null, declineReason: null, officeSalutation: null, email: null, emailNormalised: null, phone: null, salutationOverride: null, activeKey: null,
} as const satisfies Partial<ParticipationEntity>

/** A Land shared by fewer people of one group than this could still tell who they were. */
const SMALLEST_GROUP = 5

/** Takes the person out of a participation and leaves the row. */
@Injectable()
export class Anonymiser {
  constructor(private readonly clock: Clock, private readonly audit: Audit) {}

  /** Empties rows, whatever else tells about their people, and the contents of the audit log about them. @returns how many were not empty before */
  async anonymise(tx: Tx, eventId: string, participationIds: readonly string[], actor: Actor, reason: 'retention' | 'erasure'): Promise<number> {
    const ids = [...participationIds]
    await this.forget(tx, ids)
    const emptied = await tx.db
      .createQueryBuilder()
      .update(ParticipationEntity)
      .set({ ...NOBODY, anonymisedAt: this.clock.now(), revision: () => 'revision + 1' })
      .where({ id: In(ids), eventId, anonymisedAt: IsNull() })
      .execute()
    await tx.db.update(AttendanceEntity, { participationId: In(ids) }, { note: null })
    await this.blurSmallGroups(tx, eventId)
    await this.audit.erase(tx, ids)
    await this.audit.record(tx, {
      actor, action: 'participation.anonymise', subject: { kind: 'event', id: eventId }, nodeId: eventId,
      change: { reason, participations: ids.length <= 20 ? ids : ids.length },
    })
    return emptied.affected ?? 0
  }

  /** Leaves of somebody who wants to be forgotten what the proof of attendance needs, and nothing else. */
  async keepProof(tx: Tx, eventId: string, participationId: string, actor: Actor): Promise<void> {
    await this.forget(tx, [participationId])
    await tx.db.update(ParticipationEntity, { id: participationId, eventId }, UNREACHABLE)
    await tx.db.update(AttendanceEntity, { participationId }, { note: null })
    await this.audit.erase(tx, [participationId])
    await this.audit.record(tx, { actor, action: 'participation.keep_proof', subject: { kind: 'participation', id: participationId }, nodeId: eventId })
  }

  /** Takes away what was asked for the event alone, and what other libraries keep about the person: answers, needs, consents, addresses of letters. */
  async forget(tx: Tx, participationIds: readonly string[]): Promise<void> {
    const of = { participationId: In([...participationIds]) }
    await forgetAnswers(tx, participationIds)
    await tx.db.delete(ConsentEntity, of)
    await participationHooks.call('personForgotten', tx, { participationIds })
  }

  private async blurSmallGroups(tx: Tx, eventId: string): Promise<void> {
    const small = await tx.db
      .createQueryBuilder(ParticipationEntity, 'p')
      .select(['p.group_key AS groupKey', 'p.land AS land'])
      .where('p.event_id = :eventId AND p.anonymised_at IS NOT NULL AND p.land IS NOT NULL', { eventId })
      .groupBy('p.group_key')
      .addGroupBy('p.land')
      .having('COUNT(*) < :smallest', { smallest: SMALLEST_GROUP })
      .getRawMany<{ groupKey: string | null; land: string }>()
    for (const { groupKey, land } of small) {
      await tx.db
        .createQueryBuilder()
        .update(ParticipationEntity)
        .set({ land: null })
        .where('event_id = :eventId AND anonymised_at IS NOT NULL AND land = :land', { eventId, land })
        .andWhere(groupKey === null ? 'group_key IS NULL' : 'group_key = :groupKey', { groupKey })
        .execute()
    }
  }
}
