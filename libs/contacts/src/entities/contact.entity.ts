import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Language, Salutation } from '@app/contracts'
import { References, day, id, instant, line, optional, reference, whole } from '@app/platform'

/** Kontakt (Person, Funktionspostfach). Retention class V. Current truth, never joined into a past event. */
@Entity('contact')
@Index(['emailNormalised'])
@Index(['nameSearch'])
@Index(['nameSort', 'id'])
@Index(['search'])
@Index(['groupKey', 'land'])
@Index(['land'])
@Index(['ags'])
@Index(['mergedIntoId'])
@Check('ck_contact__kind', "kind IN ('person','mailbox')")
@Check('ck_contact__salutation', "salutation IN ('frau','herr','neutral','keine')")
export class ContactEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(10)) kind!: 'person' | 'mailbox'
  @Column(line(10)) salutation!: Salutation
  @Column(optional(line(60))) title!: string | null
  @Column(optional(line(200))) givenNames!: string | null
  @Column(line(200)) familyName!: string
  @Column(line(200)) nameSearch!: string
  @Column(line(300)) nameSort!: string
  @Column(line(400)) search!: string
  @Column(optional(line(254))) email!: string | null
  @Column(optional(line(254))) emailNormalised!: string | null
  @Column(optional(line(60))) phone!: string | null
  @Column(line(5, { default: 'de' })) language!: Language
  @Column(optional(line(200))) salutationOverride!: string | null
  @Column(optional(line(60))) groupKey!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(optional(line(8))) ags!: string | null
  @Column(optional(day())) agsOn!: string | null
  @Column(optional(line(200))) source!: string | null
  @Column(optional(day())) checkedOn!: string | null
  @Column(optional(day())) leftOn!: string | null
  @Column(optional(day())) deceasedOn!: string | null
  @References(() => ContactEntity)
  @Column(optional(reference())) mergedIntoId!: string | null
  @Column(optional(reference())) importBatchId!: string | null
  @Column(whole({ default: 0 })) revision!: number
  @Column(instant()) createdAt!: Date
}
