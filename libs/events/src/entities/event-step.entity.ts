import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, day, id, instant, line, optional, reference } from '@app/platform'
import { EventEntity } from './event.entity.js'

/** Schritt im Ablauf (T-26 … T+6). */
@Entity('event_step')
@Index(['eventId', 'key'], { unique: true })
@Index(['dueOn'])
export class EventStepEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(line(60)) key!: string
  @Column(optional(day())) dueOn!: string | null
  @Column(optional(instant())) doneAt!: Date | null
  @Column(optional(reference())) doneBy!: string | null
  @Column(optional(line(500))) note!: string | null
}
