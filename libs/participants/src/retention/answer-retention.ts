import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { EventEnds } from '@app/events'
import { RETENTION_CLASSES, type RetentionClass, type RetentionCount, type RetentionRule, Transactions } from '@app/platform'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'

/** Answers go when the class of their question says so, at the latest with the participation. */
@Injectable()
export class AnswerRetention {
  constructor(private readonly transactions: Transactions, private readonly ends: EventEnds) {}

  rules(): RetentionRule[] {
    return RETENTION_CLASSES.map((retention) => ({ retention, table: 'question_answer', apply: (before) => this.delete(retention, before) }))
  }

  private async delete(retention: RetentionClass, before: Date): Promise<RetentionCount> {
    const questions = await this.transactions.read.findBy(QuestionEntity, { retention })
    const ends = await this.ends.of([...new Set(questions.map(({ eventId }) => eventId))])
    const due = questions.filter(({ eventId }) => (ends.get(eventId)?.over ?? before) < before).map(({ id }) => id)
    if (due.length === 0) return {}
    const gone = await this.transactions.run((tx) => tx.db.delete(QuestionAnswerEntity, { questionId: In(due) }))
    return { deleted: gone.affected ?? 0 }
  }
}
