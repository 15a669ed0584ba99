import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Problem, Transactions, type Tx } from '@app/platform'
import { type Actor, accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { Sessions } from '../sessions/sessions.js'
import { RecoveryCodes } from './recovery-codes.js'

/** A second factor was added: the token of the session that goes on, and recovery codes where there were none. */
export interface FactorAdded {
  token: string
  recoveryCodes: string[] | null
}

/** What goes with a second factor that comes or goes: recovery codes, and what sessions know of it. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly codes: RecoveryCodes,
  ) {}

  async added(tx: Tx, accountId: string, sessionId: string): Promise<FactorAdded> {
    const hasCodes = await tx.db.existsBy(CredentialEntity, { accountId, kind: 'recovery' })
    return { token: await this.sessions.strengthenUnproved(tx, accountId, sessionId), recoveryCodes: hasCodes ? null : await this.codes.renew(tx, accountId) }
  }

  /** With the last one its codes go, and no session counts as one with a second factor any more. */
  async removed(tx: Tx, accountId: string): Promise<void> {
    const { totpSealed } = await tx.db.findOneByOrFail(AccountEntity, { id: accountId })
    if (totpSealed !== null || (await tx.db.existsBy(CredentialEntity, { accountId, kind: 'passkey' }))) return
    await tx.db.delete(CredentialEntity, { accountId, kind: 'recovery' })
    await this.sessions.weaken(tx, accountId)
  }

  /** @throws Problem `verb_not_possible` without a second factor */
  async renewCodes(account: AccountEntity): Promise<string[]> {
    return this.transactions.run(async (tx) => {
      if (account.totpSealed === null && !(await tx.db.existsBy(CredentialEntity, { accountId: account.id, kind: 'passkey' }))) throw new Problem('verb_not_possible')
      await this.audit.record(tx, { actor: accountActor(account.id), action: 'factor.codes', subject: { kind: 'account', id: account.id } })
      return this.codes.renew(tx, account.id)
    })
  }

  /** Takes every second factor from somebody who has lost them, and ends their sessions. */
  async reset(accountId: string, { actor, reason }: { actor: Actor; reason: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.forget(tx, accountId)
      await this.sessions.closeOthers(tx, accountId, null)
      await this.audit.record(tx, { actor, action: 'factor.reset', subject: { kind: 'account', id: accountId }, change: { reason } })
    })
  }

  /** Nothing is left by which the account could be entered but its password. */
  async forget(tx: Tx, accountId: string): Promise<void> {
    await tx.db.delete(CredentialEntity, { accountId, kind: In(['passkey', 'recovery', 'oidc']) })
    await tx.db.update(AccountEntity, { id: accountId }, { totpSealed: null, totpStep: null, factorFailed: 0, factorRetryAt: null })
  }
}
