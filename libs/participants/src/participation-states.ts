import { Injectable } from '@nestjs/common'
import type { Answer, Place, PlaceCause } from '@app/contracts'
import { Clock, Outbox, Problem, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { type Step, mayStep, stateOf } from './domain/participation-machine.js'
import { holdsSeat, isActive } from './domain/standing.js'
import { ParticipationEntity } from './entities/participation.entity.js'
import { participationHooks } from './participation-hooks.js'

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
  async create(tx: Tx, person: Omit<Partial<ParticipationEntity>, 'answer' | 'place'> & { eventId: string }, answer: 'unconfirmed' | 'noted', actor: Actor): Promise<ParticipationEntity> {
    const row = tx.db.create(ParticipationEntity, { ...person, id: newId(), answer, place: 'none', createdAt: this.clock.now() })
    await tx.insertBlind(ParticipationEntity, row)
    await this.audit.record(tx, {
      actor: actor.kind === 'participant' ? { ...actor, id: row.id } : actor,
      action: `participation.${answer === 'noted' ? 'note' : 'register'}`,
      subject: { kind: 'participation', id: row.id },
      nodeId: row.eventId,
      change: { answer, origin: row.origin },
    })
    return tx.db.findOneByOrFail(ParticipationEntity, { id: row.id })
  }

  /**
   * Takes one step of the machine, guarded by the state it starts from. The caller holds the event's lock.
   * @throws Problem `verb_not_possible` when the machine has no such step from here.
   */
  async move(tx: Tx, row: ParticipationEntity, move: Move): Promise<ParticipationEntity> {
    const from = stateOf(row)
    const to = stateOf(move)
    if (!mayStep(move.step, from, to)) throw new Problem('verb_not_possible')
    const now = this.clock.now()
    const update = await tx.db
      .createQueryBuilder()
      .update(ParticipationEntity)
      .set({
        answer: move.answer,
        place: move.place,
        placeAt: now,
        placeUntil: null,
        placeReason: move.placeReason ?? null,
        revision: () => 'revision + 1',
        ...(move.answer === row.answer ? {} : { answeredAt: now }),
        ...(move.place === 'confirmed' ? { confirmedAt: now } : {}),
        ...(move.arrivalNo === undefined ? {} : { arrivalNo: move.arrivalNo }),
        ...(isActive(move.answer) ? {} : { activeKey: null }),
      })
      .where({ id: row.id, answer: row.answer, place: row.place })
      .execute()
    if (update.affected === 0) throw new Problem('conflict')
    const moved = await tx.db.findOneByOrFail(ParticipationEntity, { id: row.id })
    if (holdsSeat(row.place) && !holdsSeat(moved.place)) await participationHooks.call('placeLost', tx, { participation: row })
    await this.audit.record(tx, {
      actor: move.actor,
      action: `participation.${move.step}`,
      subject: { kind: 'participation', id: row.id },
      nodeId: row.eventId,
      change: { before: from, after: to, ...(move.reason ? { reason: move.reason } : {}) },
    })
    if (move.cause !== null && moved.email !== null) {
      await this.outbox.add(tx, {
        kind: 'participation.changed',
        subjectId: row.id,
        payload: { cause: move.cause },
        nodeId: row.eventId,
        dedupeKey: `participation.changed:${row.id}:${moved.revision}`,
        lane: laneOf(moved),
      })
    }
    return moved
  }
}

/** Mails to one domain stand in one lane, so that they can be limited together. */
export function laneOf(row: Pick<ParticipationEntity, 'emailNormalised'>): string {
  return row.emailNormalised?.split('@').pop() ?? ''
}
