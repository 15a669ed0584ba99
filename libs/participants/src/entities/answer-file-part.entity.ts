import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, reference, sealed, whole } from '@app/platform'
import { QuestionAnswerEntity } from './question-answer.entity.js'

/** Teil einer Datei, die eine Frage beantwortet. Sealed; in parts, because a column of text holds no more than 64 KB on MySQL. */
@Entity('answer_file_part')
@Index(['answerId', 'position'], { unique: true })
export class AnswerFilePartEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => QuestionAnswerEntity)
  @Column(reference()) answerId!: string
  @Column(whole()) position!: number
  @Column(sealed()) sealed!: string
}
