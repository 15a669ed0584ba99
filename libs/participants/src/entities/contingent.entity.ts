import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import { EventEntity } from '@app/events'
import { References, id, instant, line, optional, reference, whole } from '@app/platform'

/** Kontingent. */
@Entity('contingent')
@Index(['eventId', 'position'])
@Index(['releaseAt'])
@Check('ck_contingent__minimum', 'minimum >= 0 AND (maximum IS NULL OR minimum <= maximum)')
export class ContingentEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(optional(line(200))) label!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(optional(line(60))) groupKey!: string | null
  @References(() => OrganisationEntity)
  @Column(optional(reference())) organisationId!: string | null
  @Column(whole({ default: 0 })) minimum!: number
  @Column(optional(whole())) maximum!: number | null
  @Column(optional(instant())) releaseAt!: Date | null
  @Column(optional(instant())) releasedAt!: Date | null
  @Column(whole({ default: 0 })) position!: number
}
