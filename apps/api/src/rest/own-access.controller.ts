import { Controller, Req } from '@nestjs/common'
import { type OwnAccess, type OwnOidc, type Received, needsSecondFactor, operations } from '@app/contracts'
import { Problem } from '@app/platform'
import { Accounts, FactorStandings, IdentityProvider, OidcBindings, Passkeys, RecoveryCodes, SessionEnds, Sessions } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

/** What somebody sees and changes of their own access, whatever their roles are. */
@Controller()
export class OwnAccessController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly ends: SessionEnds,
    private readonly codes: RecoveryCodes,
    private readonly factors: FactorStandings,
    private readonly passkeys: Passkeys,
    private readonly provider: IdentityProvider,
    private readonly bindings: OidcBindings,
  ) {}

  @Handles(operations.readOwnAccess)
  async read(@Req() { signedIn }: StaffRequest): Promise<OwnAccess> {
    const { account } = signedIn
    const passkeys = await this.passkeys.ofAccount(account.id)
    const sessions = await this.sessions.ofAccount(account.id)
    return {
      hasPassword: account.passwordHash !== null,
      language: account.language,
      hasTotp: account.totpSealed !== null,
      hasSecondFactor: await this.factors.has(account),
      passkeys: passkeys.map(({ id, label, createdAt, lastUsedAt }) => ({ id, label: label ?? '', createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null })),
      oidc: await this.oidcOf(account.id),
      recoveryCodesLeft: await this.codes.left(account.id),
      mayDoWithoutFactor: !needsSecondFactor(signedIn.rights.somewhere),
      sessions: sessions.map(({ id, device, openedBy, createdAt, lastSeenAt }) => ({
        id, device, openedBy, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), isThis: id === signedIn.sessionId,
      })),
    }
  }

  private async oidcOf(accountId: string): Promise<OwnOidc | null> {
    const { name } = this.provider
    if (name === null) return null
    const binding = await this.bindings.ofAccount(accountId)
    return { name, since: binding?.createdAt.toISOString() ?? null, lastUsedAt: binding?.lastUsedAt?.toISOString() ?? null }
  }

  /** Whoever has none yet proves nothing by the former one: a first password is a way in that is added, like any other. */
  @Handles(operations.setPassword)
  async setPassword(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.setPassword>): Promise<void> {
    if (signedIn.account.passwordHash === null && !signedIn.isProved) throw new Problem('proof_missing')
    await this.accounts.changePassword(signedIn.account, body.current, body.password, signedIn.sessionId)
  }

  @Handles(operations.setLanguage)
  async setLanguage(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.setLanguage>): Promise<void> {
    await this.accounts.setLanguage(signedIn.account.id, body.language)
  }

  @Handles(operations.endSession)
  async endSession(@Req() { signedIn }: StaffRequest, @Input() { params }: Received<typeof operations.endSession>): Promise<void> {
    await this.ends.one(signedIn.account.id, params.sessionId)
  }

  @Handles(operations.endOtherSessions)
  async endOtherSessions(@Req() { signedIn }: StaffRequest): Promise<void> {
    await this.ends.others(signedIn.account.id, signedIn.sessionId)
  }
}
