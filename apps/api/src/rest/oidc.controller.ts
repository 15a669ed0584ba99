import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { type OidcAddress, type OidcEnd, type Received, type SignInWays, addresses, operations } from '@app/contracts'
import { CONFIG, type Config, LOGGER, type Logger, Problem, Throttle } from '@app/platform'
import { BackChannelLogout, IdentityProvider, OidcBindings, OidcSignIn, Sessions } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { callerNetwork } from '../http/caller-network.js'
import { deviceOf } from '../http/device.js'
import { OidcCookie } from '../http/oidc-cookie.js'
import { AllowedFor, Handles, Input } from '../http/operation.js'
import { SessionCookie } from '../http/session-cookie.js'

/** Ways to the provider that one caller may begin; each comes to an end once, so nothing else needs a limit. */
const BEGUN = { name: 'oidc', points: 50, windowSeconds: 600 }

/** Refused logout tokens of one caller that stand in the log: anybody may send them, as often as they like. */
const REFUSALS_TOLD = { name: 'oidc-logout', points: 5, windowSeconds: 600 }

/** Sign-in by OpenID Connect, and the binding of accounts to what the provider knows their people as. */
@Controller()
export class OidcController {
  private readonly cookie: SessionCookie
  private readonly attempt: OidcCookie

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly provider: IdentityProvider,
    private readonly oidc: OidcSignIn,
    private readonly bindings: OidcBindings,
    private readonly sessions: Sessions,
    private readonly logout: BackChannelLogout,
    private readonly throttle: Throttle,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.cookie = new SessionCookie(config)
    this.attempt = new OidcCookie(config)
  }

  @Handles(operations.readSignInWays)
  ways(): SignInWays {
    const { name } = this.provider
    return { oidc: name === null ? null : { name } }
  }

  @Handles(operations.beginOidc)
  async begin(@Req() request: Request, @Input() { body }: Received<typeof operations.beginOidc>, @Res({ passthrough: true }) response: Response): Promise<OidcAddress> {
    const seconds = await this.throttle.take(BEGUN, callerNetwork(request))
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
    const { address, sealed } = await this.oidc.begin({ kind: 'sign_in' }, body.back)
    this.attempt.set(response, sealed)
    return { address }
  }

  @Handles(operations.beginOidcBinding)
  async beginBinding(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.beginOidcBinding>, @Res({ passthrough: true }) response: Response): Promise<OidcAddress> {
    const { address, sealed } = await this.oidc.beginBinding(signedIn, body.back)
    this.attempt.set(response, sealed)
    return { address }
  }

  /**
   * The provider sends the browser here by a link, so this GET signs in, as the protocol wants it. It does so once, and only in the browser that
   * began it by a POST: a link alone, followed by a mail gateway for example, changes nothing. Whatever goes wrong is said on the page of the
   * console that follows.
   */
  @Get(addresses.oidcCallback())
  @AllowedFor('public')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.provider.name === null) throw new Problem('not_found')
    response.setHeader('cache-control', 'no-store')
    const sealed = this.attempt.read(request)
    // A look at what is there (HEAD) is not somebody who comes back.
    if (request.method !== 'GET') return response.redirect(303, addresses.console())
    if (sealed !== undefined) this.attempt.clear(response)
    const token = this.cookie.read(request)
    const session = token === undefined ? null : await this.sessions.find(token)
    const outcome = await this.oidc.finish(sealed, new URL(request.originalUrl, 'http://path').searchParams, { session, device: deviceOf(request) })
    if (outcome.kind !== 'signed_in') {
      if (session?.nextToken) this.cookie.set(response, session.nextToken)
      return response.redirect(303, withEnd(outcome.back, outcome.kind))
    }
    // Whoever had given the password first goes on in the new session alone.
    if (session !== null) await this.sessions.close(session.sessionId)
    this.cookie.set(response, outcome.token)
    response.redirect(303, outcome.back)
  }

  /**
   * The provider itself tells that it has logged somebody out (OpenID Connect Back-Channel Logout 1.0 §2.5). No browser comes along, so there
   * is no session and no token of ours: the signature of what is sent says whose word it is.
   */
  @Post(addresses.oidcLogout())
  @AllowedFor('public')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async takeLogout(@Req() request: Request, @Res({ passthrough: true }) response: Response, @Body() body: Record<string, unknown> = {}): Promise<object | undefined> {
    if (this.provider.name === null) throw new Problem('not_found')
    const fault = await this.logout.take(body.logout_token)
    if (fault === null) return undefined
    if ((await this.throttle.take(REFUSALS_TOLD, callerNetwork(request))) === null) this.logger.warn({ fault }, 'OpenID Connect: a logout was refused')
    response.status(400)
    return { error: 'invalid_request' }
  }

  @Handles(operations.removeOidc)
  async remove(@Req() { signedIn }: StaffRequest): Promise<void> {
    if (!(await this.bindings.remove(signedIn.account.id))) throw new Problem('not_found')
  }
}

/** @param path a path of the console, which has no fragment */
function withEnd(path: string, end: OidcEnd): string {
  return `${path}${path.includes('?') ? '&' : '?'}oidc=${end}`
}
