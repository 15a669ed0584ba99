import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import { type RetentionRule, Transactions } from '@app/platform'
import { BarrierReportEntity } from '../entities/barrier-report.entity.js'

/** Reports of barriers; who speaks or signs stands in the programme, which is public and stays. */
@Injectable()
export class EventsRetention {
  constructor(private readonly transactions: Transactions) {}

  rules(): RetentionRule[] {
    return [
      {
        retention: 'A',
        table: 'barrier_report',
        apply: async (before) => ({ deleted: (await this.transactions.run((tx) => tx.db.delete(BarrierReportEntity, { createdAt: LessThan(before) }))).affected ?? 0 }),
      },
    ]
  }
}
