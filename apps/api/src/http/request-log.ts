import type { NextFunction, Request, Response } from 'express'
import type { Logger } from '@app/platform'
import { announceRequest } from '../../../metrics/request-channel.js'

/** One line per request: route pattern instead of address, so that no slug of a person, token or search word is ever logged. */
export function logRequests(logger: Logger) {
  return (request: Request & { id?: string }, response: Response, next: NextFunction): void => {
    const started = performance.now()
    response.once('close', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path
      announceRequest({ method: request.method, route: typeof route === 'string' ? route : 'none', status: response.statusCode, milliseconds: performance.now() - started })
      logger.debug({
        request: request.id, method: request.method, route: typeof route === 'string' ? route : 'none', status: response.statusCode,
        ms: Math.round(performance.now() - started), ...(response.writableFinished ? {} : { aborted: true }),
      }, 'request')
    })
    next()
  }
}
