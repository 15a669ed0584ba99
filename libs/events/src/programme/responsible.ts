import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { NodeEntity } from '@app/staff'
import { nearestResponsible } from '../domain/inherited-roles.js'
import { HostEntity } from '../entities/host.entity.js'
import { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'

/** A role as it holds at a node, by its own row or by one above. */
export type RoleRow = OrganisationRoleEntity

/** Who answers for events and series. What is set above holds below until a node names its own. */
@Injectable()
export class Responsible {
  /** Nodes from the given one up to the root, for many nodes in one query. */
  async ancestry(db: EntityManager, nodeIds: string[]): Promise<Map<string, string[]>> {
    const nodes = nodeIds.length === 0 ? [] : await db.findBy(NodeEntity, { id: In(nodeIds) })
    return new Map(nodes.map(({ id, path }) => [id, path.split('/').slice(1).reverse()]))
  }

  /** Responsible hosts of many nodes, in their order: the first leads, several of equal rank are joint controllers. Three queries. */
  async of(db: EntityManager, nodeIds: string[]): Promise<Map<string, { host: HostEntity; nameShown: string }[]>> {
    const above = await this.ancestry(db, nodeIds)
    const all = [...new Set([...above.values()].flat())]
    const roles = all.length === 0 ? [] : await db.find(OrganisationRoleEntity, { where: { nodeId: In(all) }, order: { position: 'ASC' } })
    return this.from(db, nodeIds, above, roles)
  }

  /** The same from roles that are already there: one query. */
  async from(
    db: EntityManager,
    nodeIds: string[],
    above: Map<string, string[]>,
    roles: OrganisationRoleEntity[],
  ): Promise<Map<string, { host: HostEntity; nameShown: string }[]>> {
    const chosen = new Map(nodeIds.map((id) => [id, nearestResponsible(above.get(id) ?? [], roles)]))
    const organisationIds = [...new Set([...chosen.values()].flat().map(({ organisationId }) => organisationId))]
    const hosts = organisationIds.length === 0 ? [] : await db.findBy(HostEntity, { organisationId: In(organisationIds) })
    const byOrganisation = new Map(hosts.map((host) => [host.organisationId, host]))
    return new Map(
      [...chosen].map(([id, rows]) => [
        id,
        rows.flatMap(({ organisationId, nameShown }) => {
          const host = byOrganisation.get(organisationId)
          return host ? [{ host, nameShown }] : []
        }),
      ]),
    )
  }
}
