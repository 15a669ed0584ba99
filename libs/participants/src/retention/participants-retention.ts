import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { type EventEnd, EventEnds } from '@app/events'
import { type RetentionCount, type RetentionRule, Transactions, newId } from '@app/platform'
import { Audit, LoggedDeletion, systemActor } from '@app/staff'
import { ConsentEntity } from '../entities/consent.entity.js'
import { NeedEntity } from '../entities/need.entity.js'
import { NominationEntity } from '../entities/nomination.entity.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { Anonymiser } from './anonymiser.js'
import { AnswerRetention } from './answer-retention.js'
import { type PersonRow, ProofOfAttendance } from './proof-of-attendance.js'

const BATCH = 200

/** When the time of what participants said is up, counted from the end of their event. */
@Injectable()
export class ParticipantsRetention {
  constructor(
    private readonly transactions: Transactions,
    private readonly ends: EventEnds,
    private readonly proof: ProofOfAttendance,
    private readonly anonymiser: Anonymiser,
    private readonly answers: AnswerRetention,
    private readonly deletion: LoggedDeletion,
    private readonly audit: Audit,
  ) {}

  rules(): RetentionRule[] {
    return [
      { retention: 'B', table: 'need', apply: (before) => this.deleteAfter(NeedEntity, before) },
      ...this.answers.rules(),
      { retention: 'F', table: 'consent', apply: (before) => this.deletePhotoConsents(before) },
      { retention: 'A', table: 'nomination', apply: (before) => this.emptyNominations(before) },
      { retention: 'A', table: 'participation', apply: (before) => this.anonymise('A', before) },
      { retention: 'N', table: 'participation', apply: (before) => this.anonymise('N', before) },
    ]
  }

  /** Class A begins with the end of the event, class N with the end of the grant. */
  private async anonymise(retention: 'A' | 'N', before: Date): Promise<RetentionCount> {
    const count = { anonymised: 0, blocked: 0, oldestLeft: null as Date | null }
    for (const [eventId, end] of await this.endsOfEventsWithPeople()) {
      const begins = retention === 'A' ? end.over : end.grantOver
      const own = begins < before ? await this.peopleOf(eventId, end, retention) : []
      const due = own.filter((row) => this.proof.blockedUntil(row, retention === 'N' ? end.keepUntil : null) === null)
      count.blocked += own.length - due.length
      if (begins >= before || own.length > due.length) count.oldestLeft = earlier(count.oldestLeft, begins)
      for (let at = 0; at < due.length; at += BATCH) {
        const ids = due.slice(at, at + BATCH).map(({ id }) => id)
        count.anonymised += await this.transactions.run((tx) => this.anonymiser.anonymise(tx, eventId, ids, systemActor, 'retention'))
      }
    }
    return count
  }

  private async peopleOf(eventId: string, end: EventEnd, retention: 'A' | 'N'): Promise<PersonRow[]> {
    const select = { id: true, eventId: true, place: true, blockedUntil: true } as const
    const rows = await this.transactions.read.find(ParticipationEntity, { where: { eventId, anonymisedAt: IsNull() }, select })
    const proven = await this.proof.among(eventId, end, rows)
    return rows.filter(({ id }) => proven.has(id) === (retention === 'N'))
  }

  private async endsOfEventsWithPeople(): Promise<Map<string, EventEnd>> {
    const rows = await this.transactions.read
      .createQueryBuilder(ParticipationEntity, 'p')
      .select('DISTINCT p.event_id', 'eventId')
      .where('p.anonymised_at IS NULL')
      .getRawMany<{ eventId: string }>()
    return this.ends.of(rows.map(({ eventId }) => eventId))
  }

  private async deleteAfter(entity: typeof NeedEntity, before: Date): Promise<RetentionCount> {
    const events = await this.transactions.read.createQueryBuilder(entity, 'n').select('DISTINCT n.event_id', 'eventId').getRawMany<{ eventId: string }>()
    const over = [...(await this.ends.of(events.map(({ eventId }) => eventId)))].filter(([, end]) => end.over < before).map(([eventId]) => eventId)
    return over.length === 0 ? {} : { deleted: await this.deletion.of(entity, { eventId: In(over) }) }
  }

  /** A photograph may be shown for as long as its consent is kept; what else was consented to goes with the participation. */
  private async deletePhotoConsents(before: Date): Promise<RetentionCount> {
    const consents = await this.transactions.read.findBy(ConsentEntity, { purpose: 'photo' })
    const people = await this.transactions.read.findBy(ParticipationEntity, { id: In(consents.map(({ participationId }) => participationId)) })
    const eventOf = new Map(people.map(({ id, eventId }) => [id, eventId]))
    const ends = await this.ends.of([...new Set(eventOf.values())])
    const due = consents.filter(({ participationId }) => (ends.get(eventOf.get(participationId!) ?? '')?.over ?? before) < before).map(({ id }) => id)
    return due.length === 0 ? {} : { deleted: await this.deletion.of(ConsentEntity, { id: In(due) }) }
  }

  /** Which body was asked for how many people stays; who answered for it does not. */
  private async emptyNominations(before: Date): Promise<RetentionCount> {
    const nominations = (await this.transactions.read.find(NominationEntity)).filter(({ nameShown }) => nameShown !== '')
    const ends = await this.ends.of([...new Set(nominations.map(({ eventId }) => eventId))])
    const due = nominations.filter(({ eventId }) => (ends.get(eventId)?.over ?? before) < before).map(({ id }) => id)
    if (due.length === 0) return {}
    await this.transactions.run(async (tx) => {
      await tx.db.update(NominationEntity, { id: In(due) }, { contactId: null, nameShown: '', email: null })
      await this.audit.record(tx, { actor: systemActor, action: 'retention.delete', subject: { kind: 'retention', id: newId() }, change: { table: 'nomination', rows: due.length } })
    })
    return { anonymised: due.length }
  }
}

function earlier(one: Date | null, other: Date): Date {
  return one === null || other < one ? other : one
}
