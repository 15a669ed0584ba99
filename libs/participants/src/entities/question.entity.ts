import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AnswerPeriod, Condition, QuestionKind } from '@app/contracts'
import { EventEntity } from '@app/events'
import { References, flag, id, instant, json, line, optional, reference, text, whole } from '@app/platform'

/** Frage des Formulars. Retired, not changed once answered. */
@Entity('question')
@Index(['eventId', 'key'], { unique: true })
@Check('ck_question__kind', "kind IN ('text','long','choice','several','number','date','consent','file')")
export class QuestionEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(line(60)) key!: string
  @Column(line(12)) kind!: QuestionKind
  @Column(line(500)) label!: string
  @Column(optional(text())) help!: string | null
  @Column(flag({ default: false })) required!: boolean
  @Column(optional(json())) options!: string[] | null
  @Column(optional(json())) shownIf!: Condition | null
  @Column(whole()) position!: number
  @Column(flag({ default: false })) special!: boolean
  @Column(line(4, { default: 'A' })) retention!: AnswerPeriod
  @Column(optional(instant())) retiredAt!: Date | null
}
