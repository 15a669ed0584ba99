import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, day, id, json, line, optional, reference, text, whole } from '@app/platform'
import { EventEntity } from './event.entity.js'

/** Veranstaltungsort. Retention class N. Snapshot by construction: belongs to one event. */
@Entity('venue')
@Index(['eventId', 'position'], { unique: true })
export class VenueEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(whole({ default: 0 })) position!: number
  @Column(optional(line(200))) name!: string | null
  @Column(optional(line(200))) street!: string | null
  @Column(optional(line(10))) postcode!: string | null
  @Column(line(100)) city!: string
  @Column(optional(line(8))) ags!: string | null
  @Column(optional(day())) agsOn!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(json()) access!: string[]
  @Column(optional(text())) directions!: string | null
}
