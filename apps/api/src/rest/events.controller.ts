import { Controller, Req } from '@nestjs/common'
import { type Audience, type EventDetail, type EventRowList, type Received, operations } from '@app/contracts'
import { EventEditing, EventViews } from '@app/events'
import { Audiences } from '@app/mailing'
import { ParticipantList, Places, eventLock } from '@app/participants'
import { Transactions } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

@Controller()
export class EventsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: EventEditing,
    private readonly views: EventViews,
    private readonly places: Places,
    private readonly participants: ParticipantList,
    private readonly audiences: Audiences,
  ) {}

  @Handles(operations.listStaffEvents)
  async list(): Promise<EventRowList> {
    return { items: await this.views.rows((events) => this.places.countMany(events)) }
  }

  @Handles(operations.readStaffEvent)
  read(@Input() { params }: Received<typeof operations.readStaffEvent>): Promise<EventDetail> {
    return this.detail(params.id)
  }

  @Handles(operations.createEvent)
  async create(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.createEvent>): Promise<EventDetail> {
    const id = await this.transactions.run((tx) => this.editing.create(tx, body, accountActor(signedIn.account.id)))
    return this.detail(id)
  }

  /** Whom a change or a cancellation would be told to, for whoever is about to decide on it. */
  @Handles(operations.readAudience)
  audience(@Input() { params }: Received<typeof operations.readAudience>): Promise<Audience> {
    return this.audiences.read(params.id)
  }

  /** Facts and capacity change together or not at all; more seats let people move up in the same transaction. */
  @Handles(operations.updateEvent)
  async update(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.updateEvent>): Promise<EventDetail> {
    const actor = accountActor(signedIn.account.id)
    const { capacity, expectedTold, ...facts } = body
    await this.transactions.runLocked(eventLock(params.id), async (tx) => {
      const isTold = Object.keys(facts).length > 0 && (await this.editing.change(tx, params.id, facts, actor))
      if (expectedTold !== undefined) await this.audiences.assertTold(tx, params.id, isTold ? 'change' : 'nothing', expectedTold)
      if (capacity !== undefined) await this.places.setCapacity(tx, params.id, capacity, actor)
    })
    return this.detail(params.id)
  }

  @Handles(operations.moveEvent)
  async move(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.moveEvent>): Promise<EventDetail> {
    const { verb, reason, expectedTold } = body
    await this.transactions.runLocked(eventLock(params.id), async (tx) => {
      await this.editing.move(tx, params.id, verb, reason, accountActor(signedIn.account.id))
      if (expectedTold !== undefined) await this.audiences.assertTold(tx, params.id, verb === 'cancel' ? 'cancellation' : 'nothing', expectedTold)
    })
    return this.detail(params.id)
  }

  private detail(id: string): Promise<EventDetail> {
    return this.views.detail(id, (events) => this.places.countMany(events), (eventId) => this.participants.counts(eventId))
  }
}
