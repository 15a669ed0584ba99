import { Inject, Injectable } from '@nestjs/common'
import { Clock, LOGGER, type Logger, Problem, Transactions } from '@app/platform'
import { accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { type SignedIn, Sessions } from '../sessions/sessions.js'
import { type Identity, IdentityProvider } from './identity-provider.js'
import { type OidcAttempt, OidcAttempts, type OidcPurpose } from './oidc-attempts.js'
import { OidcBindings } from './oidc-bindings.js'

/**
 * How a way to the provider ended, and where in the console it goes on. `unknown` says of a closed account what it says of a stranger.
 */
export type OidcOutcome =
  | { kind: 'signed_in'; token: string; back: string }
  | { kind: 'bound' | 'denied' | 'failed' | 'unavailable' | 'unknown' | 'taken' | 'already'; back: string }

const CONSOLE = '/console'

/**
 * Sign-in by OpenID Connect. It stands in place of the password: the account's second factor is asked for afterwards, or is to be set up
 * where its roles ask for one. Only with OIDC_TRUST_MFA=1, and only when the ID token says that several factors were asked for, it is both
 * factors, as a passkey is. No account comes into being by it.
 */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly attempts: OidcAttempts,
    private readonly provider: IdentityProvider,
    private readonly bindings: OidcBindings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @returns where to send the browser, and what its cookie keeps until it comes back
   * @throws Problem `not_found` without a provider, `oidc_unavailable` when it does not answer
   */
  async begin(purpose: OidcPurpose, back: string): Promise<{ address: string; sealed: string }> {
    const { attempt, sealed } = this.attempts.begin(purpose, back)
    return { address: await this.provider.addressFor(attempt), sealed }
  }

  /** The same, to bind the account of a session. @throws Problem `second_factor_missing`, see `mayBind` */
  async beginBinding(signedIn: SignedIn, back: string): Promise<{ address: string; sealed: string }> {
    if (!(await this.mayBind(signedIn))) throw new Problem('second_factor_missing')
    return this.begin({ kind: 'bind', accountId: signedIn.account.id, sessionId: signedIn.sessionId }, back)
  }

  /**
   * The browser has come back.
   * @param sealed its cookie
   * @param query of the address, as the provider made it
   * @param session that the browser is in, or null
   */
  async finish(sealed: string | undefined, query: URLSearchParams, { session, device }: { session: SignedIn | null; device: string | null }): Promise<OidcOutcome> {
    const attempt = this.attempts.open(sealed)
    if (attempt === null || query.get('state') !== attempt.state || !(await this.attempts.use(attempt))) return this.refused('failed', attempt, 'attempt')
    const found = await this.provider.identify(attempt, query)
    if ('reason' in found) return this.refused(found.reason, attempt, found.fault)
    if (attempt.purpose.kind === 'bind') return this.bind(attempt, attempt.purpose, found, session)
    const token = await this.open(found, device)
    return token === null ? this.refused('unknown', attempt, 'not_bound') : { kind: 'signed_in', token, back: attempt.back }
  }

  private async open(identity: Identity, device: string | null): Promise<string | null> {
    const binding = await this.bindings.of(identity)
    if (binding === null) return null
    const { id, accountId } = binding
    return this.transactions.run(async (tx) => {
      const now = this.clock.now()
      // Both as they stand now: neither a binding that was taken away nor an account that was closed meanwhile opens a session.
      const isOpen = await tx.db.update(AccountEntity, { id: accountId, state: 'active' }, { failed: 0, retryAt: null, lastSeenAt: now })
      const isBound = isOpen.affected === 0 ? isOpen : await tx.db.update(CredentialEntity, { id, accountId }, { lastUsedAt: now })
      if (isBound.affected === 0) return null
      const secondFactor = identity.isMultiFactor
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'account.sign_in', subject: { kind: 'account', id: accountId }, change: { by: 'oidc', ...(secondFactor ? { secondFactor } : {}) } })
      return this.sessions.open(tx, accountId, { device, secondFactor, openedBy: 'oidc', providerSession: identity.session })
    })
  }

  private async bind(attempt: OidcAttempt, { accountId, sessionId }: { accountId: string; sessionId: string }, identity: Identity, session: SignedIn | null): Promise<OidcOutcome> {
    // The very session that asked for it, which must still stand where it may: somebody else at this browser is not bound.
    if (session === null || session.sessionId !== sessionId || session.account.id !== accountId || !(await this.mayBind(session))) return this.refused('failed', attempt, 'session')
    const result = await this.bindings.add(accountId, identity)
    return result === 'bound' ? { kind: 'bound', back: attempt.back } : this.refused(result, attempt, result)
  }

  /**
   * Whoever has a second factor has given it. Whoever still has to set one up does that first, but for the one moment at which somebody takes up
   * an invitation: the link that opened the session is then all there is to the account.
   */
  private async mayBind({ account, secondFactor }: SignedIn): Promise<boolean> {
    if (secondFactor === 'given' || secondFactor === 'not_needed') return true
    return secondFactor === 'to_set_up' && account.passwordHash === null && (await this.bindings.ofAccount(account.id)) === null
  }

  private refused(kind: Exclude<OidcOutcome['kind'], 'signed_in' | 'bound'>, attempt: OidcAttempt | null, fault: string): OidcOutcome {
    // Without an attempt anybody may come here, as often as they like: that must not fill the log.
    this.logger[attempt === null ? 'debug' : 'warn']({ outcome: kind, fault }, 'OpenID Connect led nowhere')
    return { kind, back: attempt?.back ?? CONSOLE }
  }
}
