import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, day, id, line, optional, reference, text, whole } from '@app/platform'
import { NodeEntity } from '@app/staff'
import { AgendaItemEntity } from './agenda-item.entity.js'

/** Ergebnis, Handlungsempfehlung. Carried by carried_from_id. */
@Entity('result')
@Index(['nodeId', 'kind'])
@Index(['carriedFromId'])
export class ResultEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => NodeEntity)
  @Column(reference()) nodeId!: string
  @References(() => AgendaItemEntity)
  @Column(optional(reference())) agendaItemId!: string | null
  @Column(line(60)) kind!: string
  @Column(line(500)) title!: string
  @Column(optional(text())) body!: string | null
  @Column(line(100, { default: '' })) addressees!: string
  @Column(line(20)) state!: string
  @Column(optional(line(200))) responsible!: string | null
  @Column(optional(day())) dueOn!: string | null
  @References(() => ResultEntity)
  @Column(optional(reference())) carriedFromId!: string | null
  @Column(whole({ default: 0 })) position!: number
}
