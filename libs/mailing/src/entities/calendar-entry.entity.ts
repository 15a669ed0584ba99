import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { ParticipationEntity } from '@app/participants'
import { References, id, instant, line, optional, reference, whole } from '@app/platform'

/** Kalendereintrag (Teilnahme × Punkt). Retention class N. UID for life, SEQUENCE only up. */
@Entity('calendar_entry')
@Index(['uid'], { unique: true })
@Index(['participationId', 'itemKey'], { unique: true })
@Check('ck_calendar_entry__status', "status IN ('tentative','confirmed','cancelled') AND sequence >= 0")
export class CalendarEntryEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => ParticipationEntity)
  @Column(reference()) participationId!: string
  @Column(reference()) itemKey!: string
  @Column(line(100)) uid!: string
  @Column(whole({ default: 0 })) sequence!: number
  @Column(line(10)) status!: 'tentative' | 'confirmed' | 'cancelled'
  @Column(line(64)) fingerprint!: string
  @Column(optional(instant())) toldAt!: Date | null
  @Column(optional(whole())) replySequence!: number | null
  @Column(optional(instant())) replyStamp!: Date | null
  @Column(optional(line(15))) partstat!: string | null
}
