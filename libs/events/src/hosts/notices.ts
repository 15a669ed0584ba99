import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { ConsentPurpose, Language } from '@app/contracts'
import { Clock, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { NoticeEntity } from '../entities/notice.entity.js'

/** Information text after Art. 13 GDPR, or the wording of a consent. */
export type NoticeKind = 'privacy' | `consent:${ConsentPurpose | 'special'}`

export interface Notice {
  id: string
  body: string
  version: number
  language: string
}

/** Texts whose exact wording must be provable later: every version is kept, and a registration points at the one it was shown. */
@Injectable()
export class Notices {
  constructor(private readonly clock: Clock, private readonly audit: Audit) {}

  /**
   * The version in force, in the language asked for or else in German.
   * @param ownerId id of the host (table `host`) who answers for the text
   */
  async current(db: Tx | EntityManager, kind: NoticeKind, ownerId: string, language: Language): Promise<Notice | null> {
    const manager = 'db' in db ? db.db : db
    const newest = (wanted: Language) => manager.findOne(NoticeEntity, { where: { kind, ownerId, language: wanted }, order: { version: 'DESC' } })
    return (await newest(language)) ?? (language === 'de' ? null : newest('de'))
  }

  /** Number and first day of the versions in force, by owner. */
  async versions(db: EntityManager, kind: NoticeKind, ownerIds: readonly string[], language: Language): Promise<Map<string, { version: number; validFrom: string }>> {
    if (ownerIds.length === 0) return new Map()
    const rows = await db.find(NoticeEntity, {
      select: { id: true, ownerId: true, version: true, validFrom: true }, where: { kind, ownerId: In([...ownerIds]), language }, order: { version: 'ASC' },
    })
    return new Map(rows.map(({ ownerId, version, validFrom }) => [ownerId, { version, validFrom: validFrom.toISOString() }]))
  }

  /** Puts a new version in force; the same words again are the version there is. Returns its id. */
  async save(tx: Tx, text: { kind: NoticeKind; ownerId: string; language: Language; body: string }, actor: Actor): Promise<string> {
    const { kind, ownerId, language, body } = text
    const last = await tx.db.findOne(NoticeEntity, { where: { kind, ownerId, language }, order: { version: 'DESC' } })
    if (last?.body === body) return last.id
    const id = newId()
    const version = (last?.version ?? 0) + 1
    await tx.db.insert(NoticeEntity, { id, kind, ownerId, language, version, body, validFrom: this.clock.now() })
    await this.audit.record(tx, { actor, action: 'notice.save', subject: { kind: 'notice', id }, change: { kind, ownerId, language, version } })
    return id
  }
}
