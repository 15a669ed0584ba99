import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional } from '@app/platform'

/** Format. */
@Entity('format')
@Index(['key'], { unique: true })
export class FormatEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(60)) key!: string
  @Column(line(200)) name!: string
  @Column(optional(instant())) retiredAt!: Date | null
}
