import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import { References, day, id, line, optional, reference } from '@app/platform'
import { NodeEntity } from '@app/staff'

/** Förderung, Zuwendung. Retention class N. Decides the retention of N. */
@Entity('funding')
@Index(['nodeId'])
export class FundingEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => NodeEntity)
  @Column(reference()) nodeId!: string
  @References(() => OrganisationEntity)
  @Column(optional(reference())) organisationId!: string | null
  @Column(optional(line(500))) claim!: string | null
  @Column(optional(line(100))) projectNumber!: string | null
  @Column(optional(line(500))) projectName!: string | null
  @Column(optional(day())) periodUntil!: string | null
  @Column(optional(day())) proofDueOn!: string | null
  @Column(optional(day())) keepUntil!: string | null
}
