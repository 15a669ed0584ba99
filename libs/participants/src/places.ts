import { Injectable } from '@nestjs/common'
import { Not } from 'typeorm'
import type { Place } from '@app/contracts'
import { EventEntity } from '@app/events'
import { Problem, Transactions, type Tx } from '@app/platform'
import { type Actor, Audit, systemActor } from '@app/staff'
import { type Applicant, readApplicant } from './applicant.js'
import { decideAdmission, freeSeats, givesSeatsItself, movingUp } from './domain/admission.js'
import { PLACES_THAT_COUNT } from './domain/standing.js'
import { ParticipationEntity } from './entities/participation.entity.js'
import { ParticipationStates } from './participation-states.js'

export interface PlaceCount {
  capacity: number | null
  taken: number
  free: number | null
  waiting: number
}

/** The row that every verb on places locks first. */
export const eventLock = (id: string) => ({ table: 'event', id })

/**
 * Gives and takes places. Every method with a `tx` expects the event's lock: lock, read, decide, write. Counts come from the rows,
 * never from a counter.
 */
@Injectable()
export class Places {
  constructor(private readonly transactions: Transactions, private readonly states: ParticipationStates, private readonly audit: Audit) {}

  /** A person who has just accepted, with what the decision needs; null when the participation is gone. */
  applicant(tx: Tx, participationId: string): Promise<Applicant | null> {
    return readApplicant(tx, participationId)
  }

  /**
   * Decides over a person who has just accepted; `revision` of the lock is the arrival number.
   * @param reason what staff wrote about it, for the audit log
   */
  async admit(tx: Tx, { row, facts }: Applicant, revision: number, actor: Actor, reason: string | null = null): Promise<Place> {
    const decision = decideAdmission(facts)
    await this.states.move(tx, row, {
      step: 'accept',
      answer: 'accepted',
      place: decision.place,
      actor,
      cause: decision.place,
      arrivalNo: revision,
      placeReason: decision.place === 'refused' ? decision.reason : null,
      reason,
    })
    return decision.place
  }

  /**
   * Gives freed seats to the longest-waiting, in their order; nothing where staff decides over every place.
   * @param passedOver somebody in the line whose turn it is not this time
   */
  async moveUp(tx: Tx, eventId: string, passedOver: string | null = null): Promise<void> {
    const event = await tx.db.findOneByOrFail(EventEntity, { id: eventId })
    // Staff registers people by hand before the event is published as well.
    if (!['planned', 'save_the_date', 'inviting', 'closed', 'running'].includes(event.state)) return
    if (!givesSeatsItself(event.admission)) return
    const free = freeSeats({ capacity: event.capacity, taken: await this.taken(tx, eventId) })
    if (free === 0) return
    const line = await tx.db.find(ParticipationEntity, {
      where: { eventId, place: 'waiting', ...(passedOver === null ? {} : { id: Not(passedOver) }) },
      order: { arrivalNo: 'ASC', id: 'ASC' },
      ...(free === null ? {} : { take: free }),
    })
    for (const row of movingUp(free, line)) {
      await this.states.move(tx, row, { step: 'promote', answer: 'accepted', place: 'confirmed', actor: systemActor, cause: 'promoted' })
    }
  }

  /** Seats that can still be given by hand. @throws Problem `event_full` with the numbers. */
  async assertFree(tx: Tx, eventId: string, seats: number): Promise<void> {
    const event = await tx.db.findOneByOrFail(EventEntity, { id: eventId })
    const taken = await this.taken(tx, eventId)
    const free = freeSeats({ capacity: event.capacity, taken })
    if (free !== null && free < seats) throw new Problem('event_full', { capacity: event.capacity!, taken })
  }

  /**
   * Changes the capacity; raising it lets people move up.
   * @throws Problem `capacity_below_taken` with the number of places already given.
   */
  async setCapacity(tx: Tx, eventId: string, capacity: number | null, actor: Actor): Promise<void> {
    const event = await tx.db.findOneByOrFail(EventEntity, { id: eventId })
    const taken = await this.taken(tx, eventId)
    if (capacity !== null && capacity < taken) throw new Problem('capacity_below_taken', { capacity, taken }, [{ pointer: '/capacity', code: 'field.capacity_below_taken', params: { taken } }])
    await tx.db.update(EventEntity, { id: eventId }, { capacity })
    await this.audit.record(tx, {
      actor, action: 'event.capacity', subject: { kind: 'event', id: eventId }, nodeId: eventId, change: { before: event.capacity, after: capacity },
    })
    await this.moveUp(tx, eventId)
  }

  /** Counts of many events in one query, for lists and pages. */
  async countMany(events: Pick<EventEntity, 'id' | 'capacity'>[]): Promise<Map<string, PlaceCount>> {
    const rows =
      events.length === 0
        ? []
        : await this.transactions.read
            .createQueryBuilder(ParticipationEntity, 'p')
            .select('p.event_id', 'eventId')
            .addSelect('p.place', 'place')
            .addSelect('SUM(p.seats)', 'seats')
            .addSelect('COUNT(*)', 'people')
            .where('p.event_id IN (:...ids)', { ids: events.map(({ id }) => id) })
            .andWhere('p.place IN (:...places)', { places: [...PLACES_THAT_COUNT, 'waiting'] })
            .groupBy('p.event_id')
            .addGroupBy('p.place')
            .getRawMany<{ eventId: string; place: string; seats: string; people: string }>()
    return new Map(
      events.map(({ id, capacity }) => {
        const own = rows.filter((row) => row.eventId === id)
        const taken = own.filter((row) => row.place !== 'waiting').reduce((sum, row) => sum + Number(row.seats), 0)
        const waiting = own.filter((row) => row.place === 'waiting').reduce((sum, row) => sum + Number(row.people), 0)
        return [id, { capacity, taken, waiting, free: freeSeats({ capacity, taken }) }]
      }),
    )
  }

  /** Place of a waiting person in the line, 1 for the next; null for everybody else. */
  async position(row: Pick<ParticipationEntity, 'eventId' | 'place' | 'arrivalNo'>): Promise<number | null> {
    if (row.place !== 'waiting' || row.arrivalNo === null) return null
    return this.transactions.read
      .createQueryBuilder(ParticipationEntity, 'p')
      .where({ eventId: row.eventId, place: 'waiting' })
      .andWhere('p.arrival_no <= :arrivalNo', { arrivalNo: row.arrivalNo })
      .getCount()
  }

  private async taken(tx: Tx, eventId: string): Promise<number> {
    const row = await tx.db
      .createQueryBuilder(ParticipationEntity, 'p')
      .select('SUM(p.seats)', 'taken')
      .where('p.event_id = :eventId', { eventId })
      .andWhere('p.place IN (:...places)', { places: PLACES_THAT_COUNT })
      .getRawOne<{ taken: string | null }>()
    return Number(row?.taken ?? 0)
  }
}
