import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type FieldProblem, Problem, type Tx } from '@app/platform'
import { NodeEntity } from '@app/staff'
import { eventTitle } from '../domain/event-words.js'
import { ON_ITS_WAY, hostErrors, newErrors } from '../domain/publishing.js'
import { EventEntity } from '../entities/event.entity.js'
import { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { EventBundles } from '../programme/event-bundles.js'
import { Responsible, answeringHosts } from '../programme/responsible.js'

/** An event on its way, and what it lacks of those who answer for it. */
export interface Relying {
  event: EventEntity
  lacks: FieldProblem[]
}

/** Events that the public sees and that rely on what stands elsewhere: on the hosts of a series above, on the texts of an organisation. */
@Injectable()
export class RelyingEvents {
  constructor(private readonly responsible: Responsible, private readonly bundles: EventBundles) {}

  /** Those below a series, before its hosts change. Call it when the row of the series is locked, see `holdAbove`. */
  async below(tx: Tx, seriesId: string): Promise<Relying[]> {
    return this.lacking(tx, await this.belowAny(tx, [seriesId]), [])
  }

  /**
   * After the hosts of the series were written.
   * @param listed organisations in the order of the caller's list of hosts, where errors point
   * @throws Problem `invalid`: one error for each host and what it lacks, with the name of an event that would be without it
   */
  async assertKept(tx: Tx, before: readonly Relying[], listed: readonly string[]): Promise<void> {
    const after = await this.lacking(tx, before.map(({ event }) => event), listed)
    const found = new Map<string, { error: FieldProblem; event: EventEntity }>()
    for (const [n, { event, lacks }] of after.entries()) {
      for (const error of newErrors(before[n]!.lacks, lacks)) {
        const key = `${error.code} ${error.params?.host ?? ''}`
        if (!found.has(key)) found.set(key, { error, event })
      }
    }
    if (found.size === 0) return
    const titles = await this.titles(tx, [...found.values()].map(({ event }) => event))
    throw new Problem('invalid', {}, [...found.values()].map(({ error, event }) => ({ ...error, params: { ...error.params, event: titles.get(event.id)! } })))
  }

  /** What an event is called that is on its way and for which the organisation answers, or null when there is none. */
  async nameOfOne(tx: Tx, organisationId: string): Promise<string | null> {
    const nodes = await tx.db.find(OrganisationRoleEntity, { where: { organisationId }, select: { nodeId: true } })
    const events = await this.belowAny(tx, nodes.map(({ nodeId }) => nodeId))
    const responsible = await this.responsible.of(tx.db, events.map(({ id }) => id))
    const relying = events.find(({ id }) => responsible.get(id)!.organisations.some((one) => one.organisationId === organisationId))
    return relying === undefined ? null : (await this.titles(tx, [relying])).get(relying.id)!
  }

  /**
   * Locks the rows of the series above an event, as a change of a series does: whoever publishes and whoever changes who answers for it
   * stand in line, so that each sees what the other has done.
   */
  async holdAbove(tx: Tx, eventId: string): Promise<void> {
    const [, ...above] = (await this.responsible.ancestry(tx.db, [eventId])).get(eventId) ?? []
    if (above.length > 0) await tx.db.update(SeriesEntity, { id: In(above) }, { revision: () => 'revision' })
  }

  private async belowAny(tx: Tx, nodeIds: readonly string[]): Promise<EventEntity[]> {
    if (nodeIds.length === 0) return []
    const nodes = await tx.db.findBy(NodeEntity, { id: In([...new Set(nodeIds)]) })
    const found = new Map<string, EventEntity>()
    for (const { path } of nodes) {
      // Everything that begins with the path and a "/", which "0" follows.
      const events = await tx.db
        .createQueryBuilder(EventEntity, 'e')
        .innerJoin(NodeEntity, 'n', 'n.id = e.id')
        .where('(n.path = :path OR (n.path >= :from AND n.path < :to))', { path, from: `${path}/`, to: `${path}0` })
        .andWhere({ state: In([...ON_ITS_WAY]) })
        .orderBy('e.id')
        .getMany()
      for (const event of events) found.set(event.id, event)
    }
    return [...found.values()]
  }

  private async lacking(tx: Tx, events: readonly EventEntity[], listed: readonly string[]): Promise<Relying[]> {
    const responsible = await this.responsible.of(tx.db, events.map(({ id }) => id))
    return events.map((event) => ({ event, lacks: hostErrors(answeringHosts(responsible.get(event.id)!), listed) }))
  }

  private async titles(tx: Tx, events: EventEntity[]): Promise<Map<string, string>> {
    return new Map((await this.bundles.load(tx.db, events)).map(({ event, format }) => [event.id, eventTitle(event, format.name)]))
  }
}
