import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional } from '../database/columns.js'

/** Fahrplan der Läufe: one row for each run that time brings about. */
@Entity('schedule')
@Index(['name'], { unique: true })
export class ScheduleEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(60)) name!: string
  @Column(instant()) nextRunAt!: Date
  @Column(optional(instant())) leaseUntil!: Date | null
  @Column(optional(instant())) lastOkAt!: Date | null
  @Column(optional(line(500))) lastError!: string | null
}
