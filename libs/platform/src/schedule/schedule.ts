import { IsNull } from 'typeorm'
import type { Clock } from '../clock.js'
import { isDuplicate } from '../database/duplicate-key.js'
import type { Transactions } from '../database/transactions.js'
import { newId } from '../ids.js'
import { ScheduleEntity } from './schedule.entity.js'

const MINUTE = 60_000
/** For so long a run belongs to the process that took it; one that died is taken up again afterwards. */
const LEASE = 60 * MINUTE
const RETRY = 15 * MINUTE

/** A run that time brings about, the same for all processes. */
export interface ScheduledRun {
  /** `retention` … */
  name: string
  /** The first instant after another at which it is due. */
  next(after: Date): Date
  /** What it does, in less than an hour; done twice it must do no harm, because a process may die after it. */
  work(): Promise<void>
}

/** Runs that several processes know and one of them makes: which one, a conditional update decides. */
export class Schedule {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  /**
   * Makes a run if it is due and nobody else makes it. @returns whether it was made here
   * @throws what the work throws, after it was put down for another try
   */
  async run(run: ScheduledRun): Promise<boolean> {
    const row = (await this.find(run.name)) ?? (await this.plan(run))
    if (!row || !(await this.take(row, run))) return false
    try {
      await run.work()
    } catch (error) {
      const now = this.clock.now()
      await this.settle(row, { nextRunAt: new Date(now.getTime() + RETRY), leaseUntil: null, lastError: (error as Error).name.slice(0, 500) })
      throw error
    }
    const now = this.clock.now()
    await this.settle(row, { nextRunAt: run.next(now), leaseUntil: null, lastOkAt: now, lastError: null })
    return true
  }

  /** What stands in the schedule, for doctor and people. */
  all(): Promise<ScheduleEntity[]> {
    return this.transactions.read.find(ScheduleEntity, { order: { name: 'ASC' } })
  }

  private find(name: string): Promise<ScheduleEntity | null> {
    return this.transactions.read.findOneBy(ScheduleEntity, { name })
  }

  /** The first process that knows a run puts it down; it is made when it is due for the first time. */
  private async plan({ name, next }: ScheduledRun): Promise<ScheduleEntity | null> {
    try {
      await this.transactions.run((tx) => tx.db.insert(ScheduleEntity, { id: newId(), name, nextRunAt: next(this.clock.now()) }))
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
    return this.find(name)
  }

  /** A time further ahead than any that would be put down now was put down by a clock that was wrong, and counts as over. */
  private async take({ id, nextRunAt, leaseUntil }: ScheduleEntity, { next }: ScheduledRun): Promise<boolean> {
    const now = this.clock.now()
    const leaseEnd = new Date(now.getTime() + LEASE)
    const isDue = nextRunAt <= now || nextRunAt > next(now)
    const isFree = leaseUntil === null || leaseUntil <= now || leaseUntil > leaseEnd
    if (!isDue || !isFree) return false
    const taken = await this.transactions.run((tx) =>
      tx.db
        .createQueryBuilder()
        .update(ScheduleEntity)
        .set({ leaseUntil: leaseEnd })
        .where({ id, nextRunAt, leaseUntil: leaseUntil ?? IsNull() })
        .execute(),
    )
    return taken.affected === 1
  }

  private async settle({ id }: ScheduleEntity, state: Partial<ScheduleEntity>): Promise<void> {
    await this.transactions.run((tx) => tx.db.update(ScheduleEntity, { id }, state))
  }
}
