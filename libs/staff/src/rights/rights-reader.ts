import { Injectable } from '@nestjs/common'
import { Clock, Transactions } from '@app/platform'
import { NodeEntity } from '../entities/node.entity.js'
import { RoleGrantEntity } from '../entities/role-grant.entity.js'
import { Rights, type StandingGrant } from './rights.js'

/** Reads rights from their rows at every request, so that a role given, revoked or run out counts at once. */
@Injectable()
export class RightsReader {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  /** What an account may do now; without any role that stands: nothing. */
  async of(accountId: string): Promise<Rights> {
    const rows = await this.transactions.read
      .createQueryBuilder(RoleGrantEntity, 'g')
      .leftJoin(NodeEntity, 'n', 'n.id = g.node_id')
      .select(['g.id AS id', 'g.role AS role', 'n.path AS path', 'g.land AS land'])
      .where('g.account_id = :accountId AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > :now)', { accountId, now: this.clock.now() })
      .orderBy('g.id')
      .getRawMany<StandingGrant>()
    return new Rights(rows)
  }
}
