import { Controller, Inject, Req, Res } from '@nestjs/common'
import type { Response } from 'express'
import { type FactorAdded, type Received, type RecoveryCodeList, type SessionView, type TotpOffer, operations } from '@app/contracts'
import { CONFIG, type Config, Problem } from '@app/platform'
import { type AccountEntity, Accounts, FactorChanges, SecondFactors, Totp } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'
import { SessionCookie } from '../http/session-cookie.js'
import { SessionViews } from './session-views.js'

/** Codes from an app and recovery codes: given at sign-in, set up and taken away. */
@Controller()
export class SecondFactorController {
  private readonly cookie: SessionCookie
  private readonly issuer: string

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly accounts: Accounts,
    private readonly factors: SecondFactors,
    private readonly totp: Totp,
    private readonly changes: FactorChanges,
    private readonly views: SessionViews,
  ) {
    this.cookie = new SessionCookie(config)
    this.issuer = `Dialogwerk ${new URL(config.publicUrl).hostname}`
  }

  @Handles(operations.giveSecondFactor)
  async give(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.giveSecondFactor>, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const token = await this.codeGiven(signedIn.account, signedIn.sessionId, body.code)
    this.cookie.set(response, token)
    return this.views.opened(token)
  }

  private async codeGiven(account: AccountEntity, sessionId: string, code: string): Promise<string> {
    const result = await this.factors.give(account, sessionId, code)
    if (result.kind === 'wait') throw new Problem('too_many_requests', {}, [], result.seconds)
    if (result.kind === 'refused') throw new Problem('invalid', {}, [{ pointer: '/code', code: 'field.code_wrong' }])
    return result.token
  }

  @Handles(operations.proveAgain)
  async prove(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.proveAgain>, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const { account, sessionId } = signedIn
    const token = body.password === null ? await this.codeGiven(account, sessionId, body.code!) : await this.accounts.proveAgain(account, body.password, sessionId)
    this.cookie.set(response, token)
    return this.views.opened(token)
  }

  @Handles(operations.offerTotp)
  offer(@Req() { signedIn }: StaffRequest): TotpOffer {
    return this.totp.offer(signedIn.account, signedIn.sessionId, this.issuer)
  }

  @Handles(operations.confirmTotp)
  async confirm(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.confirmTotp>, @Res({ passthrough: true }) response: Response): Promise<FactorAdded> {
    const { token, recoveryCodes } = await this.totp.confirm(signedIn.account.id, signedIn.sessionId, body.pending, body.code)
    this.cookie.set(response, token)
    return { session: await this.views.opened(token), recoveryCodes }
  }

  @Handles(operations.removeTotp)
  async remove(@Req() { signedIn }: StaffRequest): Promise<void> {
    await this.totp.remove(signedIn.account.id)
  }

  @Handles(operations.renewRecoveryCodes)
  async renewCodes(@Req() { signedIn }: StaffRequest): Promise<RecoveryCodeList> {
    return { recoveryCodes: await this.changes.renewCodes(signedIn.account) }
  }
}
