import { Injectable } from '@nestjs/common'
import type { EventInput, Land } from '@app/contracts'
import type { Tx } from '@app/platform'
import { NodeLandEntity } from '@app/staff'
import { rolesAt } from '../domain/inherited-roles.js'
import { lastDayBefore, localOf } from '../domain/local-time.js'
import { EventDayEntity } from '../entities/event-day.entity.js'
import type { EventEntity } from '../entities/event.entity.js'
import { VenueEntity } from '../entities/venue.entity.js'
import { EventLookup } from '../programme/event-lookup.js'
import { Responsible } from '../programme/responsible.js'
import { AgendaRows } from './agenda-rows.js'
import type { EventSheet } from './event-sheet.js'

/** Reads an event as the sheet that staff edits, inside the transaction that will change it. */
@Injectable()
export class SheetReader {
  constructor(private readonly lookup: EventLookup, private readonly responsible: Responsible, private readonly agenda: AgendaRows) {}

  async read(tx: Tx, event: EventEntity): Promise<EventSheet> {
    const { id: eventId, timeZone } = event
    const days = await tx.db.find(EventDayEntity, { where: { eventId }, order: { onDate: 'ASC' } })
    const venue = await tx.db.findOneBy(VenueEntity, { eventId, position: 0 })
    const lands = await tx.db.find(NodeLandEntity, { where: { nodeId: eventId }, order: { land: 'ASC' } })
    const time = (instant: Date | null) => (instant === null ? null : localOf(instant, timeZone).time)
    const { title, subtitle, guidingQuestion, description, easyLanguage, signVideoUrl, mode, waitingList, visibility, admission } = event
    return {
      title, subtitle, guidingQuestion, description, easyLanguage, signVideoUrl, mode, timeZone, waitingList, visibility, admission,
      days: days.map(({ onDate, startsAt, endsAt }) => ({ date: onDate, startsAt: time(startsAt), endsAt: time(endsAt) })),
      venue: venue && { name: venue.name, street: venue.street, postcode: venue.postcode, city: venue.city, land: venue.land as Land | null },
      onlineUrl: this.lookup.onlineUrlOf(event),
      regions: lands.map(({ land }) => land) as EventInput['regions'],
      closesOn: event.closesAt === null ? null : lastDayBefore(event.closesAt, timeZone),
      hosts: await this.hosts(tx, eventId),
      agenda: await this.agenda.read(tx, event, days),
    }
  }

  private async hosts(tx: Tx, eventId: string): Promise<EventSheet['hosts']> {
    const above = (await this.responsible.ancestry(tx.db, [eventId])).get(eventId) ?? []
    const roles = await this.responsible.roles(tx.db, above)
    return rolesAt(above, roles).map(({ organisationId, role }) => ({ organisationId, role }))
  }
}
