import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { CONSENT_PURPOSES, type ConsentPurpose, type Language } from '@app/contracts'
import { Notices } from '@app/events'
import { Clock, Transactions, type Tx, newId } from '@app/platform'
import { ConsentEntity } from './entities/consent.entity.js'
import type { ParticipationEntity } from './entities/participation.entity.js'

/** Keeps consents with the wording they were given to (Art. 7 GDPR). What a host has no wording for is not asked and not kept. */
@Injectable()
export class ConsentKeeper {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly notices: Notices) {}

  async give(tx: Tx, row: ParticipationEntity, purposes: readonly ConsentPurpose[], hostId: string | null): Promise<void> {
    for (const purpose of purposes) {
      const notice = hostId && (await this.notices.current(tx, `consent:${purpose}`, hostId, row.language))
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

  /** Purposes that the person has consented to and not revoked. */
  async given(participationId: string): Promise<string[]> {
    const rows = await this.transactions.read.findBy(ConsentEntity, { participationId, revokedAt: IsNull() })
    return rows.map(({ purpose }) => purpose)
  }
}
