import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { HostEntity } from '../entities/host.entity.js'
import { FundingEntity } from '../entities/funding.entity.js'
import type { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'
import { EventBundles, isDemo } from './event-bundles.js'
import { Responsible } from './responsible.js'

export interface FactsOfNode {
  /** The node and those above it. */
  above: string[]
  roles: OrganisationRoleEntity[]
  hosts: { host: HostEntity; nameShown: string }[]
  claims: string[]
  isDemo: boolean
}

/** What hangs on the nodes of the programme and holds below them: roles, responsible hosts, funding claims. */
@Injectable()
export class NodeFacts {
  constructor(private readonly responsible: Responsible, private readonly bundles: EventBundles) {}

  /** For one page. */
  async load(db: EntityManager, nodeId: string): Promise<FactsOfNode> {
    const { demoHost, above: all, roles } = await this.roles(db, [nodeId])
    const above = all.get(nodeId) ?? []
    const responsible = await this.responsible.from(db, [nodeId], all, roles)
    const funding = await db.find(FundingEntity, { where: { nodeId: In(above) }, order: { id: 'ASC' } })
    const claims = above.flatMap((id) => funding.filter((row) => row.nodeId === id && row.claim !== null).map(({ claim }) => claim!))
    return { above, roles, hosts: responsible.get(nodeId)!.hosts, claims: [...new Set(claims)], isDemo: isDemo(demoHost, above, roles) }
  }

  /** For lists: roles of many nodes and those above them, in three queries. */
  async roles(db: EntityManager, nodeIds: string[]): Promise<{ demoHost: string | null; above: Map<string, string[]>; roles: OrganisationRoleEntity[] }> {
    const above = await this.responsible.ancestry(db, nodeIds)
    return { demoHost: await this.bundles.demoHost(db), above, roles: await this.responsible.roles(db, [...above.values()].flat()) }
  }
}
