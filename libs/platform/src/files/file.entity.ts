import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { flag, id, instant, line, optional, whole } from '../database/columns.js'

/** Datei. Content never changes. */
@Entity('file')
@Index(['sha256'])
@Index(['expiresAt'])
export class FileEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(64)) sha256!: string
  @Column(whole()) bytes!: number
  @Column(line(100)) mediaType!: string
  @Column(line(255)) name!: string
  @Column(line(255)) path!: string
  @Column(flag({ default: false })) sealed!: boolean
  @Column(instant()) createdAt!: Date
  @Column(optional(instant())) expiresAt!: Date | null
}
