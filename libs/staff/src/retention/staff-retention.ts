import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import { Clock, type RetentionCount, type RetentionRule, Transactions } from '@app/platform'
import { AuditChain } from '../audit/audit-chain.js'
import { SessionEntity } from '../entities/session.entity.js'

const DAY = 24 * 3_600_000

/** Sessions that are over, and the beginning of the audit log. */
@Injectable()
export class StaffRetention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly chain: AuditChain) {}

  rules(): RetentionRule[] {
    return [
      { retention: 'L', table: 'session', apply: () => this.deleteSessions() },
      { retention: 'L', table: 'audit_entry', apply: async (before) => ({ deleted: await this.chain.cut(before) }) },
    ]
  }

  /** A day after its end nobody asks any more where a session was open; that somebody signed in is in the audit log. */
  private async deleteSessions(): Promise<RetentionCount> {
    const dayAgo = new Date(this.clock.now().getTime() - DAY)
    const gone = await this.transactions.run((tx) => tx.db.delete(SessionEntity, [{ expiresAt: LessThan(dayAgo) }, { revokedAt: LessThan(dayAgo) }]))
    return { deleted: gone.affected ?? 0 }
  }
}
