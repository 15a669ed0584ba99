import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { ContactEntity, OrganisationEntity } from '@app/contacts'
import { EventEntity } from '@app/events'
import { References, id, instant, line, optional, reference, whole } from '@app/platform'
import { ContingentEntity } from './contingent.entity.js'

/** Benennung (Auftrag an die Stelle). Retention class A. State machine. */
@Entity('nomination')
@Index(['eventId', 'organisationId', 'contingentId'], { unique: true })
@Index(['state', 'deadlineAt'])
@Check('ck_nomination__state', "state IN ('draft','asked','closed','released') AND places >= 0")
export class NominationEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @References(() => OrganisationEntity)
  @Column(reference()) organisationId!: string
  @References(() => ContingentEntity)
  @Column(reference()) contingentId!: string
  @References(() => ContactEntity)
  @Column(optional(reference())) contactId!: string | null
  @Column(line(300)) nameShown!: string
  @Column(optional(line(254))) email!: string | null
  @Column(whole()) places!: number
  @Column(instant()) deadlineAt!: Date
  @Column(line(12)) state!: 'draft' | 'asked' | 'closed' | 'released'
  @Column(optional(instant())) askedAt!: Date | null
  @Column(optional(instant())) releasedAt!: Date | null
}
