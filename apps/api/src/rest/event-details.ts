import { Injectable } from '@nestjs/common'
import type { EventDetail, EventRow, EventVerb, Permission } from '@app/contracts'
import { EventViews } from '@app/events'
import { ParticipantList, Places } from '@app/participants'
import type { Scope } from '@app/staff'

/** Events with the counts of their people, which only libraries on the right know, and with what the caller may do. */
@Injectable()
export class EventDetails {
  constructor(private readonly views: EventViews, private readonly places: Places, private readonly participants: ParticipantList) {}

  rows(scope: Scope): Promise<EventRow[]> {
    return this.views.rows(scope, (events) => this.places.countMany(events))
  }

  /** @param may what the caller may do at this event. @throws Problem `not_found` */
  async of(id: string, may: Permission[]): Promise<EventDetail> {
    const detail = await this.views.detail(id, (events) => this.places.countMany(events), (eventId) => this.participants.counts(eventId))
    const verbs: EventVerb[] = may.includes('programme.publish') ? detail.verbs : []
    return { ...detail, verbs, may }
  }
}
