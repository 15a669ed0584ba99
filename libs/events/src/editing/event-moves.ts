import { Injectable } from '@nestjs/common'
import { Clock, type FieldProblem, Outbox, Problem, type Tx } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { type EventStep, stateAfter } from '../domain/event-machine.js'
import { ON_ITS_WAY, newErrors, obstacleErrors, publishObstacles, saveTheDateObstacles } from '../domain/publishing.js'
import { beginning, ending } from '../domain/registration-window.js'
import { EventDayEntity } from '../entities/event-day.entity.js'
import { EventEntity } from '../entities/event.entity.js'
import { VenueEntity } from '../entities/venue.entity.js'
import { Responsible, answeringHosts } from '../programme/responsible.js'
import { RelyingEvents } from './relying-events.js'

/** The ways of an event. Each move is one conditional update from the state it was decided on, and one audit line. */
@Injectable()
export class EventMoves {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly responsible: Responsible,
    private readonly relying: RelyingEvents,
  ) {}

  /**
   * @throws Problem `not_found`; `verb_not_possible` when the machine or the calendar has no such step from here; `not_publishable`
   * with one error per obstacle; `conflict` when somebody else moved it meanwhile
   */
  async move(tx: Tx, id: string, step: EventStep, reason: string | null, actor: Actor): Promise<void> {
    const event = await tx.db.findOneBy(EventEntity, { id })
    if (!event) throw new Problem('not_found')
    const to = stateAfter(step, event.state)
    if (to === null) throw new Problem('verb_not_possible')
    const now = this.clock.now()
    if (step === 'publish' || step === 'save_the_date') assertNone(await this.errorsOf(tx, event, step, now))
    const columns = await this.columnsFor(tx, event, step, reason, now)
    const update = await tx.db.update(EventEntity, { id, state: event.state }, { state: to, ...columns })
    if (update.affected === 0) throw new Problem('conflict')
    await this.audit.record(tx, {
      actor, action: `event.${step}`, subject: { kind: 'event', id }, nodeId: id,
      change: { before: event.state, after: to, ...(reason === null ? {} : { reason }) },
    })
    // Also for a draft: staff may have registered people by hand. Whom it concerns is found on the right.
    if (step === 'cancel') {
      await this.outbox.add(tx, { kind: 'event.cancelled', subjectId: id, payload: {}, nodeId: id })
    }
  }

  /**
   * What an event that is on its way lacks; of others nothing is asked.
   * @param listed organisations as the caller lists them, where errors point
   */
  async lackedBy(tx: Tx, event: EventEntity, listed?: readonly string[]): Promise<FieldProblem[]> {
    if (!ON_ITS_WAY.includes(event.state)) return []
    return this.errorsOf(tx, event, event.state === 'save_the_date' ? 'save_the_date' : 'publish', null, listed)
  }

  /**
   * What a published event must keep. Called after a change.
   * @param before what it lacked already
   * @throws Problem `not_publishable` with one error per obstacle that was not there before
   */
  async assertStillPublishable(tx: Tx, event: EventEntity, before: readonly FieldProblem[], listed: readonly string[]): Promise<void> {
    assertNone(newErrors(before, await this.lackedBy(tx, event, listed)))
  }

  private async errorsOf(tx: Tx, event: EventEntity, step: 'publish' | 'save_the_date', now: Date | null, listed?: readonly string[]): Promise<FieldProblem[]> {
    await this.relying.holdAbove(tx, event.id)
    const days = await tx.db.findBy(EventDayEntity, { eventId: event.id })
    const responsible = (await this.responsible.of(tx.db, [event.id])).get(event.id)!
    const facts = {
      mode: event.mode,
      datePrecision: event.datePrecision,
      days,
      ends: ending({ timeZone: event.timeZone, days }),
      hasVenue: (await tx.db.countBy(VenueEntity, { eventId: event.id })) > 0,
      hosts: answeringHosts(responsible),
    }
    const obstacles = step === 'publish' ? publishObstacles(facts, now) : saveTheDateObstacles(facts, now)
    return obstacleErrors(obstacles, facts.hosts, listed ?? facts.hosts.map(({ organisationId }) => organisationId))
  }

  private async columnsFor(tx: Tx, event: EventEntity, step: EventStep, reason: string | null, now: Date): Promise<Partial<EventEntity>> {
    if (step === 'publish' || step === 'save_the_date') return { publishedAt: event.publishedAt ?? now }
    if (step === 'cancel') return { cancelledAt: now, cancelReason: reason }
    if (step !== 'reopen' && step !== 'record') return {}
    const times = { timeZone: event.timeZone, days: await tx.db.findBy(EventDayEntity, { eventId: event.id }) }
    if (step === 'record') {
      const ends = ending(times)
      if (ends !== null && ends > now) throw new Problem('verb_not_possible')
      return { publishedAt: now }
    }
    const begins = beginning(times)
    if (begins === null || begins <= now) throw new Problem('verb_not_possible')
    // A last day of registration that is over would close it again at once: reopened, it runs until the event begins.
    return event.closesAt !== null && event.closesAt <= now ? { closesAt: null } : {}
  }
}

function assertNone(errors: FieldProblem[]): void {
  if (errors.length > 0) throw new Problem('not_publishable', {}, errors)
}
