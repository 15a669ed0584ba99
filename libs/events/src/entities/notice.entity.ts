import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, reference, text, whole } from '@app/platform'

/** Informationstext, Einwilligungswortlaut. Append-only. */
@Entity('notice')
@Index(['kind', 'ownerId', 'language', 'version'], { unique: true })
export class NoticeEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(30)) kind!: string
  @Column(reference()) ownerId!: string
  @Column(line(12)) language!: string
  @Column(whole()) version!: number
  @Column(text()) body!: string
  @Column(instant()) validFrom!: Date
}
