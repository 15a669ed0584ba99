import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, day, id, line, optional, reference, whole } from '@app/platform'
import { ContactEntity } from './contact.entity.js'
import { OrganisationEntity } from './organisation.entity.js'

/** Amt. Retention class V. History by validity. */
@Entity('contact_office')
@Index(['contactId', 'position'])
@Index(['organisationId'])
export class ContactOfficeEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => ContactEntity)
  @Column(reference()) contactId!: string
  @References(() => OrganisationEntity)
  @Column(optional(reference())) organisationId!: string | null
  @Column(optional(line(300))) organisationText!: string | null
  @Column(optional(line(300))) officeAddress!: string | null
  @Column(optional(line(200))) officeSalutation!: string | null
  @Column(optional(line(8))) ags!: string | null
  @Column(optional(day())) agsOn!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(optional(whole())) protocolRank!: number | null
  @Column(whole({ default: 0 })) position!: number
  @Column(optional(line(10))) validFrom!: string | null
  @Column(optional(line(10))) validUntil!: string | null
}
