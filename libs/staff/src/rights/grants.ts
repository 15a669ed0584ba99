import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { Land, Role } from '@app/contracts'
import { Clock, Problem, Transactions, type Tx, newId } from '@app/platform'
import type { Actor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { RoleGrantEntity } from '../entities/role-grant.entity.js'
import { Sessions } from '../sessions/sessions.js'

/** A role to be given: at a node or (null) over the whole programme, there for one Land or (null) all of them. */
export interface RoleGiven {
  role: Role
  nodeId: string | null
  land: Land | null
  expiresAt: Date | null
}

interface Because {
  actor: Actor
  /** Kept in the audit log. */
  reason: string | null
}

/** Roles of accounts: given and revoked, never changed. What is revoked or expired counts from the next request on. */
@Injectable()
export class Grants {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
  ) {}

  /** @returns id of the grant. @throws Problem `role_given` when the account has this role there already */
  async give(tx: Tx, accountId: string, { role, nodeId, land, expiresAt }: RoleGiven, { actor, reason }: Because): Promise<string> {
    const same = { accountId, role, nodeId: nodeId ?? IsNull(), land: land ?? IsNull(), revokedAt: IsNull() }
    const now = this.clock.now()
    const there = await tx.db.findBy(RoleGrantEntity, same)
    if (there.some(({ expiresAt: ends }) => ends === null || ends > now)) throw new Problem('role_given')
    const id = newId()
    await tx.db.insert(RoleGrantEntity, { id, accountId, role, nodeId, land, expiresAt, grantedBy: actor.kind === 'account' ? actor.id : null, grantedAt: now })
    await this.sessions.renew(tx, accountId)
    await this.audit.record(tx, {
      actor, action: 'role.give', subject: { kind: 'account', id: accountId }, nodeId,
      change: { role, nodeId, land, expiresAt: expiresAt?.toISOString() ?? null, ...(reason === null ? {} : { reason }) },
    })
    return id
  }

  /** @throws Problem `not_found` when no such role stands, `last_admin` */
  async revoke(tx: Tx, accountId: string, grantId: string, { actor, reason }: Because): Promise<void> {
    const admins = await this.lockAdmins(tx)
    const grant = await tx.db.findOneBy(RoleGrantEntity, { id: grantId, accountId, revokedAt: IsNull() })
    if (!grant) throw new Problem('not_found')
    if (admins.length > 0 && admins.every(({ id }) => id === grantId)) throw new Problem('last_admin')
    await this.end(tx, grant, { actor, reason })
    await this.sessions.renew(tx, accountId)
  }

  /** Revokes every role of an account that is closed. @throws Problem `last_admin` */
  async revokeAll(tx: Tx, accountId: string, because: Because): Promise<void> {
    const admins = await this.lockAdmins(tx)
    if (admins.length > 0 && admins.every((grant) => grant.accountId === accountId)) throw new Problem('last_admin')
    for (const grant of await tx.db.findBy(RoleGrantEntity, { accountId, revokedAt: IsNull() })) await this.end(tx, grant, because)
  }

  private async end(tx: Tx, { id, accountId, role, nodeId, land }: RoleGrantEntity, { actor, reason }: Because): Promise<void> {
    await tx.db.update(RoleGrantEntity, { id }, { revokedAt: this.clock.now() })
    await this.audit.record(tx, {
      actor, action: 'role.revoke', subject: { kind: 'account', id: accountId }, nodeId, change: { role, nodeId, land, ...(reason === null ? {} : { reason }) },
    })
  }

  /**
   * The roles by which somebody may give every right, without an end and held by an account that can be entered: one of them must always
   * be left. Two who take each other's role away at the same moment stand in line here (SQLite has one writer at a time anyway).
   */
  private async lockAdmins(tx: Tx): Promise<RoleGrantEntity[]> {
    const rows = tx.db.createQueryBuilder(RoleGrantEntity, 'g').where("g.role = 'admin' AND g.node_id IS NULL AND g.land IS NULL AND g.revoked_at IS NULL AND g.expires_at IS NULL").orderBy('g.id')
    if (this.transactions.dialect === 'mysql') rows.setLock('pessimistic_write')
    const grants = await rows.getMany()
    const active = new Set((await tx.db.findBy(AccountEntity, { state: 'active' })).map(({ id }) => id))
    return grants.filter(({ accountId }) => active.has(accountId))
  }
}
