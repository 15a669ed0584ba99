import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { AgendaItemEntity, EventDayEntity } from '@app/events'
import { References, id, instant, line, optional, reference, whole } from '@app/platform'
import { ParticipationEntity } from './participation.entity.js'

/** Anwesenheit. Retention class N. Append-only; a correction is a row. */
@Entity('attendance')
@Index(['clientRef'], { unique: true })
@Index(['voidsId'], { unique: true })
@Index(['participationId', 'dayId'])
@Index(['dayId', 'agendaItemId', 'kind'])
@Index(['eventId'])
@Check('ck_attendance__kind', "kind IN ('in','out','void') AND (kind = 'void') = (voids_id IS NOT NULL)")
@Check('ck_attendance__source', "source IN ('scan','search','sheet','self','online','import')")
export class AttendanceEntity {
  @PrimaryColumn(id()) id!: string
  @Column(reference()) eventId!: string
  @References(() => ParticipationEntity)
  @Column(reference()) participationId!: string
  @References(() => EventDayEntity)
  @Column(reference()) dayId!: string
  @References(() => AgendaItemEntity)
  @Column(optional(reference())) agendaItemId!: string | null
  @Column(line(6)) kind!: 'in' | 'out' | 'void'
  @Column(optional(instant())) at!: Date | null
  @Column(instant()) recordedAt!: Date
  @Column(line(10)) source!: 'scan' | 'search' | 'sheet' | 'self' | 'online' | 'import'
  @Column(optional(reference())) actorId!: string | null
  @Column(optional(line(60))) door!: string | null
  @Column(reference()) clientRef!: string
  @References(() => AttendanceEntity)
  @Column(optional(reference())) voidsId!: string | null
  @Column(whole({ default: 1 })) headcount!: number
  @Column(optional(line(300))) note!: string | null
}
