import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Clock, Problem, Transactions } from '@app/platform'
import { NodeEntity } from '../entities/node.entity.js'
import { RoleGrantEntity } from '../entities/role-grant.entity.js'
import { Gate } from './gate.js'
import type { RoleGiven } from './grants.js'
import type { Rights } from './rights.js'
import type { Area } from './scope.js'

/** A role that stands, with where it holds and whether the caller reaches it. */
export interface GrantFacts extends Pick<RoleGrantEntity, 'id' | 'accountId' | 'role' | 'nodeId' | 'land' | 'expiresAt'> {
  kind: NodeEntity['kind'] | null
  isReached: boolean
}

type Place = Area & Pick<GrantFacts, 'nodeId' | 'kind'>

/**
 * How far somebody who manages access reaches: a role may be seen, given and revoked when all of it lies inside, and a role at an event as
 * well when the event does.
 */
@Injectable()
export class Reach {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly gate: Gate) {}

  /**
   * @param at JSON pointer of the role in the request
   * @throws Problem `invalid` for a day that is over, or a node that the caller does not see; `outside_scope` for a role that reaches
   * further than the caller's own
   */
  async assertMayGive(rights: Rights, { nodeId, land, expiresAt }: RoleGiven, at: string): Promise<void> {
    if (expiresAt !== null && expiresAt <= this.clock.now()) throw new Problem('invalid', {}, [{ pointer: `${at}/expiresOn`, code: 'field.day_past' }])
    if (nodeId !== null && !(await this.gate.sees(rights, null, nodeId))) throw new Problem('invalid', {}, [{ pointer: `${at}/nodeId`, code: 'field.choice' }])
    const node = nodeId === null ? null : await this.transactions.read.findOneByOrFail(NodeEntity, { id: nodeId })
    const [isReached] = await this.within(rights, [{ nodeId, land, path: node?.path ?? null, kind: node?.kind ?? null }])
    if (!isReached) throw new Problem('outside_scope')
  }

  /** Every role that stands, in the order in which they were given; of one account or of all. */
  async standing(rights: Rights, accountId?: string): Promise<GrantFacts[]> {
    const { read } = this.transactions
    const now = this.clock.now()
    const grants = (await read.find(RoleGrantEntity, { where: { revokedAt: IsNull(), ...(accountId === undefined ? {} : { accountId }) }, order: { id: 'ASC' } }))
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    const ids = [...new Set(grants.flatMap(({ nodeId }) => nodeId ?? []))]
    const nodes = new Map((ids.length === 0 ? [] : await read.findBy(NodeEntity, { id: In(ids) })).map((node) => [node.id, node]))
    const placed = grants.map((grant) => {
      const node = grant.nodeId === null ? null : nodes.get(grant.nodeId)!
      return { grant, place: { nodeId: grant.nodeId, land: grant.land, path: node?.path ?? null, kind: node?.kind ?? null } }
    })
    const reached = await this.within(rights, placed.map(({ place }) => place))
    return placed.map(({ grant: { id, role, nodeId, land, expiresAt, accountId: holder }, place: { kind } }, index) => ({
      id, accountId: holder, role, nodeId, land, expiresAt, kind, isReached: reached[index]!,
    }))
  }

  private async within(rights: Rights, places: readonly Place[]): Promise<boolean[]> {
    const scope = rights.scope('access.manage')
    const events = places.flatMap(({ nodeId, kind }) => (kind === 'event' ? nodeId! : []))
    const at = await this.gate.permissionsAt(rights, [...new Set(events)])
    return places.map((place) => scope.holds(place) || (place.kind === 'event' && (at.get(place.nodeId!)?.includes('access.manage') ?? false)))
  }
}
