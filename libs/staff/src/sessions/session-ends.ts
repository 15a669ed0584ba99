import { Injectable } from '@nestjs/common'
import { Problem, Transactions } from '@app/platform'
import { type Actor, accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { Sessions } from './sessions.js'

/** Sessions that somebody ends: their own, or a colleague's with a reason. Each time it is written down. */
@Injectable()
export class SessionEnds {
  constructor(private readonly transactions: Transactions, private readonly audit: Audit, private readonly sessions: Sessions) {}

  /** @throws Problem `not_found` when the account has no such session */
  async one(accountId: string, sessionId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.sessions.closeOne(tx, accountId, sessionId))) throw new Problem('not_found')
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'session.end', subject: { kind: 'account', id: accountId }, change: { sessions: 1 } })
    })
  }

  /** All but the one in which it is asked for. */
  others(accountId: string, sessionId: string): Promise<void> {
    return this.all(accountId, sessionId, accountActor(accountId), {})
  }

  ofColleague(accountId: string, { actor, reason }: { actor: Actor; reason: string }): Promise<void> {
    return this.all(accountId, null, actor, { reason })
  }

  private async all(accountId: string, spared: string | null, actor: Actor, more: { reason?: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const sessions = await this.sessions.closeOthers(tx, accountId, spared)
      await this.audit.record(tx, { actor, action: 'session.end', subject: { kind: 'account', id: accountId }, change: { sessions, ...more } })
    })
  }
}
