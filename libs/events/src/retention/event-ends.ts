import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Transactions } from '@app/platform'
import { Tree } from '@app/staff'
import { ending } from '../domain/registration-window.js'
import { EventEntity } from '../entities/event.entity.js'
import { FundingEntity } from '../entities/funding.entity.js'
import { EventLookup } from '../programme/event-lookup.js'

/** Since when what an event has collected may go. */
export interface EventEnd {
  /** The last day was over, or the event was cancelled. */
  over: Date
  /** False when it was cancelled: nobody attended. */
  held: boolean
  /** The grants behind it were over: proof of attendance is kept from here on. Without a grant the same as `over`. */
  grantOver: Date
  /** A funder wants the proof until this day, `YYYY-MM-DD`, whatever the periods say. */
  keepUntil: string | null
}

/** When events were over: where the periods of retention begin. */
@Injectable()
export class EventEnds {
  constructor(private readonly transactions: Transactions, private readonly lookup: EventLookup, private readonly tree: Tree) {}

  /** Ends of those of the given events that have one; an event without any date has none before it is done. */
  async of(eventIds: readonly string[]): Promise<Map<string, EventEnd>> {
    const ends = new Map<string, EventEnd>()
    if (eventIds.length === 0) return ends
    const events = await this.transactions.read.findBy(EventEntity, { id: In([...eventIds]) })
    const days = await this.lookup.daysOf([...eventIds])
    for (const event of events) {
      const over = event.cancelledAt ?? ending({ ...event, days: days.get(event.id)! }) ?? endOfYear(event.sortOn) ?? entered(event)
      if (over !== null) ends.set(event.id, { over, held: event.cancelledAt === null, ...(await this.grants(event.id, over)) })
    }
    return ends
  }

  /** Grants of the event and of what it belongs to: the longest counts. */
  private async grants(eventId: string, over: Date): Promise<Pick<EventEnd, 'grantOver' | 'keepUntil'>> {
    const fundings = await this.transactions.read.findBy(FundingEntity, { nodeId: In(await this.tree.ancestry(eventId)) })
    const last = (days: (string | null)[]) => days.filter((day) => day !== null).sort().at(-1) ?? null
    const periodUntil = last(fundings.map((funding) => funding.periodUntil))
    const grantOver = periodUntil === null ? over : new Date(Math.max(over.getTime(), Date.parse(`${periodUntil}T23:59:59Z`)))
    return { grantOver, keepUntil: last(fundings.map((funding) => funding.keepUntil)) }
  }
}

/** What was entered as done, though nobody knows when it was, was over when it was entered. */
function entered({ state, createdAt }: EventEntity): Date | null {
  return state === 'done' || state === 'accounted' ? createdAt : null
}

/** An event of which only the month or the year is known is over with its year. */
function endOfYear(sortOn: string | null): Date | null {
  return sortOn === null ? null : new Date(Date.UTC(Number(sortOn.slice(0, 4)) + 1, 0, 1))
}
