import { Controller, Req } from '@nestjs/common'
import { type Audience, type EventDetail, type EventRowList, type Received, operations } from '@app/contracts'
import { EventEditing } from '@app/events'
import { Audiences } from '@app/mailing'
import { Places, eventLock } from '@app/participants'
import { Problem, Transactions } from '@app/platform'
import { Gate, accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'
import { EventDetails } from './event-details.js'

@Controller()
export class EventsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: EventEditing,
    private readonly details: EventDetails,
    private readonly places: Places,
    private readonly audiences: Audiences,
    private readonly gate: Gate,
  ) {}

  @Handles(operations.listStaffEvents)
  async list(@Req() { signedIn }: StaffRequest): Promise<EventRowList> {
    return { items: await this.details.rows(signedIn.rights.scope('programme.read')) }
  }

  @Handles(operations.readStaffEvent)
  read(@Req() { may }: StaffRequest, @Input() { params }: Received<typeof operations.readStaffEvent>): Promise<EventDetail> {
    return this.details.of(params.id, may)
  }

  /** In a series that the caller sees, and so that the caller may write the new event there: with its series and its Länder. */
  @Handles(operations.createEvent)
  async create(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.createEvent>): Promise<EventDetail> {
    const { account, rights } = signedIn
    if (body.seriesId !== null && !(await this.gate.sees(rights, 'series', body.seriesId))) {
      throw new Problem('invalid', {}, [{ pointer: '/seriesId', code: 'field.choice' }])
    }
    const created = await this.transactions.run(async (tx) => {
      const id = await this.editing.create(tx, body, accountActor(account.id))
      return { id, may: await this.gate.assertDestination(tx, rights, 'programme.write', id) }
    })
    return this.details.of(created.id, created.may)
  }

  /** Whom a change or a cancellation would be told to, for whoever is about to decide on it. */
  @Handles(operations.readAudience)
  audience(@Input() { params }: Received<typeof operations.readAudience>): Promise<Audience> {
    return this.audiences.read(params.id)
  }

  /**
   * Facts and capacity change together or not at all; more seats let people move up in the same transaction. Whoever writes in one Land
   * cannot move the event out of it.
   */
  @Handles(operations.updateEvent)
  async update(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.updateEvent>): Promise<EventDetail> {
    const actor = accountActor(signedIn.account.id)
    const { capacity, expectedTold, ...facts } = body
    const may = await this.transactions.runLocked(eventLock(params.id), async (tx) => {
      const isTold = Object.keys(facts).length > 0 && (await this.editing.change(tx, params.id, facts, actor))
      if (expectedTold !== undefined) await this.audiences.assertTold(tx, params.id, isTold ? 'change' : 'nothing', expectedTold)
      if (capacity !== undefined) await this.places.setCapacity(tx, params.id, capacity, actor)
      return this.gate.assertDestination(tx, signedIn.rights, 'programme.write', params.id)
    })
    return this.details.of(params.id, may)
  }

  @Handles(operations.moveEvent)
  async move(@Req() { signedIn, may }: StaffRequest, @Input() { params, body }: Received<typeof operations.moveEvent>): Promise<EventDetail> {
    const { verb, reason, expectedTold } = body
    await this.transactions.runLocked(eventLock(params.id), async (tx) => {
      await this.editing.move(tx, params.id, verb, reason, accountActor(signedIn.account.id))
      if (expectedTold !== undefined) await this.audiences.assertTold(tx, params.id, verb === 'cancel' ? 'cancellation' : 'nothing', expectedTold)
    })
    return this.details.of(params.id, may)
  }
}
