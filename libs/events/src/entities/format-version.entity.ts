import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, instant, json, reference, whole } from '@app/platform'
import { FormatEntity } from './format.entity.js'

/** Formatstand. Append-only. */
@Entity('format_version')
@Index(['formatId', 'version'], { unique: true })
export class FormatVersionEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => FormatEntity)
  @Column(reference()) formatId!: string
  @Column(whole()) version!: number
  @Column(json()) settings!: Record<string, unknown>
  @Column(instant()) createdAt!: Date
}
