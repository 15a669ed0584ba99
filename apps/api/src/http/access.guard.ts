import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import type { Access, FactorStanding, Permission } from '@app/contracts'
import { CONFIG, type Config, Problem } from '@app/platform'
import { Gate, Sessions, type SignedIn } from '@app/staff'
import { accessOf, operationOf } from './operation.js'
import { SessionCookie } from './session-cookie.js'

export type StaffRequest = Request & {
  signedIn: SignedIn
  /** What the caller may do at the node of the address, or anywhere where the address names none. */
  may: Permission[]
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Default deny: a route says who may call it. What is not public needs a session; writes among it also its CSRF token in a header, which
 * a foreign site cannot set; and what stands at a node of the programme a role there.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookie: SessionCookie

  constructor(private readonly sessions: Sessions, private readonly gate: Gate, @Inject(CONFIG) config: Config) {
    this.cookie = new SessionCookie(config)
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler(), context.getClass())
    if (access === undefined) throw new Problem('not_found')
    if (access === 'public') return true
    const request = context.switchToHttp().getRequest<StaffRequest>()
    // Lists of people must not stay behind in the browser's cache of a shared machine.
    const response = context.switchToHttp().getResponse<Response>()
    response.setHeader('cache-control', 'no-store')
    const token = this.cookie.read(request)
    const signedIn = token ? await this.sessions.find(token) : null
    if (!signedIn) throw new Problem('not_signed_in')
    if (!READS.has(request.method) && !this.sessions.verifyCsrf(signedIn.sessionId, request.header('x-csrf-token') ?? '')) throw new Problem('cross_site')
    if (lacksFactor(access, signedIn.secondFactor)) throw new Problem('second_factor_missing')
    if (operationOf(context.getHandler())?.proved && !signedIn.isProved) throw new Problem('proof_missing')
    if (signedIn.nextToken !== null) this.cookie.set(response, signedIn.nextToken)
    request.signedIn = signedIn
    request.may = typeof access === 'string' ? signedIn.rights.somewhere : await this.gate.admit(signedIn.rights, access, String(request.params.id))
    return true
  }
}

/** With the password alone nobody gets further than to the second factor; whoever needs one and has none, no further than to setting it up. */
function lacksFactor(access: Access, standing: FactorStanding): boolean {
  if (access === 'entering') return false
  return standing === 'asked' || (standing === 'to_set_up' && access !== 'signed_in')
}
