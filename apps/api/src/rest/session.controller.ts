import { Controller, Inject, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { type Received, type SessionView, operations } from '@app/contracts'
import { CONFIG, type Config, Problem, Throttle } from '@app/platform'
import { Accounts, Sessions } from '@app/staff'
import { callerNetwork } from '../http/caller-network.js'
import type { StaffRequest } from '../http/access.guard.js'
import { deviceOf } from '../http/device.js'
import { Handles, Input } from '../http/operation.js'
import { SessionCookie } from '../http/session-cookie.js'
import { SessionViews } from './session-views.js'

/** Tries of one caller, whatever account they aim at. */
const TRIES = { name: 'sign-in', points: 50, windowSeconds: 600 }
/** Tries of one caller at one address, whether or not there is such an account; each account slows down on its own as well. */
const TRIES_AT_ADDRESS = { name: 'sign-in-at', points: 10, windowSeconds: 900 }

@Controller()
export class SessionController {
  private readonly cookie: SessionCookie

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
    private readonly views: SessionViews,
  ) {
    this.cookie = new SessionCookie(config)
  }

  @Handles(operations.signIn)
  async signIn(@Input() { body }: Received<typeof operations.signIn>, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const caller = callerNetwork(request)
    const seconds = (await this.throttle.take(TRIES, caller)) ?? (await this.throttle.take(TRIES_AT_ADDRESS, `${caller} ${body.email.toLowerCase()}`))
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
    const result = await this.accounts.signIn(body.email, body.password, deviceOf(request))
    if (result.kind === 'wait') throw new Problem('too_many_requests', {}, [], result.seconds)
    const signedIn = result.kind === 'signed_in' ? await this.sessions.find(result.token) : null
    if (result.kind !== 'signed_in' || !signedIn) throw new Problem('sign_in_failed')
    this.cookie.set(response, result.token)
    return this.views.of(signedIn)
  }

  @Handles(operations.readSession)
  read(@Req() { signedIn }: StaffRequest): Promise<SessionView> {
    return this.views.of(signedIn)
  }

  @Handles(operations.signOut)
  async signOut(@Req() { signedIn }: StaffRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.close(signedIn.sessionId)
    this.cookie.clear(response)
  }
}
