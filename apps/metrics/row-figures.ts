import { LessThanOrEqual } from 'typeorm'
import { type Clock, OutboxEntity, type Transactions } from '@app/platform'
import type { Figure } from './exposition.js'

/** What the rows say, the same whichever process is asked: work, registrations, events. Numbers and keys only. */
export class RowFigures {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  /** Rejects when the database does not answer. */
  async figures(): Promise<Figure[]> {
    const now = this.clock.now()
    const oldest = await this.transactions.read.findOne(OutboxEntity, { select: { id: true, runAfter: true }, where: { state: 'pending', runAfter: LessThanOrEqual(now) }, order: { runAfter: 'ASC' } })
    const age = oldest === null ? 0 : Math.max(0, now.getTime() - oldest.runAfter.getTime()) / 1000
    return [
      await this.counted('dialogwerk_outbox_rows', 'Work that leaves the database, by kind and state.', 'outbox', ['kind', 'state']),
      { name: 'dialogwerk_outbox_oldest_due_seconds', help: 'How long the oldest due work has waited; 0 when nothing is due.', type: 'gauge', samples: [{ value: age }] },
      await this.counted('dialogwerk_participations', 'People registered, by answer and place.', 'participation', ['answer', 'place']),
      await this.counted('dialogwerk_events', 'Events by state.', 'event', ['state']),
    ]
  }

  private async counted(name: string, help: string, table: string, columns: readonly string[]): Promise<Figure> {
    const list = columns.join(', ')
    const rows = (await this.transactions.read.query(`SELECT ${list}, COUNT(*) AS amount FROM ${table} GROUP BY ${list} ORDER BY ${list}`)) as Record<string, string | number>[]
    const samples = rows.map((row) => ({ labels: Object.fromEntries(columns.map((column) => [column, String(row[column])])), value: Number(row.amount) }))
    return { name, help, type: 'gauge', samples }
  }
}
