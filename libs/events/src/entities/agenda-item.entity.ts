import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AgendaKind } from '@app/contracts'
import { References, flag, id, instant, line, optional, reference, text, whole } from '@app/platform'
import { EventDayEntity } from './event-day.entity.js'
import { EventEntity } from './event.entity.js'
import { RoomEntity } from './room.entity.js'

/** Programmpunkt, Runde, Workshop. Retention class N. A workshop is an agenda item with seats. */
@Entity('agenda_item')
@Index(['eventId', 'startsAt'])
@Index(['roomId', 'startsAt'])
@Index(['parentId'])
@Check('ck_agenda_item__starts_at', 'starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at')
export class AgendaItemEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @References(() => AgendaItemEntity)
  @Column(optional(reference())) parentId!: string | null
  @References(() => EventDayEntity)
  @Column(optional(reference())) dayId!: string | null
  @Column(line(20)) kind!: AgendaKind
  @Column(line(300)) title!: string
  @Column(optional(text())) description!: string | null
  @Column(optional(instant())) startsAt!: Date | null
  @Column(optional(instant())) endsAt!: Date | null
  @References(() => RoomEntity)
  @Column(optional(reference())) roomId!: string | null
  @Column(whole({ default: 0 })) position!: number
  @Column(flag({ default: true })) public!: boolean
}
