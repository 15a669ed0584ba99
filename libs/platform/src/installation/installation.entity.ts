import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line } from '../database/columns.js'

/** Merkmale dieser Installation. One row per fact, for example that the demo was loaded. */
@Entity('installation')
@Index(['name'], { unique: true })
export class InstallationEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(60)) name!: string
  @Column(line(500)) value!: string
  @Column(instant()) notedAt!: Date
}
