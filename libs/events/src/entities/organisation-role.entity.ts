import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import { References, id, line, optional, reference, whole, FileEntity } from '@app/platform'
import { NodeEntity } from '@app/staff'

/** Rolle einer Organisation. */
@Entity('organisation_role')
@Index(['nodeId', 'organisationId', 'role'], { unique: true })
@Index(['organisationId'])
export class OrganisationRoleEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => NodeEntity)
  @Column(reference()) nodeId!: string
  @References(() => OrganisationEntity)
  @Column(reference()) organisationId!: string
  @Column(line(60)) role!: string
  @Column(line(300)) nameShown!: string
  @Column(whole({ default: 0 })) position!: number
  @References(() => FileEntity)
  @Column(optional(reference())) logoFileId!: string | null
  @Column(optional(line(10))) validFrom!: string | null
  @Column(optional(line(10))) validUntil!: string | null
}
