import { Injectable } from '@nestjs/common'
import { STATES_IN_CALENDARS, touchesCalendars } from '@app/contracts'
import { Outbox, Problem, type Tx } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import type { EventStep } from '../domain/event-machine.js'
import { EventEntity } from '../entities/event.entity.js'
import { EventBirth } from './event-birth.js'
import { EventMoves } from './event-moves.js'
import { changedSheet, checkSheet, differences } from './event-sheet.js'
import type { EventChange, EventCreation } from './inputs.js'
import { SheetReader } from './sheet-reader.js'
import { SheetWriter } from './sheet-writer.js'

/** What staff does with an event. Every method runs in the caller's transaction and writes one audit line. */
@Injectable()
export class EventEditing {
  constructor(
    private readonly birth: EventBirth,
    private readonly reader: SheetReader,
    private readonly writer: SheetWriter,
    private readonly moves: EventMoves,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A new event in state `planned`, placed under its series. What is left out comes from the newest version of its format, which the
   * event keeps for good.
   * @returns its id
   * @throws Problem `invalid` with pointers into the input
   */
  create(tx: Tx, input: EventCreation, actor: Actor): Promise<string> {
    return this.birth.create(tx, input, actor)
  }

  /**
   * Changes the named fields; lists are replaced as a whole, and agenda items that stay keep their ids. Run it under the event's lock.
   * A changed fact that stands in calendars puts `event.changed` into the outbox while people may have the event there.
   * @returns whether the change is told to the people who have the event in their calendars
   * @throws Problem `not_found`, `invalid` with pointers, `not_publishable` when a published event would lose what it needs,
   * `agenda_item_in_use`
   */
  async change(tx: Tx, id: string, patch: EventChange, actor: Actor): Promise<boolean> {
    const event = await tx.db.findOneBy(EventEntity, { id })
    if (!event) throw new Problem('not_found')
    const before = await this.reader.read(tx, event)
    const after = changedSheet(before, patch)
    const change = differences(before, after)
    if (change === null) return false
    const schedule = checkSheet(after)
    if (schedule.errors.length > 0) throw new Problem('invalid', {}, schedule.errors)
    const lacked = await this.moves.lackedBy(tx, event)
    await tx.db.update(EventEntity, { id }, this.writer.columns(after, event))
    await this.writer.parts(tx, id, before, after, schedule)
    await this.moves.assertStillPublishable(tx, await tx.db.findOneByOrFail(EventEntity, { id }), lacked, after.hosts.map(({ organisationId }) => organisationId))
    await this.audit.record(tx, { actor, action: 'event.change', subject: { kind: 'event', id }, nodeId: id, change })
    const isTold = STATES_IN_CALENDARS.includes(event.state) && touchesCalendars(before, after)
    if (isTold) await this.outbox.add(tx, { kind: 'event.changed', subjectId: id, payload: {}, nodeId: id })
    return isTold
  }

  /**
   * Takes one step of the machine (`domain/event-machine.ts`).
   * @throws Problem `not_found`, `verb_not_possible`, `not_publishable` with one error per obstacle, `conflict`
   */
  move(tx: Tx, id: string, verb: EventStep, reason: string | null, actor: Actor): Promise<void> {
    return this.moves.move(tx, id, verb, reason, actor)
  }
}
