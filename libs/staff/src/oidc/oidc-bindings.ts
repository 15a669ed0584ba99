import { createHash } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, Clock, type Config, Transactions, type Tx, isDuplicate, newId } from '@app/platform'
import { type Actor, accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { FactorChanges } from '../second-factor/factor-changes.js'
import { Sessions } from '../sessions/sessions.js'
import type { Identity } from './identity-provider.js'

/** `taken`: another account is bound to this identity. `already`: this account is bound to another identity. */
export type BindResult = 'bound' | 'taken' | 'already'

/**
 * Which identity at the provider belongs to which account: by issuer and subject alone (OpenID Connect Core 1.0 §5.7), never by a mail address,
 * which a provider may hand to somebody else. Only digests are stored. An account has one identity, an identity one account.
 */
@Injectable()
export class OidcBindings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly changes: FactorChanges,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How an account is bound to the provider of the configuration, or null. */
  async ofAccount(accountId: string): Promise<CredentialEntity | null> {
    const { oidc } = this.config
    return oidc === null ? null : this.transactions.read.findOneBy(CredentialEntity, { accountId, kind: 'oidc', label: labelOf(oidc.issuer) })
  }

  of(identity: Identity): Promise<CredentialEntity | null> {
    return this.transactions.read.findOneBy(CredentialEntity, { kind: 'oidc', externalId: digestOf(identity) })
  }

  /** Binds an account to an identity; what it was bound to at a former provider goes. */
  async add(accountId: string, identity: Identity): Promise<BindResult> {
    try {
      return await this.transactions.run((tx) => this.bind(tx, accountId, identity))
    } catch (error) {
      // Two accounts at the same moment: the unique index lets one of them have it.
      if (isDuplicate(error)) return 'taken'
      throw error
    }
  }

  private async bind(tx: Tx, accountId: string, identity: Identity): Promise<BindResult> {
    // The row of the account keeps two of its sessions from binding it at the same moment.
    await tx.db.update(AccountEntity, { id: accountId }, { lastSeenAt: this.clock.now() })
    const externalId = digestOf(identity)
    const [there, own] = [await tx.db.findOneBy(CredentialEntity, { kind: 'oidc', externalId }), await tx.db.findOneBy(CredentialEntity, { accountId, kind: 'oidc', label: labelOf(identity.issuer) })]
    if (there !== null) return there.accountId === accountId ? 'bound' : 'taken'
    if (own !== null) return 'already'
    await tx.db.delete(CredentialEntity, { accountId, kind: 'oidc' })
    await tx.db.insert(CredentialEntity, { id: newId(), accountId, kind: 'oidc', externalId, label: labelOf(identity.issuer), createdAt: this.clock.now() })
    await this.audit.record(tx, { actor: accountActor(accountId), action: 'account.bind', subject: { kind: 'account', id: accountId }, change: { issuer: identity.issuer } })
    return 'bound'
  }

  /** Takes the own binding away. @returns false when there is none */
  remove(accountId: string): Promise<boolean> {
    return this.transactions.run((tx) => this.take(tx, accountId, accountActor(accountId), {}))
  }

  /** Takes it from a colleague, and ends their sessions. @returns false when there is none */
  removeOfColleague(accountId: string, { actor, reason }: { actor: Actor; reason: string }): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      if (!(await this.take(tx, accountId, actor, { reason }))) return false
      await this.sessions.closeOthers(tx, accountId, null)
      return true
    })
  }

  private async take(tx: Tx, accountId: string, actor: Actor, change: { reason?: string }): Promise<boolean> {
    const gone = await tx.db.delete(CredentialEntity, { accountId, kind: 'oidc' })
    if (!gone.affected) return false
    await this.audit.record(tx, { actor, action: 'account.unbind', subject: { kind: 'account', id: accountId }, change })
    await this.changes.removed(tx, accountId)
    return true
  }
}

/** Issuer and subject in one text that no other pair has, as SHA-256: the subject itself, often a number of staff, need not be kept. */
export function digestOf({ issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): string {
  return createHash('sha256').update(JSON.stringify([issuer, subject])).digest('hex')
}

const LABEL_LENGTH = 100

/** Which provider a binding is with, for showing it; what decides is the digest. */
function labelOf(issuer: string): string {
  return issuer.slice(0, LABEL_LENGTH)
}
