import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, flag, id, instant, json, line, optional, reference, text, whole, FileEntity } from '@app/platform'
import { NodeEntity } from '@app/staff'
import { AgendaItemEntity } from './agenda-item.entity.js'

/** Unterlage, Studie, Presse, Foto, Blatt. */
@Entity('document')
@Index(['nodeId', 'kind'])
export class DocumentEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => NodeEntity)
  @Column(reference()) nodeId!: string
  @References(() => AgendaItemEntity)
  @Column(optional(reference())) agendaItemId!: string | null
  @Column(line(60)) kind!: string
  @Column(line(500)) title!: string
  @Column(optional(text())) authors!: string | null
  @Column(optional(json())) figures!: { label: string; value: number; unit: string }[] | null
  @Column(flag({ default: false })) firstPresented!: boolean
  @Column(optional(line(300))) credit!: string | null
  @Column(optional(line(200))) responsible!: string | null
  @Column(optional(line(10))) publishedOn!: string | null
  @Column(optional(instant())) embargoUntil!: Date | null
  @Column(line(20, { default: 'draft' })) state!: string
  @Column(optional(line(500))) url!: string | null
  @References(() => FileEntity)
  @Column(optional(reference())) fileId!: string | null
  @Column(whole({ default: 0 })) position!: number
}
