import type { Clock } from '../clock.js'
import type { Transactions } from '../database/transactions.js'
import { newId } from '../ids.js'
import { type RetentionClass, type RetentionPeriods, periodBefore } from './retention-class.js'
import { RetentionRunEntity } from './retention-run.entity.js'

/** Rows by what became of them. `blocked` should go, but something forbids it for now. */
export interface RetentionCount {
  deleted?: number
  anonymised?: number
  blocked?: number
  /** Where the oldest row begins that is left. */
  oldestLeft?: Date | null
}

/** What a library does with one of its tables when the time of its rows is up. */
export interface RetentionRule {
  readonly retention: RetentionClass
  readonly table: string
  /** @param before what began before this instant is over. Repeated it finds nothing left to do. */
  apply(before: Date): Promise<RetentionCount>
}

/** Applies the rules of all libraries and writes down what they took away. */
export class Retention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly periods: RetentionPeriods) {}

  /** One after the other, each for itself: a rule that fails does not keep the others from deleting. @throws AggregateError with what failed */
  async run(rules: readonly RetentionRule[]): Promise<RetentionRunEntity[]> {
    const lines: RetentionRunEntity[] = []
    const faults: unknown[] = []
    for (const rule of rules) {
      try {
        lines.push(await this.applied(rule))
      } catch (error) {
        faults.push(error)
      }
    }
    await this.transactions.run((tx) => tx.db.insert(RetentionRunEntity, lines))
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${rules.length} retention rules failed.`)
    return lines
  }

  private async applied({ retention, table, apply }: RetentionRule): Promise<RetentionRunEntity> {
    const now = this.clock.now()
    const { deleted = 0, anonymised = 0, blocked = 0, oldestLeft = null } = await apply(periodBefore(now, this.periods[retention]))
    return { id: newId(), ranAt: now, retention, tableName: table, deleted, anonymised, blocked, oldestLeft }
  }
}
