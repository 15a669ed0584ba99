import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { ContactEntity } from '@app/contacts'
import { NoticeEntity } from '@app/events'
import { References, id, instant, line, optional, reference } from '@app/platform'
import { ParticipationEntity } from './participation.entity.js'

/** Einwilligung. Revoked, not changed. */
@Entity('consent')
@Index(['participationId'])
@Index(['contactId'])
@Check('ck_consent__participation_id', 'participation_id IS NOT NULL OR contact_id IS NOT NULL')
export class ConsentEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => ParticipationEntity)
  @Column(optional(reference())) participationId!: string | null
  @References(() => ContactEntity)
  @Column(optional(reference())) contactId!: string | null
  @Column(line(30)) purpose!: string
  @References(() => NoticeEntity)
  @Column(reference()) noticeId!: string
  @Column(instant()) givenAt!: Date
  @Column(optional(instant())) revokedAt!: Date | null
}
