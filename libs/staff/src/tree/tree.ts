import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Land } from '@app/contracts'
import { Clock, Transactions, type Tx, newId } from '@app/platform'
import { NodeLandEntity } from '../entities/node-land.entity.js'
import { NodeEntity } from '../entities/node.entity.js'

/**
 * The programme tree: series below series, events below series or on their own. Rights, regions, funding and audit point at its
 * nodes, and nothing of the programme exists outside it. `path` is the ids from the root, so that a subtree is one prefix.
 */
@Injectable()
export class Tree {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  /** Places a new node; the series or event of the same id is inserted after it. */
  async place(tx: Tx, node: { id: string; kind: 'series' | 'event'; parentId: string | null }): Promise<void> {
    const parent = node.parentId === null ? null : await tx.db.findOneByOrFail(NodeEntity, { id: node.parentId })
    await tx.db.insert(NodeEntity, { ...node, path: `${parent?.path ?? ''}/${node.id}`, createdAt: this.clock.now() })
  }

  /** The regions of a series or event: several Länder, neither the venue's nor the participants'. */
  async setLands(tx: Tx, nodeId: string, lands: readonly Land[]): Promise<void> {
    await tx.db.delete(NodeLandEntity, { nodeId })
    for (const land of new Set(lands)) await tx.db.insert(NodeLandEntity, { id: newId(), nodeId, land })
  }

  /** Regions of many nodes in one query. */
  async landsOf(nodeIds: string[]): Promise<Map<string, Land[]>> {
    const lands = new Map<string, Land[]>(nodeIds.map((id) => [id, []]))
    if (nodeIds.length === 0) return lands
    for (const row of await this.transactions.read.findBy(NodeLandEntity, { nodeId: In(nodeIds) })) lands.get(row.nodeId)!.push(row.land as Land)
    for (const list of lands.values()) list.sort()
    return lands
  }

  /** The node and those above it, from the node to the root: what is set above holds below. */
  async ancestry(nodeId: string): Promise<string[]> {
    const node = await this.transactions.read.findOneBy(NodeEntity, { id: nodeId })
    return node ? node.path.split('/').slice(1).reverse() : []
  }
}
