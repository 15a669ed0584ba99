import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, line, reference, whole } from '@app/platform'
import { EventEntity } from './event.entity.js'

/** Thema. */
@Entity('event_topic')
@Index(['eventId', 'position'], { unique: true })
export class EventTopicEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(whole()) position!: number
  @Column(line(500)) title!: string
}
