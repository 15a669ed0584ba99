import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, instant, line, optional, reference, sealed } from '@app/platform'
import { HostEntity } from './host.entity.js'

/** gemeldete Barriere. Retention class A. */
@Entity('barrier_report')
@Index(['createdAt'])
export class BarrierReportEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => HostEntity)
  @Column(optional(reference())) hostId!: string | null
  @Column(line(300)) page!: string
  @Column(sealed()) bodySealed!: string
  @Column(instant()) createdAt!: Date
  @Column(optional(instant())) closedAt!: Date | null
}
