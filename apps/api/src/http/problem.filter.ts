import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common'
import type { Request, Response } from 'express'
import { LOGGER, type Logger, PROBLEM_STATUS, Problem, type ProblemCode, REPORT, type Report, storeFaultOf } from '@app/platform'
import { ProblemPages } from '../public/problem-pages.js'
import { problemDocument } from './problem-document.js'
import { languageOf } from './request-language.js'

/** Every refusal and every fault ends here: problem+json under /api, a page with the same meaning elsewhere. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger, @Inject(REPORT) private readonly report: Report, private readonly pages: ProblemPages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id?: string }>()
    const response = host.switchToHttp().getResponse<Response>()
    const problem = problemOf(error)
    // While a store is gone everybody is refused for the same reason, which is worth one line, not one each.
    if (problem.code === 'unavailable') this.report(error)
    else if (problem.status >= 500) this.logger.error({ err: error, request: request.id }, 'request failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    if (problem.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(problem.retryAfterSeconds))
    response.setHeader('cache-control', 'no-store')
    response.status(problem.status)
    if (request.path.startsWith('/api/') || request.path === '/api' || request.is('application/json')) {
      response.type('application/problem+json').send(JSON.stringify(problemDocument(problem, languageOf(request))))
    } else {
      response.type('html').send(this.pages.render(problem, request))
    }
  }
}

const BY_STATUS = new Map(Object.entries(PROBLEM_STATUS).map(([code, status]) => [status, code as ProblemCode]).reverse() as [number, ProblemCode][])

/**
 * What the caller may know of an error; everything unexpected is `internal`. A database that is gone, full or overloaded is `unavailable`, two people
 * who add the same at the same moment are a `conflict` of the second.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HttpException) return new Problem(BY_STATUS.get(error.getStatus()) ?? (error.getStatus() < 500 ? 'bad_request' : 'internal'))
  // Errors of the body parsers carry a status of their own.
  const { status, code } = error as { status?: unknown; code?: unknown }
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem(BY_STATUS.get(status) ?? 'bad_request')
  if (typeof code === 'string' && DUPLICATE.has(code)) return new Problem('conflict')
  if (storeFaultOf(error) !== null) return new Problem('unavailable', {}, [], 5)
  return new Problem('internal')
}

const DUPLICATE = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])
