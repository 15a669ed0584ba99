import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Permission, Rule } from '@app/contracts'
import { Problem, Transactions, type Tx } from '@app/platform'
import { NodeEntity } from '../entities/node.entity.js'
import { type Rights, allowedBy } from './rights.js'
import { anyOf } from './scope.js'

interface NodeSeen {
  kind: 'series' | 'event'
  permissions: Permission[]
}

/** The one place that decides over a single thing of the programme. Lists take the condition of `Scope`, which this asks as well. */
@Injectable()
export class Gate {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Lets a request through or not.
   * @param nodeId id in the address, as it was sent; only for rules at a node
   * @returns what the caller may do there: at that node, or in any part of the programme
   * @throws Problem `not_found` when there is no such node or the caller may not even see it; `forbidden` when only the permission is missing
   */
  async admit(rights: Rights, rule: Rule, nodeId: string): Promise<Permission[]> {
    const permissions = rule.at === 'somewhere' ? rights.somewhere : await this.seen(rights, rule.at, nodeId)
    if (permissions === null) throw new Problem('not_found')
    if (!permissions.includes(rule.may)) throw new Problem('forbidden')
    return permissions
  }

  /** Whether this node exists for the caller. @param kind null: whatever it is */
  async sees(rights: Rights, kind: NodeSeen['kind'] | null, id: string): Promise<boolean> {
    return (await this.seen(rights, kind, id)) !== null
  }

  /**
   * Where something was put must be a place where the caller may put it. Call it in the transaction that made, moved or copied the node,
   * once it stands there with its Länder: a refusal takes everything back.
   * @returns what the caller may do there
   * @throws Problem `outside_scope`
   */
  async assertDestination({ db }: Tx, rights: Rights, may: Permission, nodeId: string): Promise<Permission[]> {
    const permissions = (await this.at(db, rights, [nodeId])).get(nodeId)?.permissions ?? []
    if (!permissions.includes(may)) throw new Problem('outside_scope')
    return permissions
  }

  /** What is allowed at each of these nodes, by id; a node that does not exist is left out. One query however many. */
  async permissionsAt(rights: Rights, nodeIds: readonly string[]): Promise<Map<string, Permission[]>> {
    const there = await this.at(this.transactions.read, rights, nodeIds)
    return new Map([...there].map(([id, { permissions }]) => [id, permissions]))
  }

  /**
   * Series that are shown as the frame of what may be read: those above it, and those at which a role for one Land stands. Nothing
   * else of them may be read or changed for that reason.
   */
  async above(rights: Rights): Promise<Set<string>> {
    const scope = rights.scope('programme.read')
    if (scope.isWhole || scope.isEmpty) return new Set()
    const { sql, parameters } = scope.condition('n.id')
    const parents = await this.transactions.read
      .createQueryBuilder(NodeEntity, 'n')
      .innerJoin(NodeEntity, 'p', 'p.id = n.parent_id')
      .select('DISTINCT p.path', 'path')
      .where(sql, parameters)
      .getRawMany<{ path: string }>()
    const paths = [...parents.map(({ path }) => path), ...scope.areas.flatMap(({ path }) => path ?? [])]
    return new Set(paths.flatMap((path) => path.split('/').slice(1)))
  }

  /** What the caller may do at a node; null when it does not exist for the caller. */
  private async seen(rights: Rights, kind: NodeSeen['kind'] | null, id: string): Promise<Permission[] | null> {
    const there = (await this.at(this.transactions.read, rights, [id])).get(id)
    if (!there || (kind !== null && there.kind !== kind)) return null
    return there.permissions.includes('programme.read') || (await this.above(rights)).has(id) ? there.permissions : null
  }

  private async at(db: EntityManager, rights: Rights, nodeIds: readonly string[]): Promise<Map<string, NodeSeen>> {
    if (nodeIds.length === 0) return new Map()
    const nodes = db.createQueryBuilder(NodeEntity, 'n').select('n.id', 'id').addSelect('n.kind', 'kind').where('n.id IN (:...nodeIds)', { nodeIds })
    rights.grants.forEach((grant, index) => {
      const { sql, parameters } = anyOf([grant], 'n.id', `grant${index}x`)
      nodes.addSelect(`CASE WHEN ${sql} THEN 1 ELSE 0 END`, `in${index}`).setParameters(parameters)
    })
    const rows = await nodes.getRawMany<{ id: string; kind: NodeSeen['kind'] } & Record<string, unknown>>()
    return new Map(rows.map((row) => [row.id, { kind: row.kind, permissions: allowedBy(rights.grants.filter((_, index) => Number(row[`in${index}`]) === 1)) }]))
  }
}
