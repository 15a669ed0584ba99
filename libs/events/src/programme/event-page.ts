import { Injectable } from '@nestjs/common'
import { Not } from 'typeorm'
import type { Language, PublicEvent, PublicEventSummary } from '@app/contracts'
import { type Moment, Transactions } from '@app/platform'
import { publicRoles, rolesAt } from '../domain/inherited-roles.js'
import { AgendaItemEntity } from '../entities/agenda-item.entity.js'
import { ContributionEntity } from '../entities/contribution.entity.js'
import { DocumentEntity } from '../entities/document.entity.js'
import { EventGroupEntity } from '../entities/event-group.entity.js'
import { EventTopicEntity } from '../entities/event-topic.entity.js'
import { ResultEntity } from '../entities/result.entity.js'
import { RoomEntity } from '../entities/room.entity.js'
import { publicHostOf } from '../hosts/hosts.js'
import type { EventBundle } from './event-bundles.js'
import { NodeFacts } from './node-facts.js'
import { agendaItemOf, contributionOf, documentOf, groupLabel, inOrderOfDay, resultOf } from './public-event.js'

/** Everything the public page of one event shows. */
@Injectable()
export class EventPage {
  constructor(private readonly transactions: Transactions, private readonly nodes: NodeFacts) {}

  async of({ event, days }: EventBundle, summary: PublicEventSummary, at: Moment, language: Language): Promise<PublicEvent> {
    const db = this.transactions.read
    const eventId = event.id
    const inOrder = { position: 'ASC', id: 'ASC' } as const
    const items = await db.findBy(AgendaItemEntity, { eventId, public: true })
    const rooms = await db.findBy(RoomEntity, { eventId })
    const contributions = await db.find(ContributionEntity, { where: { eventId, state: 'agreed' }, order: inOrder })
    const groups = await db.find(EventGroupEntity, { where: { eventId }, order: inOrder })
    const topics = await db.find(EventTopicEntity, { where: { eventId }, order: { position: 'ASC' } })
    const documents = await db.find(DocumentEntity, { where: { nodeId: eventId, state: Not('draft') }, order: inOrder })
    const results = await db.find(ResultEntity, { where: { nodeId: eventId, state: Not('draft') }, order: inOrder })
    const facts = await this.nodes.load(db, eventId)
    return {
      ...summary,
      description: event.description,
      guidingQuestion: event.guidingQuestion,
      easyLanguage: event.easyLanguage,
      signVideoUrl: event.signVideoUrl,
      admission: event.admission,
      groups: groups.map(({ groupKey, label }) => ({ key: groupKey, label: groupLabel(groupKey, label, language) })),
      topics: topics.map(({ title }) => title),
      agenda: inOrderOfDay(items).map((item) => agendaItemOf(item, event.timeZone, days, rooms, contributions)),
      contributions: contributions.filter(({ agendaItemId }) => agendaItemId === null).map(contributionOf),
      roles: publicRoles(rolesAt(facts.above, facts.roles)),
      hosts: facts.hosts.map(({ host, nameShown }) => publicHostOf(host, nameShown)),
      claims: facts.claims,
      documents: documents.filter(({ embargoUntil }) => embargoUntil === null || at.hasCome(embargoUntil)).map(documentOf),
      results: results.map(resultOf),
    }
  }
}
