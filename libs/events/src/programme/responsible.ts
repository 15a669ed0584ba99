import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { NodeEntity } from '@app/staff'
import { nearestResponsible } from '../domain/inherited-roles.js'
import type { AnsweringHost } from '../domain/publishing.js'
import { HostEntity } from '../entities/host.entity.js'
import { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'

export interface Responsibles {
  /** All that answer, in their order; `host` null: an organisation that has no texts at all. */
  organisations: { organisationId: string; nameShown: string; host: HostEntity | null }[]
  /** Those of them that are hosts: the first leads, several of equal rank are joint controllers. */
  hosts: { host: HostEntity; nameShown: string }[]
}

/** Who answers for events and series. What is set above holds below until a node names its own. */
@Injectable()
export class Responsible {
  /** Nodes from the given one up to the root, for many nodes in one query. */
  async ancestry(db: EntityManager, nodeIds: string[]): Promise<Map<string, string[]>> {
    const nodes = nodeIds.length === 0 ? [] : await db.findBy(NodeEntity, { id: In(nodeIds) })
    return new Map(nodes.map(({ id, path }) => [id, path.split('/').slice(1).reverse()]))
  }

  /** Roles that stand at any of these nodes. */
  async roles(db: EntityManager, nodeIds: readonly string[]): Promise<OrganisationRoleEntity[]> {
    if (nodeIds.length === 0) return []
    return db.find(OrganisationRoleEntity, { where: { nodeId: In([...new Set(nodeIds)]) }, order: { position: 'ASC', id: 'ASC' } })
  }

  /** Who answers for each of many nodes; three queries however many. */
  async of(db: EntityManager, nodeIds: string[]): Promise<Map<string, Responsibles>> {
    const above = await this.ancestry(db, nodeIds)
    return this.from(db, nodeIds, above, await this.roles(db, [...above.values()].flat()))
  }

  /** The same from roles that are already there: one query. */
  async from(db: EntityManager, nodeIds: string[], above: Map<string, string[]>, roles: OrganisationRoleEntity[]): Promise<Map<string, Responsibles>> {
    const chosen = new Map(nodeIds.map((id) => [id, nearestResponsible(above.get(id) ?? [], roles)]))
    const organisationIds = [...new Set([...chosen.values()].flat().map(({ organisationId }) => organisationId))]
    const hosts = organisationIds.length === 0 ? [] : await db.findBy(HostEntity, { organisationId: In(organisationIds) })
    const byOrganisation = new Map(hosts.map((host) => [host.organisationId, host]))
    return new Map(
      [...chosen].map(([id, rows]) => {
        const organisations = rows.map(({ organisationId, nameShown }) => ({ organisationId, nameShown, host: byOrganisation.get(organisationId) ?? null }))
        return [id, { organisations, hosts: organisations.flatMap(({ host, nameShown }) => (host ? [{ host, nameShown }] : [])) }]
      }),
    )
  }
}

/** Those who answer, as the decision about publishing reads them. */
export function answeringHosts({ organisations }: Responsibles): AnsweringHost[] {
  return organisations.map(({ organisationId, nameShown, host }) => ({ organisationId, name: nameShown, texts: host }))
}
