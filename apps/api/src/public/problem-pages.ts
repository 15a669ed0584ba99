import { createElement } from 'react'
import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import type { Problem, ProblemCode } from '@app/platform'
import { languageOf } from '../http/request-language.js'
import { PageFrames } from './page-frames.js'
import { type ProblemKind, ProblemPage, renderPage } from './views/index.js'

const KINDS: Partial<Record<ProblemCode, ProblemKind>> = {
  not_found: 'not_found', link_gone: 'gone', too_many_requests: 'too_many', internal: 'error', unavailable: 'unavailable', cross_site: 'form_expired',
}

/** A refusal as a page, in the words of the place where it happened; needs no database. */
@Injectable()
export class ProblemPages {
  constructor(private readonly frames: PageFrames) {}

  render(problem: Problem, request: Request & { id?: string }): string {
    const kind = KINDS[problem.code] ?? 'bad_request'
    return renderPage(
      createElement(ProblemPage, {
        frame: this.frames.plain(languageOf(request), null),
        kind,
        ...(kind === 'error' && request.id ? { requestId: request.id } : {}),
        ...(problem.retryAfterSeconds === undefined ? {} : { retryAfter: problem.retryAfterSeconds }),
      }),
    )
  }
}
