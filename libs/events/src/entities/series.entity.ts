import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, instant, line, optional, text, whole } from '@app/platform'
import { NodeEntity } from '@app/staff'

/** Programm, Reihe, Projekt. Id = node.id. */
@Entity('series')
@Index(['slug'], { unique: true })
export class SeriesEntity {
  @References(() => NodeEntity)
  @PrimaryColumn(id()) id!: string
  @Column(line(60)) kind!: string
  @Column(line(300)) title!: string
  @Column(line(100)) slug!: string
  @Column(optional(text())) summary!: string | null
  @Column(optional(text())) outlook!: string | null
  @Column(optional(line(10))) runsFrom!: string | null
  @Column(optional(line(10))) runsUntil!: string | null
  @Column(optional(whole())) memberQuota!: number | null
  @Column(optional(line(100))) fileReference!: string | null
  @Column(optional(instant())) publicAt!: Date | null
  @Column(whole({ default: 0 })) revision!: number
}
