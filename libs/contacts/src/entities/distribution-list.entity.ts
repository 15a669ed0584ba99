import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, day, id, instant, line, optional, reference } from '@app/platform'
import { NodeEntity } from '@app/staff'

/** Verteiler. */
@Entity('distribution_list')
@Index(['title'], { unique: true })
export class DistributionListEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(200)) title!: string
  @Column(line(300)) purpose!: string
  @Column(line(300)) source!: string
  @Column(line(100)) legalBasis!: string
  @References(() => NodeEntity)
  @Column(optional(reference())) nodeId!: string | null
  @Column(optional(day())) checkedOn!: string | null
  @Column(optional(instant())) archivedAt!: Date | null
}
