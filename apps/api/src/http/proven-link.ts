import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { Request } from 'express'
import type { Observable } from 'rxjs'
import { PersonalLinks, Problem, Throttle } from '@app/platform'
import { FormTokens } from './form-tokens.js'

/** Files of one person; more than anybody needs, and few enough that nobody fills a disk. */
const UPLOADS = { name: 'uploads', points: 30, windowSeconds: 600 }

/** Stands before a body is read that may be large: only our own page may send one, for whoever has a personal link that holds. */
@Injectable()
export class ProvenLink implements NestInterceptor {
  constructor(private readonly links: PersonalLinks, private readonly throttle: Throttle, private readonly forms: FormTokens) {}

  /** @throws Problem `cross_site`, `not_found`, `link_gone`, `too_many_requests` with the seconds to wait */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>()
    this.forms.assertOwnSite(request)
    const link = await this.links.find('manage', String(request.params['token']))
    if (link.kind === 'unknown') throw new Problem('not_found')
    if (link.kind === 'gone') throw new Problem('link_gone')
    const seconds = await this.throttle.take(UPLOADS, link.subjectId)
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
    return next.handle()
  }
}
