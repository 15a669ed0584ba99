import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { EventEnds } from '@app/events'
import { RETENTION_CLASSES, type RetentionClass, type RetentionCount, type RetentionRule, Transactions } from '@app/platform'
import { LoggedDeletion } from '@app/staff'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'

/** Answers go when the class of their question says so, at the latest with the participation. */
@Injectable()
export class AnswerRetention {
  constructor(private readonly transactions: Transactions, private readonly ends: EventEnds, private readonly deletion: LoggedDeletion) {}

  rules(): RetentionRule[] {
    return RETENTION_CLASSES.map((retention) => ({ retention, table: 'question_answer', apply: (before) => this.delete(retention, before) }))
  }

  private async delete(retention: RetentionClass, before: Date): Promise<RetentionCount> {
    const questions = await this.transactions.read.findBy(QuestionEntity, { retention })
    const ends = await this.ends.of([...new Set(questions.map(({ eventId }) => eventId))])
    const due = questions.filter(({ eventId }) => (ends.get(eventId)?.over ?? before) < before).map(({ id }) => id)
    return due.length === 0 ? {} : { deleted: await this.deletion.of(QuestionAnswerEntity, { questionId: In(due) }) }
  }
}
