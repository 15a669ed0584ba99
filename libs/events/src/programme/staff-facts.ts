import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { EventDetail, EventRow } from '@app/contracts'
import { rolesAt } from '../domain/inherited-roles.js'
import { lastDayBefore } from '../domain/local-time.js'
import { AgendaItemEntity } from '../entities/agenda-item.entity.js'
import { ContributionEntity } from '../entities/contribution.entity.js'
import { EventGroupEntity } from '../entities/event-group.entity.js'
import { RoomEntity } from '../entities/room.entity.js'
import type { EventBundle } from './event-bundles.js'
import { EventLookup } from './event-lookup.js'
import { NodeFacts } from './node-facts.js'
import { agendaItemOf, dayOf, groupLabel, venueOf } from './public-event.js'

type FactsForStaff = Omit<EventDetail, keyof EventRow | 'counts' | 'verbs' | 'may' | 'publicPath'>

/** The facts of one event as staff edits them: also those that are not public, the online link among them. */
@Injectable()
export class StaffFacts {
  constructor(private readonly lookup: EventLookup, private readonly nodes: NodeFacts) {}

  async of(db: EntityManager, { event, days, venue, regions }: EventBundle): Promise<FactsForStaff> {
    const eventId = event.id
    const inOrder = { position: 'ASC', id: 'ASC' } as const
    const items = await db.find(AgendaItemEntity, { where: { eventId }, order: inOrder })
    const rooms = await db.findBy(RoomEntity, { eventId })
    const contributions = await db.find(ContributionEntity, { where: { eventId }, order: inOrder })
    const groups = await db.find(EventGroupEntity, { where: { eventId }, order: inOrder })
    const { above, roles } = await this.nodes.roles(db, [eventId])
    return {
      subtitle: event.subtitle,
      guidingQuestion: event.guidingQuestion,
      easyLanguage: event.easyLanguage,
      signVideoUrl: event.signVideoUrl,
      description: event.description,
      timeZone: event.timeZone,
      days: days.map((day) => dayOf(day, event.timeZone)),
      venue: venue && withoutAgs(venueOf(venue)),
      onlineUrl: this.lookup.onlineUrlOf(event),
      waitingList: event.waitingList,
      visibility: event.visibility,
      admission: event.admission,
      regions,
      closesOn: event.closesAt === null ? null : lastDayBefore(event.closesAt, event.timeZone),
      hosts: rolesAt(above.get(eventId) ?? [], roles).map(({ organisationId, role, nameShown }) => ({ organisationId, role, name: nameShown })),
      agenda: items.map((item) => {
        const { contributions: people, parentId: _parent, ...facts } = agendaItemOf(item, event.timeZone, days, rooms, contributions)
        return { ...facts, speakers: people.map(({ name, offices }) => ({ name, office: offices.join(' ') || null })) }
      }),
      seriesId: event.seriesId,
      groups: groups.map(({ groupKey, label }) => ({ key: groupKey, label: groupLabel(groupKey, label, 'de') })),
    }
  }
}

function withoutAgs({ ags: _ags, ...venue }: ReturnType<typeof venueOf>): NonNullable<EventDetail['venue']> {
  return venue
}
