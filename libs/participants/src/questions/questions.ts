import { Injectable } from '@nestjs/common'
import { type EntityManager, IsNull } from 'typeorm'
import { type EventQuestions, LANGUAGES, type NeedOffer, type Permission, type QuestionInput, type QuestionsInput } from '@app/contracts'
import { EventEntity, EventLookup } from '@app/events'
import { Clock, type FieldProblem, Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { ConsentKeeper } from '../consent-keeper.js'
import { NeedOfferEntity } from '../entities/need-offer.entity.js'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'
import { questionColumns, questionView } from './question-rows.js'

/** What an event asks now: questions in the order of the form, and the support that it offers. */
export interface EventForm {
  questions: QuestionEntity[]
  offers: NeedOfferEntity[]
}

/**
 * Questions of an event beside those about the person (C2). A question is never deleted: it is retired, because somebody may be answering
 * it at this moment; one that was answered keeps its kind, wording and options, so that every answer stands under what was asked.
 */
@Injectable()
export class Questions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: EventLookup,
    private readonly consents: ConsentKeeper,
    private readonly audit: Audit,
  ) {}

  async of(eventId: string, db: EntityManager = this.transactions.read): Promise<EventForm> {
    const [questions, offers] = await Promise.all([
      db.find(QuestionEntity, { where: { eventId, retiredAt: IsNull() }, order: { position: 'ASC', id: 'ASC' } }),
      db.find(NeedOfferEntity, { where: { eventId }, order: { position: 'ASC', id: 'ASC' } }),
    ])
    return { questions, offers }
  }

  /** Everything an event has ever asked that somebody answered, and what it asks now; in the order of the form, retired ones behind. */
  async everAsked(eventId: string): Promise<QuestionEntity[]> {
    const rows = await this.transactions.read.find(QuestionEntity, { where: { eventId }, order: { position: 'ASC', id: 'ASC' } })
    const answered = await this.answered(this.transactions.read, eventId)
    return [...rows.filter(({ retiredAt }) => retiredAt === null), ...rows.filter(({ id, retiredAt }) => retiredAt !== null && answered.has(id))]
  }

  /**
   * What an event asks, as staff sees it. How many people answered a question of a special category is for whoever may count what people need:
   * a small number beside a list of names tells who it was. Whoever changes questions learns whether there is an answer, others not even that.
   */
  async view(eventId: string, may: readonly Permission[]): Promise<EventQuestions> {
    const { read } = this.transactions
    // Before the rest, which may then be newer: an older list with a newer revision would be written over somebody else's.
    const event = await read.findOneOrFail(EventEntity, { select: { questionsRevision: true }, where: { id: eventId } })
    const [asked, { offers }, answered] = await Promise.all([this.everAsked(eventId), this.of(eventId), this.answered(read, eventId)])
    const counts = may.includes('needs.count')
    const writes = may.includes('programme.write')
    const told = ({ id, special }: QuestionEntity) => (!special || counts || (writes && !answered.has(id)) ? (answered.get(id) ?? 0) : null)
    const shown = asked.filter(({ special, retiredAt }) => !special || retiredAt === null || counts || writes).map((row) => ({ row, view: { ...questionView(row), answered: told(row) } }))
    return {
      revision: event.questionsRevision,
      questions: shown.flatMap(({ row, view }) => (row.retiredAt === null ? [view] : [])),
      retired: shown.flatMap(({ row, view }) => (row.retiredAt === null ? [] : [view])),
      needs: offers.map(({ kind, bookBy }) => ({ kind, bookBy })),
    }
  }

  /**
   * Replaces the whole list. Run it under the event's lock.
   * @param expected the revision on which the change stands, where the caller has read one
   * @throws Problem `not_found`; `conflict` when it has another one by now; `invalid` with `field.question_answered` where an answered question would say something else
   */
  async save(tx: Tx, eventId: string, { questions, needs }: QuestionsInput, actor: Actor, expected?: number): Promise<void> {
    if (!(await tx.db.existsBy(EventEntity, { id: eventId }))) throw new Problem('not_found')
    const stands = expected === undefined ? {} : { questionsRevision: expected }
    const { affected } = await tx.db.update(EventEntity, { id: eventId, ...stands }, { questionsRevision: () => 'questions_revision + 1' })
    if (affected === 0) throw new Problem('conflict')
    const rows = await tx.db.findBy(QuestionEntity, { eventId })
    const answered = await this.answered(tx.db, eventId)
    const byKey = new Map(rows.map((row) => [row.key, row]))
    const faults = questions.flatMap((question, at) => {
      const row = byKey.get(question.key)
      return row && answered.has(row.id) ? frozenFaults(row, question, at) : []
    })
    if (faults.length > 0) throw new Problem('invalid', {}, faults)
    const before = rows.filter(({ retiredAt }) => retiredAt === null).sort((a, b) => a.position - b.position).map(questionView)
    for (const [position, question] of questions.entries()) {
      const row = byKey.get(question.key)
      if (row) await tx.db.update(QuestionEntity, { id: row.id }, questionColumns(question, position) as never)
      else await tx.db.insert(QuestionEntity, { id: newId(), eventId, ...questionColumns(question, position) })
    }
    const kept = new Set(questions.map(({ key }) => key))
    for (const { id, key, retiredAt } of rows) if (!kept.has(key) && retiredAt === null) await tx.db.update(QuestionEntity, { id }, { retiredAt: this.clock.now() })
    const offered = await this.replaceOffers(tx, eventId, needs)
    if (needs.length > 0 || questions.some(({ special }) => special)) await this.keepWordings(tx, eventId)
    await this.audit.record(tx, {
      actor, action: 'event.questions', subject: { kind: 'event', id: eventId }, nodeId: eventId, change: { before: { questions: before, needs: offered }, after: { questions, needs } },
    })
  }

  private async keepWordings(tx: Tx, eventId: string): Promise<void> {
    const [host] = await this.events.hostsOf(eventId, tx)
    if (host) for (const language of LANGUAGES) await this.consents.keepSpecialWording(tx, host.id, language)
  }

  private async replaceOffers(tx: Tx, eventId: string, needs: readonly NeedOffer[]): Promise<NeedOffer[]> {
    const rows = await tx.db.find(NeedOfferEntity, { where: { eventId }, order: { position: 'ASC' } })
    await tx.db.delete(NeedOfferEntity, { eventId })
    for (const [position, { kind, bookBy }] of needs.entries()) await tx.db.insert(NeedOfferEntity, { id: newId(), eventId, kind, position, bookBy })
    return rows.map(({ kind, bookBy }) => ({ kind, bookBy }))
  }

  /** How many answers each question has, by its id. */
  private async answered(db: EntityManager, eventId: string): Promise<Map<string, number>> {
    const rows = await db
      .createQueryBuilder(QuestionAnswerEntity, 'a')
      .innerJoin(QuestionEntity, 'q', 'q.id = a.question_id')
      .select('a.question_id', 'id')
      .addSelect('COUNT(*)', 'people')
      .where('q.event_id = :eventId', { eventId })
      .groupBy('a.question_id')
      .getRawMany<{ id: string; people: string }>()
    return new Map(rows.map(({ id, people }) => [id, Number(people)]))
  }
}

/** What may not change because somebody has answered: options may be added, but none may go. */
function frozenFaults(row: QuestionEntity, { kind, label, special, options }: QuestionInput, at: number): FieldProblem[] {
  const changed = {
    kind: row.kind !== kind, label: row.label !== label, special: Boolean(row.special) !== special, options: (row.options ?? []).some((option) => !options.includes(option)),
  }
  return Object.entries(changed).flatMap(([field, isChanged]) => (isChanged ? [{ pointer: `/questions/${at}/${field}`, code: 'field.question_answered' }] : []))
}
