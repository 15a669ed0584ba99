import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional, whole } from '../database/columns.js'
import type { RetentionClass } from './retention-class.js'

/** Löschprotokoll: what a run took away, in numbers. Append-only, no personal data. */
@Entity('retention_run')
@Index(['ranAt'])
export class RetentionRunEntity {
  @PrimaryColumn(id()) id!: string
  @Column(instant()) ranAt!: Date
  @Column({ ...line(4), name: 'class' }) retention!: RetentionClass
  @Column(line(60)) tableName!: string
  @Column(whole()) deleted!: number
  @Column(whole()) anonymised!: number
  @Column(whole()) blocked!: number
  @Column(optional(instant())) oldestLeft!: Date | null
}
