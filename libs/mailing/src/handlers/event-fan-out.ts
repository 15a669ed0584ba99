import { Injectable } from '@nestjs/common'
import { In, type SelectQueryBuilder } from 'typeorm'
import { STATES_IN_CALENDARS } from '@app/contracts'
import { EventEntity } from '@app/events'
import { ParticipationEntity } from '@app/participants'
import { Outbox, OutboxEntity, type OutboxJob, type Outcome, Transactions } from '@app/platform'
import { CalendarEntryEntity } from '../entities/calendar-entry.entity.js'
import { MailFactsReader } from '../facts/mail-facts-reader.js'
import { PLACES_TOLD } from './letter.js'

const BATCH = 500

const OTHER_FINGERPRINT = "(e.id IS NOT NULL AND ((p.language = 'en' AND e.fingerprint <> :en) OR (p.language <> 'en' AND e.fingerprint <> :de)))"
const NO_ENTRY_COMING =
  "(e.id IS NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.subject_id = p.id AND o.kind = 'participation.changed' AND o.state = 'pending'))"

type PersonalNews = 'participation.event_changed' | 'participation.date_set' | 'participation.event_cancelled'

interface Reader {
  id: string
  /** The entry in the person's calendar; null without one that stands. */
  entryId: string | null
  domain: string
}

/** Turns one change of an event into one piece of work for each person who must hear of it, batch by batch. */
@Injectable()
export class EventFanOut {
  constructor(private readonly transactions: Transactions, private readonly outbox: Outbox, private readonly facts: MailFactsReader) {}

  /**
   * People with a place whose calendar says something else than the event now does, or does not have it yet. Nobody else: a corrected typo
   * in the description mails nobody. Where the letter about the place still waits, it will bring the date; one that is under way may have
   * been written before the change.
   */
  async changed(job: OutboxJob<'event.changed'>): Promise<Outcome> {
    const eventId = job.subjectId
    const event = await this.transactions.read.findOneBy(EventEntity, { id: eventId })
    if (!event) return { kind: 'withheld', reason: 'gone' }
    if (!STATES_IN_CALENDARS.includes(event.state)) return { kind: 'withheld', reason: event.state === 'cancelled' ? 'event_cancelled' : 'event_over' }
    const now = await this.facts.fingerprintsOf(eventId)
    if (now === null) return { kind: 'withheld', reason: 'no_date' }
    const readers = () =>
      this.people(eventId)
        .leftJoin(CalendarEntryEntity, 'e', "e.participation_id = p.id AND e.item_key = p.event_id AND e.status <> 'cancelled'")
        .andWhere("p.place = 'confirmed'")
        .andWhere(`(${OTHER_FINGERPRINT} OR ${NO_ENTRY_COMING})`, now)
    // The key names this change and not what it leads to: an event may come back to an earlier date, and its people must hear of it again.
    await this.each(readers, async (batch) => {
      await this.add('participation.event_changed', eventId, batch.filter(({ entryId }) => entryId !== null), ({ id }) => `event_changed:${id}:${job.id}`)
      await this.add('participation.date_set', eventId, batch.filter(({ entryId }) => entryId === null), ({ id }) => `date_set:${id}:${job.id}`)
    })
    return { kind: 'done' }
  }

  /** People with a calendar entry that stands, and people who still hope. */
  async cancelled(job: OutboxJob<'event.cancelled'>): Promise<Outcome> {
    const eventId = job.subjectId
    const readers = () =>
      this.people(eventId)
        .leftJoin(CalendarEntryEntity, 'e', "e.participation_id = p.id AND e.item_key = p.event_id AND e.status <> 'cancelled'")
        .andWhere('(e.id IS NOT NULL OR p.place IN (:...places))', { places: PLACES_TOLD })
    await this.each(readers, (batch) => this.add('participation.event_cancelled', eventId, batch, ({ id }) => `event_cancelled:${id}`))
    return { kind: 'done' }
  }

  private people(eventId: string): SelectQueryBuilder<ParticipationEntity> {
    return this.transactions.read
      .createQueryBuilder(ParticipationEntity, 'p')
      .select('p.id', 'id')
      .addSelect('p.email_normalised', 'email')
      .addSelect('e.id', 'entryId')
      .where('p.event_id = :eventId AND p.email_normalised IS NOT NULL', { eventId })
  }

  private async each(readers: () => SelectQueryBuilder<ParticipationEntity>, work: (batch: Reader[]) => Promise<void>): Promise<void> {
    for (let after = ''; ; ) {
      const rows = await readers().andWhere('p.id > :after', { after }).orderBy('p.id').limit(BATCH).getRawMany<{ id: string; email: string; entryId: string | null }>()
      const last = rows.at(-1)
      if (!last) return
      await work(rows.map(({ id, email, entryId }) => ({ id, entryId, domain: email.split('@').pop()! })))
      after = last.id
    }
  }

  /** Work that already waits for a person reads the facts when its turn comes, so a second piece would find nothing left to say. */
  private async add(kind: PersonalNews, eventId: string, batch: Reader[], keyOf: (reader: Reader) => string): Promise<void> {
    if (batch.length === 0) return
    await this.transactions.run(async (tx) => {
      const waiting = await tx.db.find(OutboxEntity, { select: { subjectId: true }, where: { kind, state: 'pending', subjectId: In(batch.map(({ id }) => id)) } })
      const known = await tx.db.find(OutboxEntity, { select: { dedupeKey: true }, where: { dedupeKey: In(batch.map(keyOf)) } })
      const [subjects, keys] = [new Set(waiting.map((row) => row.subjectId)), new Set(known.map((row) => row.dedupeKey))]
      for (const reader of batch) {
        const dedupeKey = keyOf(reader)
        if (subjects.has(reader.id) || keys.has(dedupeKey)) continue
        await this.outbox.add(tx, { kind, subjectId: reader.id, payload: {}, nodeId: eventId, lane: reader.domain, dedupeKey })
      }
    })
  }
}
