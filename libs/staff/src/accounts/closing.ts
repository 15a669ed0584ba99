import { Injectable } from '@nestjs/common'
import { Not } from 'typeorm'
import { PersonalLinks, Problem, type Tx } from '@app/platform'
import type { Actor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { Grants } from '../rights/grants.js'
import { FactorChanges } from '../second-factor/factor-changes.js'
import { Sessions } from '../sessions/sessions.js'

/** Ends the access of somebody who has left: at once, with every session, link and role. What they did stays in the audit log. */
@Injectable()
export class Closing {
  constructor(private readonly audit: Audit, private readonly links: PersonalLinks, private readonly grants: Grants, private readonly sessions: Sessions, private readonly factors: FactorChanges) {}

  /** @throws Problem `not_found` when there is no such account or it is closed, `last_admin` */
  async close(tx: Tx, id: string, because: { actor: Actor; reason: string }): Promise<void> {
    await this.grants.revokeAll(tx, id, because)
    const update = await tx.db.update(AccountEntity, { id, state: Not('closed') }, { state: 'closed' })
    if (update.affected === 0) throw new Problem('not_found')
    for (const purpose of ['signin', 'reset'] as const) await this.links.revoke(tx, purpose, id)
    await this.factors.forget(tx, id)
    await this.sessions.closeOthers(tx, id, null)
    await this.audit.record(tx, { actor: because.actor, action: 'account.close', subject: { kind: 'account', id }, change: { reason: because.reason } })
  }
}
