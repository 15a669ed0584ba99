import { Injectable } from '@nestjs/common'
import { type EntityManager, type EntityTarget, In } from 'typeorm'
import type { Scope } from '@app/staff'
import { FundingEntity } from '../entities/funding.entity.js'
import { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'
import { SeriesMemberEntity } from '../entities/series-member.entity.js'

/** Where an organisation has a part in the programme, and the column that says at which node. */
const PARTS: readonly [EntityTarget<{ organisationId: string | null }>, string][] = [
  [OrganisationRoleEntity, 'node_id'], [SeriesMemberEntity, 'series_id'], [FundingEntity, 'node_id'],
]

/** The address book belongs to everybody, but what an organisation is called and shows as a host is seen wherever it has a part. */
@Injectable()
export class OrganisationReach {
  /** Those of the organisations that have a part outside of a scope: whoever may write only there must not change them. */
  async outside(db: EntityManager, scope: Scope, organisationIds: readonly string[]): Promise<Set<string>> {
    if (scope.isWhole || organisationIds.length === 0) return new Set()
    const found = new Set<string>()
    for (const [entity, node] of PARTS) {
      const { sql, parameters } = scope.condition(`r.${node}`)
      const rows = await db
        .createQueryBuilder(entity, 'r')
        .select('DISTINCT r.organisation_id', 'id')
        .where({ organisationId: In([...organisationIds]) })
        .andWhere(`NOT (${sql})`, parameters)
        .getRawMany<{ id: string }>()
      for (const { id } of rows) found.add(id)
    }
    return found
  }
}
