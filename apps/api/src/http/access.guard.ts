import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { CONFIG, type Config, Problem } from '@app/platform'
import { Sessions, type SignedIn } from '@app/staff'
import { accessOf } from './operation.js'
import { SessionCookie } from './session-cookie.js'

export type StaffRequest = Request & { signedIn: SignedIn }

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Default deny: a route says who may call it. Staff routes need a session; writes among them also its CSRF token in a header,
 * which a foreign site cannot set.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookie: SessionCookie

  constructor(private readonly sessions: Sessions, @Inject(CONFIG) config: Config) {
    this.cookie = new SessionCookie(config)
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler(), context.getClass())
    if (access === undefined) throw new Problem('not_found')
    if (access === 'public') return true
    const request = context.switchToHttp().getRequest<StaffRequest>()
    // Lists of people must not stay behind in the browser's cache of a shared machine.
    context.switchToHttp().getResponse<Response>().setHeader('cache-control', 'no-store')
    const token = this.cookie.read(request)
    const signedIn = token ? await this.sessions.find(token) : null
    if (!signedIn) throw new Problem('not_signed_in')
    if (!READS.has(request.method) && !this.sessions.verifyCsrf(signedIn.sessionId, request.header('x-csrf-token') ?? '')) throw new Problem('cross_site')
    request.signedIn = signedIn
    return true
  }
}
