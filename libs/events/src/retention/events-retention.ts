import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import type { RetentionRule } from '@app/platform'
import { LoggedDeletion } from '@app/staff'
import { BarrierReportEntity } from '../entities/barrier-report.entity.js'

/** Reports of barriers; who speaks or signs stands in the programme, which is public and stays. */
@Injectable()
export class EventsRetention {
  constructor(private readonly deletion: LoggedDeletion) {}

  rules(): RetentionRule[] {
    return [{ retention: 'A', table: 'barrier_report', apply: async (before) => ({ deleted: await this.deletion.of(BarrierReportEntity, { createdAt: LessThan(before) }) }) }]
  }
}
