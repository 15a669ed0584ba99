import { Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull } from 'typeorm'
import { CONSENT_PURPOSES, type ConsentPurpose, type Language } from '@app/contracts'
import { type Notice, NoticeEntity, Notices } from '@app/events'
import { words } from '@app/i18n'
import { Clock, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit, systemActor } from '@app/staff'
import { ConsentEntity } from './entities/consent.entity.js'
import type { ParticipationEntity } from './entities/participation.entity.js'
import { forgetSpecial, lockAnswers } from './questions/answer-rows.js'

/**
 * Consent to keep what belongs to a special category (Art. 9 (2) (a) GDPR). It is asked wherever an event asks for such a thing, also where the
 * host has no wording of its own, and nobody reads who gave it: it would tell who needs something.
 */
export const SPECIAL = 'special'

/** Keeps consents with the wording they were given to (Art. 7 GDPR). What a host has no wording for is not asked and not kept. */
@Injectable()
export class ConsentKeeper {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly notices: Notices, private readonly audit: Audit) {}

  /** @param shownIn language of the form on which they were given, which says which wording was read */
  async give(tx: Tx, row: Pick<ParticipationEntity, 'id'>, purposes: readonly ConsentPurpose[], hostId: string | null, shownIn: Language): Promise<void> {
    for (const purpose of purposes) {
      const notice = hostId && (await this.notices.current(tx, `consent:${purpose}`, hostId, shownIn))
      if (!notice) continue
      await tx.db.insert(ConsentEntity, { id: newId(), participationId: row.id, purpose, noticeId: notice.id, givenAt: this.clock.now() })
    }
  }

  /** What may be asked on the form of an event, each in the wording that `give` will keep. */
  async wordings(hostId: string | null, language: Language): Promise<{ purpose: ConsentPurpose; text: string }[]> {
    const notices = await Promise.all(
      CONSENT_PURPOSES.map((purpose) => hostId && this.notices.current(this.transactions.read, `consent:${purpose}`, hostId, language)),
    )
    return CONSENT_PURPOSES.flatMap((purpose, index) => {
      const notice = notices[index]
      return notice ? [{ purpose, text: notice.body }] : []
    })
  }

  /** What the box says that stands beside needs and answers of special categories. */
  async specialWording(hostId: string | null, language: Language): Promise<string> {
    const notice = hostId && (await this.specialNotice(this.transactions.read, hostId, language))
    return notice ? notice.body : words(language).registration.specialConsent
  }

  /** The consent to special categories that stands, given now if there was none; null where no host answers for the event. @returns its id */
  async giveSpecial(tx: Tx, row: Pick<ParticipationEntity, 'id'>, hostId: string | null, shownIn: Language): Promise<string | null> {
    const standing = await tx.db.findOneBy(ConsentEntity, { participationId: row.id, purpose: SPECIAL, revokedAt: IsNull() })
    if (standing || hostId === null) return standing?.id ?? null
    const id = newId()
    await tx.db.insert(ConsentEntity, { id, participationId: row.id, purpose: SPECIAL, noticeId: await this.keepSpecialWording(tx, hostId, shownIn), givenAt: this.clock.now() })
    return id
  }

  /**
   * Keeps the wording of the consent to special categories, where the host has none yet. Done when questions are saved: kept with the first
   * registration that needs it, the entry in the log would tell whose that was.
   * @returns id of the notice
   */
  async keepSpecialWording(tx: Tx, hostId: string, language: Language): Promise<string> {
    const notice = await this.specialNotice(tx, hostId, language)
    return notice?.id ?? this.notices.save(tx, { kind: 'consent:special', ownerId: hostId, language, body: words(language).registration.specialConsent }, systemActor)
  }

  /** In this language alone: unlike the wordings of hosts this one exists in all of them, and nobody consents to what they cannot read. */
  private async specialNotice(db: Tx | EntityManager, hostId: string, language: Language): Promise<Notice | null> {
    const notice = await this.notices.current(db, 'consent:special', hostId, language)
    return notice?.language === language ? notice : null
  }

  /** Whether the consent to special categories stands. */
  hasSpecial(tx: Tx, participationId: string): Promise<boolean> {
    return tx.db.existsBy(ConsentEntity, { participationId, purpose: SPECIAL, revokedAt: IsNull() })
  }

  /** Everything a person has consented to, with the wording that was shown, in the order in which it was given. */
  async of(participationId: string): Promise<KeptConsent[]> {
    const rows = await this.transactions.read.find(ConsentEntity, { where: { participationId }, order: { givenAt: 'ASC', id: 'ASC' } })
    const notices = await this.transactions.read.findBy(NoticeEntity, { id: In(rows.map(({ noticeId }) => noticeId)) })
    const words = new Map(notices.map(({ id, body }) => [id, body]))
    return rows.map(({ id, purpose, noticeId, givenAt, revokedAt }) => ({ id, purpose: purpose as KeptConsent['purpose'], text: words.get(noticeId)!, givenAt, revokedAt }))
  }

  /**
   * Takes a consent back, for now and not for the past (Art. 7 (3) GDPR). What was kept by the one to special categories is deleted with it, and
   * the log says of that what it says of any change of answers by the person: that there was such a consent would tell who needs something. Where staff does
   * it, an entry with a reason and without content tells that something sealed was changed, but not what.
   * @param reason of staff who does it for somebody
   * @returns false when there is none that stands
   */
  async revoke(tx: Tx, participation: Pick<ParticipationEntity, 'id' | 'eventId'>, consentId: string, actor: Actor, reason: string | null = null): Promise<boolean> {
    await lockAnswers(tx, participation.id)
    const own = { id: consentId, participationId: participation.id }
    const update = await tx.db.update(ConsentEntity, { ...own, revokedAt: IsNull() }, { revokedAt: this.clock.now() })
    if (!update.affected) return false
    const { purpose } = await tx.db.findOneByOrFail(ConsentEntity, own)
    const why = reason === null ? {} : { reason }
    const said = purpose === SPECIAL ? { action: 'participation.answer', ...(reason === null ? {} : { change: why }) } : { action: 'consent.revoke', change: { purpose, ...why } }
    await this.audit.record(tx, { actor, subject: { kind: 'participation', id: participation.id }, nodeId: participation.eventId, ...said })
    if (purpose === SPECIAL) await forgetSpecial(tx, participation.id)
    return true
  }

  /** Takes back for somebody who calls or writes what stands of one purpose; nothing where nothing does. */
  async revokeFor(tx: Tx, participation: Pick<ParticipationEntity, 'id' | 'eventId'>, purpose: KeptConsent['purpose'], reason: string, actor: Actor): Promise<void> {
    const standing = await tx.db.find(ConsentEntity, { select: { id: true }, where: { participationId: participation.id, purpose, revokedAt: IsNull() } })
    for (const { id } of standing) await this.revoke(tx, participation, id, actor, reason)
  }

  /** Purposes that stand, of many people in one query; what would tell who needs something is not among them. */
  async standing(participationIds: readonly string[]): Promise<Map<string, ConsentPurpose[]>> {
    const found = new Map<string, ConsentPurpose[]>()
    if (participationIds.length === 0) return found
    const rows = await this.transactions.read.find(ConsentEntity, { where: { participationId: In([...participationIds]), purpose: In([...CONSENT_PURPOSES]), revokedAt: IsNull() }, order: { purpose: 'ASC' } })
    for (const { participationId, purpose } of rows) found.set(participationId!, [...(found.get(participationId!) ?? []), purpose as ConsentPurpose])
    return found
  }
}

/** A consent as it was given. */
export interface KeptConsent {
  id: string
  purpose: ConsentPurpose | typeof SPECIAL
  text: string
  givenAt: Date
  /** Null while it stands. */
  revokedAt: Date | null
}
