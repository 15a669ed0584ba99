import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { SeriesView } from '@app/contracts'
import { Problem, Transactions } from '@app/platform'
import { Gate, type Rights } from '@app/staff'
import { rolesAt } from '../domain/inherited-roles.js'
import { EventEntity } from '../entities/event.entity.js'
import type { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { NodeFacts } from './node-facts.js'

/** Series as staff reads them: those of the own part of the programme, and those above it as its frame. */
@Injectable()
export class SeriesViews {
  constructor(private readonly transactions: Transactions, private readonly nodes: NodeFacts, private readonly gate: Gate) {}

  /** By title. The number of queries does not depend on how many there are. */
  async list(rights: Rights): Promise<SeriesView[]> {
    const db = this.transactions.read
    const { sql, parameters } = rights.scope('programme.read').condition('s.id')
    const above = [...(await this.gate.above(rights))]
    const series = db.createQueryBuilder(SeriesEntity, 's').where(sql, parameters).orderBy('s.title').addOrderBy('s.id')
    if (above.length > 0) series.orWhere('s.id IN (:...above)', { above })
    return this.viewsOf(db, rights, await series.getMany())
  }

  /** One series, whether or not the caller may see it. @throws Problem `not_found`. */
  async one(rights: Rights, id: string): Promise<SeriesView> {
    const db = this.transactions.read
    const [view] = await this.viewsOf(db, rights, await db.findBy(SeriesEntity, { id }))
    if (!view) throw new Problem('not_found')
    return view
  }

  private async viewsOf(db: EntityManager, rights: Rights, series: SeriesEntity[]): Promise<SeriesView[]> {
    const ids = series.map(({ id }) => id)
    const { sql, parameters } = rights.scope('programme.read').condition('e.id')
    const events = ids.length === 0 ? [] : await db.createQueryBuilder(EventEntity, 'e').select(['e.id', 'e.seriesId']).where({ seriesId: In(ids) }).andWhere(sql, parameters).getMany()
    const { roles } = await this.nodes.roles(db, ids)
    const permissions = await this.gate.permissionsAt(rights, ids)
    return series.map(({ id, revision, slug, title, kind, summary, outlook, publicAt }) => ({
      id, revision, slug, title, kind, summary, outlook,
      public: publicAt !== null,
      hosts: rolesAt([id], roles).map(hostOf),
      eventCount: events.filter(({ seriesId }) => seriesId === id).length,
      may: permissions.get(id) ?? [],
    }))
  }
}

function hostOf({ organisationId, role, nameShown }: OrganisationRoleEntity): { organisationId: string; role: string; name: string } {
  return { organisationId, role, name: nameShown }
}
