import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Language } from '@app/contracts'
import { Transactions } from '@app/platform'
import { eventTitle } from '../domain/event-words.js'
import { EventEntity } from '../entities/event.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { EventBundles } from './event-bundles.js'
import { formatName } from './public-event.js'

/** What series and events are called, for whatever points at a node of the programme. */
@Injectable()
export class NodeTitles {
  constructor(private readonly transactions: Transactions, private readonly bundles: EventBundles) {}

  /** By id of the node; the number of queries does not depend on how many. */
  async of(nodeIds: readonly string[], language: Language): Promise<Map<string, string>> {
    if (nodeIds.length === 0) return new Map()
    const db = this.transactions.read
    const id = In([...new Set(nodeIds)])
    const series = await db.find(SeriesEntity, { where: { id }, select: { id: true, title: true } })
    const bundles = await this.bundles.load(db, await db.findBy(EventEntity, { id }))
    return new Map([...series.map((one) => [one.id, one.title] as const), ...bundles.map(({ event, format }) => [event.id, eventTitle(event, formatName(format, language))] as const)])
  }
}
