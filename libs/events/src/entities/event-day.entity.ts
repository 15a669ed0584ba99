import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, day, id, instant, optional, reference } from '@app/platform'
import { EventEntity } from './event.entity.js'

/** Veranstaltungstag. Retention class N. */
@Entity('event_day')
@Index(['eventId', 'onDate'], { unique: true })
export class EventDayEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(day()) onDate!: string
  @Column(optional(instant())) startsAt!: Date | null
  @Column(optional(instant())) endsAt!: Date | null
}
