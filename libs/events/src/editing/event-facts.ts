import { Injectable } from '@nestjs/common'
import { type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { ContributionEntity } from '../entities/contribution.entity.js'
import { DocumentEntity } from '../entities/document.entity.js'
import { FundingEntity } from '../entities/funding.entity.js'
import { ResultEntity } from '../entities/result.entity.js'
import type { RoleCreation } from './inputs.js'
import { Roles } from './roles.js'

type Given<E, Needed extends keyof E> = Pick<E, Needed> & Partial<Omit<E, 'id' | 'eventId' | 'nodeId'>>

export type ContributionCreation = Given<ContributionEntity, 'role' | 'nameShown'>
export type DocumentCreation = Given<DocumentEntity, 'kind' | 'title'>
export type ResultCreation = Given<ResultEntity, 'kind' | 'title' | 'state'>
export type FundingCreation = Given<FundingEntity, never>

/** What is added to an event or series besides its own columns. Positions that are left out follow the last one. */
@Injectable()
export class EventFacts {
  constructor(private readonly audit: Audit, private readonly roles: Roles) {}

  /** A person's part in the event, with name and office as shown there; several offices stand in lines of their own. */
  async addContribution(tx: Tx, eventId: string, contribution: ContributionCreation, actor: Actor): Promise<string> {
    const id = newId()
    const position = contribution.position ?? (await tx.db.countBy(ContributionEntity, { eventId }))
    await tx.db.insert(ContributionEntity, { ...contribution, id, eventId, position })
    await this.record(tx, 'contribution', id, eventId, { role: contribution.role }, actor)
    return id
  }

  /** The public sees it unless its state is `draft` or its embargo runs; authors stand in lines. */
  async addDocument(tx: Tx, nodeId: string, document: DocumentCreation, actor: Actor): Promise<string> {
    const id = newId()
    const position = document.position ?? (await tx.db.countBy(DocumentEntity, { nodeId }))
    await tx.db.insert(DocumentEntity, { ...document, id, nodeId, position })
    await this.record(tx, 'document', id, nodeId, { kind: document.kind, title: document.title }, actor)
    return id
  }

  /** A result or recommendation; several addressees are divided by commas. */
  async addResult(tx: Tx, nodeId: string, result: ResultCreation, actor: Actor): Promise<string> {
    const id = newId()
    const position = result.position ?? (await tx.db.countBy(ResultEntity, { nodeId }))
    await tx.db.insert(ResultEntity, { ...result, id, nodeId, position })
    await this.record(tx, 'result', id, nodeId, { kind: result.kind, title: result.title }, actor)
    return id
  }

  async addFunding(tx: Tx, nodeId: string, funding: FundingCreation, actor: Actor): Promise<string> {
    const id = newId()
    await tx.db.insert(FundingEntity, { ...funding, id, nodeId })
    await this.record(tx, 'funding', id, nodeId, { claim: funding.claim ?? null }, actor)
    return id
  }

  /** Replaces the roles of organisations at a series or event, in the order given. @throws Problem `invalid`. */
  setRoles(tx: Tx, nodeId: string, roles: RoleCreation[], actor: Actor): Promise<void> {
    return this.roles.set(tx, nodeId, roles, actor)
  }

  private record(tx: Tx, kind: string, id: string, nodeId: string, change: Record<string, unknown>, actor: Actor): Promise<void> {
    return this.audit.record(tx, { actor, action: `${kind}.add`, subject: { kind, id }, nodeId, change })
  }
}
