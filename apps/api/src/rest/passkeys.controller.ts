import { Controller, Inject, Req, Res } from '@nestjs/common'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Request, Response } from 'express'
import { type FactorAdded, type PasskeyOffer, type Received, type SessionView, operations } from '@app/contracts'
import { CONFIG, type Config, Problem, Throttle } from '@app/platform'
import { Passkeys, Sessions } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { callerNetwork } from '../http/caller-network.js'
import { deviceOf } from '../http/device.js'
import { Handles, Input } from '../http/operation.js'
import { SessionCookie } from '../http/session-cookie.js'
import { SessionViews } from './session-views.js'

/** Tries of one caller. */
const TRIES = { name: 'passkey', points: 50, windowSeconds: 600 }

@Controller()
export class PasskeysController {
  private readonly cookie: SessionCookie

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly passkeys: Passkeys,
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
    private readonly throttle: Throttle,
  ) {
    this.cookie = new SessionCookie(config)
  }

  @Handles(operations.offerPasskeySignIn)
  offerSignIn(@Input() _: Received<typeof operations.offerPasskeySignIn>): Promise<PasskeyOffer> {
    return this.passkeys.offerSignIn() as Promise<PasskeyOffer>
  }

  @Handles(operations.signInByPasskey)
  async signIn(@Req() request: Request, @Input() { body }: Received<typeof operations.signInByPasskey>, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const seconds = await this.throttle.take(TRIES, callerNetwork(request))
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
    const token = await this.passkeys.signIn({ ...body, response: body.response as AuthenticationResponseJSON }, deviceOf(request))
    if (token === null) throw new Problem('passkey_failed')
    // Whoever had given the password first goes on in the new session alone.
    const former = this.cookie.read(request)
    const before = former === undefined ? null : await this.sessions.find(former)
    if (before !== null) await this.sessions.close(before.sessionId)
    this.cookie.set(response, token)
    return this.views.opened(token)
  }

  @Handles(operations.offerPasskey)
  offer(@Req() { signedIn }: StaffRequest): Promise<PasskeyOffer> {
    return this.passkeys.offer(signedIn.account, signedIn.sessionId) as unknown as Promise<PasskeyOffer>
  }

  @Handles(operations.addPasskey)
  async add(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.addPasskey>, @Res({ passthrough: true }) response: Response): Promise<FactorAdded> {
    const added = await this.passkeys.add(signedIn.account.id, signedIn.sessionId, { ...body, response: body.response as RegistrationResponseJSON })
    this.cookie.set(response, added.token)
    return { session: await this.views.opened(added.token), recoveryCodes: added.recoveryCodes }
  }

  @Handles(operations.removePasskey)
  async remove(@Req() { signedIn }: StaffRequest, @Input() { params }: Received<typeof operations.removePasskey>): Promise<void> {
    await this.passkeys.remove(signedIn.account.id, params.passkeyId)
  }
}
