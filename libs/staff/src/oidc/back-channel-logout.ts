import { Injectable } from '@nestjs/common'
import { Problem, Transactions } from '@app/platform'
import { UsedOnce } from '../accounts/used-once.js'
import { systemActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { Sessions } from '../sessions/sessions.js'
import { LOGOUT_MINUTES, type LoggedOut, LogoutTokens } from './logout-tokens.js'
import { digestOf } from './oidc-bindings.js'

const SCOPE = 'oidc-logout'

/**
 * Ends sessions because the provider by which they were opened has ended its own, or closed the person's account there. Those opened by
 * password, passkey or link are none of its business and go on.
 */
@Injectable()
export class BackChannelLogout {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly tokens: LogoutTokens,
    private readonly usedOnce: UsedOnce,
  ) {}

  /**
   * @param token that somebody sent who may be anybody
   * @returns null when it was taken, a second time too; a code for the log when it was refused. @throws Problem `not_found` without a provider
   */
  async take(token: unknown): Promise<string | null> {
    const meant = typeof token === 'string' ? await this.read(token) : 'token'
    if (typeof meant === 'string') return meant
    await this.end(meant)
    return null
  }

  private async read(token: string): Promise<LoggedOut | string> {
    try {
      return (await this.tokens.read(token)) ?? 'token'
    } catch (error) {
      if (error instanceof Problem) throw error
      const { code, name } = error as { code?: unknown; name?: unknown }
      return String(code ?? name)
    }
  }

  private async end({ id, issuer, subject, session }: LoggedOut): Promise<void> {
    await this.transactions.run(async (tx) => {
      // A copy that comes later must not end what was opened since.
      if (!(await this.usedOnce.take(tx, SCOPE, id, LOGOUT_MINUTES))) return
      const binding = subject === null ? null : await tx.db.findOneBy(CredentialEntity, { kind: 'oidc', externalId: digestOf({ issuer, subject }) })
      if (subject !== null && binding === null) return
      for (const [accountId, sessions] of await this.sessions.closeOfProvider(tx, binding?.accountId ?? null, session)) {
        await this.audit.record(tx, { actor: systemActor, action: 'session.end', subject: { kind: 'account', id: accountId }, change: { sessions, by: 'oidc' } })
      }
    })
  }
}
