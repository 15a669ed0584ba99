import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Clock, Transactions, type Tx } from '@app/platform'
import { systemActor } from '@app/staff'
import { STATES_IN_TIME, dueStep } from './domain/clockwork.js'
import { EventMoves } from './editing/event-moves.js'
import { EventDayEntity } from './entities/event-day.entity.js'
import { EventEntity } from './entities/event.entity.js'
import { EventLookup } from './programme/event-lookup.js'

/** Moves events on as time goes by: registration closes, the first day begins, the last day is over. */
@Injectable()
export class EventClockwork {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly moves: EventMoves,
    private readonly lookup: EventLookup,
  ) {}

  /**
   * Takes every step that is due, also several for one event that were missed while nothing ran. Safe on several machines at once: each
   * event is looked at again under its lock. One event that fails does not hold up the others.
   * @returns how many steps were taken
   * @throws AggregateError of what failed, after all events were tried
   */
  async advance(): Promise<number> {
    const now = this.clock.now()
    const events = await this.transactions.read.findBy(EventEntity, { state: In([...STATES_IN_TIME]) })
    const days = await this.lookup.daysOf(events.map(({ id }) => id))
    let steps = 0
    const failures: unknown[] = []
    for (const event of events) {
      if (dueStep({ ...event, days: days.get(event.id)! }, now) === null) continue
      try {
        steps += await this.transactions.runLocked({ table: 'event', id: event.id }, (tx) => this.catchUp(tx, event.id, now))
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} events could not be moved on.`)
    return steps
  }

  private async catchUp(tx: Tx, id: string, now: Date): Promise<number> {
    const days = await tx.db.findBy(EventDayEntity, { eventId: id })
    for (let steps = 0; ; steps++) {
      const event = await tx.db.findOneByOrFail(EventEntity, { id })
      const step = dueStep({ ...event, days }, now)
      if (step === null) return steps
      await this.moves.move(tx, id, step, null, systemActor)
    }
  }
}
