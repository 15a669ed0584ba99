import { Injectable } from '@nestjs/common'
import { In, LessThan } from 'typeorm'
import { Clock, type RetentionCount, type RetentionRule, Transactions, newId } from '@app/platform'
import { systemActor } from '../actor.js'
import { AuditChain } from '../audit/audit-chain.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { AuditEntryEntity } from '../entities/audit-entry.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { RoleGrantEntity } from '../entities/role-grant.entity.js'
import { SessionEntity } from '../entities/session.entity.js'

const DAY = 24 * 3_600_000

/** Sessions that are over, the beginning of the audit log, and accounts that nothing in it names any more. */
@Injectable()
export class StaffRetention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly chain: AuditChain, private readonly audit: Audit) {}

  rules(): RetentionRule[] {
    return [
      { retention: 'L', table: 'session', apply: () => this.deleteSessions() },
      { retention: 'L', table: 'audit_entry', apply: async (before) => ({ deleted: await this.chain.cut(before) }) },
      { retention: 'L', table: 'account', apply: (before) => this.deleteAccounts(before) },
    ]
  }

  /** A day after its end nobody asks any more where a session was open; that somebody signed in is in the audit log. */
  private async deleteSessions(): Promise<RetentionCount> {
    const dayAgo = new Date(this.clock.now().getTime() - DAY)
    const gone = await this.transactions.run((tx) => tx.db.delete(SessionEntity, [{ expiresAt: LessThan(dayAgo) }, { revokedAt: LessThan(dayAgo) }]))
    return { deleted: gone.affected ?? 0 }
  }

  /** The log must be able to say who did something; once its entries about a closed account are cut, the account goes with its rights. */
  private async deleteAccounts(before: Date): Promise<RetentionCount> {
    const { read } = this.transactions
    const closed = (await read.findBy(AccountEntity, { state: 'closed', createdAt: LessThan(before) })).map(({ id }) => id)
    const due: string[] = []
    for (const id of closed) if (!(await read.existsBy(AuditEntryEntity, [{ actorId: id }, { subjectId: id }]))) due.push(id)
    if (due.length === 0) return { blocked: closed.length }
    await this.transactions.run(async (tx) => {
      await tx.db.delete(SessionEntity, { accountId: In(due) })
      await tx.db.delete(CredentialEntity, { accountId: In(due) })
      await tx.db.delete(RoleGrantEntity, { accountId: In(due) })
      await tx.db.update(RoleGrantEntity, { grantedBy: In(due) }, { grantedBy: null })
      await tx.db.delete(AccountEntity, { id: In(due) })
      await this.audit.record(tx, { actor: systemActor, action: 'retention.delete', subject: { kind: 'retention', id: newId() }, change: { table: 'account', rows: due.length } })
    })
    return { deleted: due.length, blocked: closed.length - due.length }
  }
}
