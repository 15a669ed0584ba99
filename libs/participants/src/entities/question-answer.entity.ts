import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, optional, reference, sealed, text } from '@app/platform'
import { ParticipationEntity } from './participation.entity.js'
import { QuestionEntity } from './question.entity.js'

/** Antwort. Special ones sealed. */
@Entity('question_answer')
@Index(['participationId', 'questionId'], { unique: true })
@Check('ck_question_answer__value', 'value IS NULL OR value_sealed IS NULL')
export class QuestionAnswerEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => ParticipationEntity)
  @Column(reference()) participationId!: string
  @References(() => QuestionEntity)
  @Column(reference()) questionId!: string
  @Column(optional(text())) value!: string | null
  @Column(optional(sealed())) valueSealed!: string | null
}
