import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, id, instant, line, optional, whole } from '@app/platform'

/** Organisation, Träger. Retention class V. */
@Entity('organisation')
@Index(['search'])
@Index(['ags'])
export class OrganisationEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(300)) name!: string
  @Column(optional(line(100))) shortName!: string | null
  @Column(optional(line(30))) kind!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(optional(line(8))) ags!: string | null
  @Column(optional(day())) agsOn!: string | null
  @Column(optional(line(200))) street!: string | null
  @Column(optional(line(10))) postcode!: string | null
  @Column(optional(line(100))) city!: string | null
  @Column(optional(line(254))) email!: string | null
  @Column(optional(line(300))) website!: string | null
  @Column(line(300)) search!: string
  @Column(optional(instant())) retiredAt!: Date | null
  @Column(whole({ default: 0 })) revision!: number
}
