import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { ANSWER_PERIODS, type AnswerPeriod } from '@app/contracts'
import { EventEnds } from '@app/events'
import { type RetentionCount, type RetentionRule, Transactions } from '@app/platform'
import { LoggedDeletion } from '@app/staff'
import { AnswerFilePartEntity } from '../entities/answer-file-part.entity.js'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'

/** Answers go when the class of their question says so, at the latest with the participation. */
@Injectable()
export class AnswerRetention {
  constructor(private readonly transactions: Transactions, private readonly ends: EventEnds, private readonly deletion: LoggedDeletion) {}

  rules(): RetentionRule[] {
    return ANSWER_PERIODS.map((retention) => ({ retention, table: 'question_answer', apply: (before) => this.delete(retention, before) }))
  }

  private async delete(retention: AnswerPeriod, before: Date): Promise<RetentionCount> {
    const questions = await this.transactions.read.findBy(QuestionEntity, { retention })
    const ends = await this.ends.of([...new Set(questions.map(({ eventId }) => eventId))])
    const due = questions.filter(({ eventId }) => (ends.get(eventId)?.over ?? before) < before).map(({ id }) => id)
    if (due.length === 0) return {}
    await this.deleteFiles(questions.filter(({ id, kind }) => kind === 'file' && due.includes(id)))
    return { deleted: await this.deletion.of(QuestionAnswerEntity, { questionId: In(due) }) }
  }

  private async deleteFiles(questions: readonly QuestionEntity[]): Promise<void> {
    const answers = questions.length === 0 ? [] : await this.transactions.read.findBy(QuestionAnswerEntity, { questionId: In(questions.map(({ id }) => id)) })
    if (answers.length > 0) await this.deletion.of(AnswerFilePartEntity, { answerId: In(answers.map(({ id }) => id)) })
  }
}
