import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, instant, line, optional, reference } from '@app/platform'
import { ContactEntity } from './contact.entity.js'
import { DistributionListEntity } from './distribution-list.entity.js'

/** Verteilereintrag. Retention class V. */
@Entity('list_entry')
@Index(['listId', 'contactId'], { unique: true })
@Index(['contactId'])
@Check('ck_list_entry__kind', "kind IN ('to','cc','notice')")
export class ListEntryEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => DistributionListEntity)
  @Column(reference()) listId!: string
  @References(() => ContactEntity)
  @Column(reference()) contactId!: string
  @Column(line(10)) kind!: 'to' | 'cc' | 'notice'
  @Column(instant()) addedAt!: Date
  @Column(optional(line(200))) source!: string | null
  @Column(optional(instant())) leftAt!: Date | null
}
