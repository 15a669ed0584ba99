import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional, whole } from '../database/columns.js'

/** Begriff (Auswahlliste). Seeded, editable. */
@Entity('term')
@Index(['list', 'key'], { unique: true })
export class TermEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(40)) list!: string
  @Column(line(60)) key!: string
  @Column(line(200)) labelDe!: string
  @Column(optional(line(200))) labelEn!: string | null
  @Column(whole({ default: 0 })) rank!: number
  @Column(optional(instant())) retiredAt!: Date | null
}
