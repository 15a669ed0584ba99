import { Injectable } from '@nestjs/common'
import type { Answer, Place, PlaceCause } from '@app/contracts'
import { Clock, Outbox, Problem, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { type Step, mayStep, stateOf } from './domain/participation-machine.js'
import { holdsSeat, isActive } from './domain/standing.js'
import { ParticipationEntity } from './entities/participation.entity.js'
import { participationHooks } from './participation-hooks.js'

/** What a step needs to know of the row that takes it. */
export type Moving = Pick<ParticipationEntity, 'id' | 'eventId' | 'answer' | 'place' | 'email' | 'emailNormalised'>

export interface Move {
  step: Step
  answer: Answer
  place: Place
  actor: Actor
  /** What the person is told; null when no letter is due. */
  cause: PlaceCause | null
  /** Joins the waiting list with this number, or keeps the one it has. */
  arrivalNo?: number
  /** Why the machine itself refused. */
  placeReason?: 'full' | null
  /** What staff wrote about it; kept in the audit log only. */
  reason?: string | null
}

/** The only file that writes `answer` and `place` (kept by the architecture test). Every move is one row, one audit line, one outbox row. */
@Injectable()
export class ParticipationStates {
  constructor(private readonly clock: Clock, private readonly audit: Audit, private readonly outbox: Outbox) {}

  /** A new participation without a place: registered and waiting for the confirmation of its address, or noted by staff. */
  async create(tx: Tx, person: Omit<Partial<ParticipationEntity>, 'answer' | 'place'> & { eventId: string }, answer: 'unconfirmed' | 'noted', actor: Actor): Promise<Moving & Pick<ParticipationEntity, 'language' | 'createdAt'>> {
    const { email = null, emailNormalised = null, language = 'de' } = person
    const row = { ...person, email, emailNormalised, language, id: newId(), answer, place: 'none' as const, createdAt: this.clock.now() }
    await tx.insertBlind(ParticipationEntity, row)
    await this.audit.record(tx, {
      actor: actor.kind === 'participant' ? { ...actor, id: row.id } : actor,
      action: `participation.${answer === 'noted' ? 'note' : 'register'}`,
      subject: { kind: 'participation', id: row.id },
      nodeId: row.eventId,
      change: { answer, origin: row.origin },
    })
    return row
  }

  /**
   * Takes one step of the machine, guarded by the state it starts from. The caller holds the event's lock.
   * @returns the row with its new state
   * @throws Problem `verb_not_possible` when the machine has no such step from here.
   */
  async move<T extends Moving>(tx: Tx, row: T, move: Move): Promise<T> {
    const { id, eventId, answer, place, email } = row
    const from = stateOf(row)
    const to = stateOf(move)
    if (!mayStep(move.step, from, to)) throw new Problem('verb_not_possible')
    // Pages that count places are kept until the lock of the event was taken anew.
    tx.assertLocked({ table: 'event', id: eventId })
    const now = this.clock.now()
    const revision = await tx.raise(ParticipationEntity, { id, answer, place }, {
      answer: move.answer,
      place: move.place,
      placeAt: now,
      placeUntil: null,
      placeReason: move.placeReason ?? null,
      ...(move.answer === answer ? {} : { answeredAt: now }),
      ...(move.place === 'confirmed' ? { confirmedAt: now } : {}),
      ...(move.arrivalNo === undefined ? {} : { arrivalNo: move.arrivalNo }),
      ...(isActive(move.answer) ? {} : { activeKey: null }),
    })
    if (revision === null) throw new Problem('conflict')
    if (holdsSeat(place) && !holdsSeat(move.place)) await participationHooks.call('placeLost', tx, { participation: row })
    await this.audit.record(tx, {
      actor: move.actor,
      action: `participation.${move.step}`,
      subject: { kind: 'participation', id },
      nodeId: eventId,
      change: { before: from, after: to, ...(move.reason ? { reason: move.reason } : {}) },
    })
    if (move.cause !== null && email !== null) {
      await this.outbox.add(tx, {
        kind: 'participation.changed',
        subjectId: id,
        payload: { cause: move.cause },
        nodeId: eventId,
        dedupeKey: `participation.changed:${id}:${revision}`,
        lane: laneOf(row),
      })
    }
    return { ...row, answer: move.answer, place: move.place }
  }
}

/** Mails to one domain stand in one lane, so that they can be limited together. */
export function laneOf(row: Pick<ParticipationEntity, 'emailNormalised'>): string {
  return row.emailNormalised?.split('@').pop() ?? ''
}
