import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, line, optional, reference, whole } from '@app/platform'
import { EventEntity } from './event.entity.js'

/** angesprochene Gruppe, Ebene. */
@Entity('event_group')
@Index(['eventId', 'groupKey'], { unique: true })
export class EventGroupEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(line(60)) groupKey!: string
  @Column(optional(line(200))) label!: string | null
  @Column(whole({ default: 0 })) position!: number
}
