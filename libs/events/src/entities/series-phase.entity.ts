import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, flag, id, line, reference, whole } from '@app/platform'
import { SeriesEntity } from './series.entity.js'

/** Phase, Querangebot. */
@Entity('series_phase')
@Index(['seriesId', 'key'], { unique: true })
export class SeriesPhaseEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => SeriesEntity)
  @Column(reference()) seriesId!: string
  @Column(line(60)) key!: string
  @Column(line(200)) title!: string
  @Column(whole()) position!: number
  @Column(flag({ default: true })) forEachMember!: boolean
}
