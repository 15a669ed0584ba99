import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Audience, STANDINGS, toldByChange } from '@app/contracts'
import { EventEntity } from '@app/events'
import { ParticipationEntity, standing } from '@app/participants'
import { Problem, Transactions, type Tx } from '@app/platform'
import { CalendarEntryEntity } from '../entities/calendar-entry.entity.js'
import { PLACES_TOLD } from '../handlers/letter.js'

interface Group extends Pick<ParticipationEntity, 'answer' | 'place'> {
  hasEntry: boolean
  hasAddress: boolean
  people: number
}

/** Who would be told of a change of an event or of its end: the same people whom the work that follows finds. Counted from rows. */
@Injectable()
export class Audiences {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Problem `not_found` */
  async read(eventId: string): Promise<Audience> {
    const db = this.transactions.read
    if (!(await db.existsBy(EventEntity, { id: eventId }))) throw new Problem('not_found')
    return audienceOf(await groups(db, eventId))
  }

  /**
   * How many people hear of what this transaction does to the event. Call it under the event's lock, after the change and before places
   * are given: who moves up by the same request gets a letter of another kind.
   * @throws Problem `told_number_changed` with both numbers when `expected` is another one
   */
  async assertTold(tx: Tx, eventId: string, news: 'change' | 'cancellation' | 'nothing', expected: number): Promise<void> {
    const told = news === 'nothing' ? 0 : await this.told(tx, eventId, news)
    if (told !== expected) throw new Problem('told_number_changed', { told, expected })
  }

  private async told({ db }: Tx, eventId: string, news: 'change' | 'cancellation'): Promise<number> {
    const audience = audienceOf(await groups(db, eventId))
    if (news === 'cancellation') return audience.cancel
    return toldByChange(audience, await db.existsBy(EventEntity, { id: eventId, datePrecision: 'day' }))
  }
}

async function groups(db: EntityManager, eventId: string): Promise<Group[]> {
  const [entry, address] = ['CASE WHEN e.id IS NULL THEN 0 ELSE 1 END', 'CASE WHEN p.email_normalised IS NULL THEN 0 ELSE 1 END']
  const rows = await db
    .createQueryBuilder(ParticipationEntity, 'p')
    .leftJoin(CalendarEntryEntity, 'e', "e.participation_id = p.id AND e.item_key = p.event_id AND e.status <> 'cancelled'")
    .select('p.answer', 'answer')
    .addSelect('p.place', 'place')
    .addSelect(entry, 'hasEntry')
    .addSelect(address, 'hasAddress')
    .addSelect('COUNT(*)', 'people')
    .where('p.event_id = :eventId', { eventId })
    .andWhere('(e.id IS NOT NULL OR p.place IN (:...places))', { places: PLACES_TOLD })
    .groupBy('p.answer')
    .addGroupBy('p.place')
    .addGroupBy(entry)
    .addGroupBy(address)
    .getRawMany<Pick<Group, 'answer' | 'place'> & { hasEntry: unknown; hasAddress: unknown; people: unknown }>()
  return rows.map(({ answer, place, ...row }) => ({ answer, place, hasEntry: Number(row.hasEntry) === 1, hasAddress: Number(row.hasAddress) === 1, people: Number(row.people) }))
}

function audienceOf(all: readonly Group[]): Audience {
  const sum = (which: (group: Group) => boolean) => all.filter(which).reduce((total, { people }) => total + people, 0)
  const holdsPlace = ({ place, hasAddress }: Group) => place === 'confirmed' && hasAddress
  const standings = STANDINGS.map((word) => {
    const own = (group: Group) => standing(group.answer, group.place) === word
    return { standing: word, told: sum((group) => own(group) && group.hasAddress), unreachable: sum((group) => own(group) && !group.hasAddress) }
  })
  return {
    update: sum((group) => holdsPlace(group) && group.hasEntry),
    first: sum((group) => holdsPlace(group) && !group.hasEntry),
    cancel: sum(({ hasAddress }) => hasAddress),
    unreachable: sum(({ hasAddress }) => !hasAddress),
    standings: standings.filter(({ told, unreachable }) => told + unreachable > 0),
  }
}
