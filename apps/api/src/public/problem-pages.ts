import { createElement } from 'react'
import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import type { Language } from '@app/contracts'
import type { Problem, ProblemCode } from '@app/platform'
import { problemDocument } from '../http/problem-document.js'
import { languageOf } from '../http/request-language.js'
import { PageFrames } from './page-frames.js'
import { type ProblemKind, ProblemPage, renderPage } from './views/index.js'

const KINDS: Partial<Record<ProblemCode, ProblemKind>> = {
  not_found: 'not_found', link_gone: 'gone', too_many_requests: 'too_many', internal: 'error', unavailable: 'unavailable', cross_site: 'form_expired', bad_request: 'bad_request',
}

/** A refusal as a page, in the words of the place where it happened; needs no database. */
@Injectable()
export class ProblemPages {
  constructor(private readonly frames: PageFrames) {}

  render(problem: Problem, request: Request & { id?: string }): string {
    const language = languageOf(request)
    const known = KINDS[problem.code]
    const kind = known ?? 'bad_request'
    return renderPage(
      createElement(ProblemPage, {
        frame: this.frames.plain(language, null),
        kind,
        ...(known ? {} : { said: sentenceOf(problem, language) }),
        ...(kind === 'error' && request.id ? { requestId: request.id } : {}),
        ...(problem.retryAfterSeconds === undefined ? {} : { retryAfter: problem.retryAfterSeconds }),
      }),
    )
  }
}

/** What has no page of its own says the sentence that the API says. */
function sentenceOf(problem: Problem, language: Language): { title: string; text: string } {
  const { title, detail } = problemDocument(problem, language)
  return { title, text: detail }
}
