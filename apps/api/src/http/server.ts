import { type INestApplication } from '@nestjs/common'
import express from 'express'
import type { NestExpressApplication } from '@nestjs/platform-express'
import helmet from 'helmet'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { type Config, type Logger, PROBLEM_STATUS, Problem, newId } from '@app/platform'
import { logRequests } from './request-log.js'
import { closeSlowBodies } from './slow-bodies.js'

const CSP = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'"], 'font-src': ["'self'"], 'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"], 'form-action': ["'self'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"],
  },
}

/** What any address may be asked (RFC 9110 §9); TRACE would send back what a browser keeps from scripts. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * What stands before the routes: limits, security headers, body parsers, static files.
 * @param dist folder of everything built
 */
export function prepareServer(app: NestExpressApplication, config: Config, logger: Logger, dist: string): void {
  app.set('trust proxy', config.trustProxy.length > 0 ? config.trustProxy : false)
  app.disable('x-powered-by')
  app.set('etag', 'strong')
  app.use((request: express.Request & { id?: string }, response: express.Response, next: express.NextFunction) => {
    request.id = newId()
    response.setHeader('x-request-id', request.id)
    next()
  })
  app.use(logRequests(logger))
  // The API answers in the language asked for (names of formats, sentences): a cache must not mix them.
  app.use('/api', (_request: express.Request, response: express.Response, next: express.NextFunction) => {
    response.vary('Accept-Language')
    next()
  })
  // Pages with forms send their origin to us and nobody else; browsers post `Origin: null` from a no-referrer page (measured).
  app.use(helmet({ contentSecurityPolicy: CSP, referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: false, strictTransportSecurity: config.publicUrl.startsWith('https:') }))
  app.use((request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (METHODS.includes(request.method)) return next()
    response.setHeader('allow', METHODS.join(', '))
    next(new Problem('method_not_allowed'))
  })
  app.use('/assets', express.static(join(dist, 'public/assets'), { immutable: true, maxAge: '365d', fallthrough: false, index: false }))
  app.use('/console/assets', express.static(join(dist, 'console/assets'), { immutable: true, maxAge: '365d', fallthrough: false, index: false }))
  // Pages read forms and nothing else: a body of JSON need not be an object at all.
  app.use('/api', express.json({ limit: '64kb', strict: false, inflate: false, verify: assertUtf8 }))
  // A form of forty long answers, where each ü is written with six letters, and every box of it ticked.
  app.use(express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 2_100, inflate: false }))
}

/** JSON is UTF-8 (RFC 8259 §8.1). @throws Error with the status that the body parser hands on, for a body that says it is anything else. */
function assertUtf8(_request: unknown, _response: unknown, _body: Buffer, charset: string): void {
  if (charset !== 'utf-8') throw Object.assign(new Error(`JSON in ${charset}`), { status: PROBLEM_STATUS.unsupported_media_type })
}

/** How many connections wait to be accepted: a letter to thousands is answered within a minute (Linux cuts this to net.core.somaxconn). */
const BACKLOG = 2_048

/**
 * Slow clients are closed: whole headers within 5 s, the whole body within 8 s (files as long as they flow). Between two requests neither runs
 * (measured), so a connection may rest longer than the 60 s after which common proxies let go of it: were it shorter here, a proxy would send
 * a request into a connection that is just being closed, and answer 502.
 */
export function limitConnections(app: INestApplication): void {
  const server = app.getHttpServer() as import('node:http').Server
  server.headersTimeout = 5_000
  closeSlowBodies(server)
  // Node.js looks at the age of connections every 30 s unless told otherwise before it listens; its types know this as an option of createServer only.
  Object.assign(server, { connectionsCheckingInterval: 1_000 })
  server.keepAliveTimeout = 65_000
  server.maxHeadersCount = 100
  endRestingConnections(server)
}

/**
 * Lets a server that ends wait for requests in hand only. Node.js closes connections that rest after a request, but waits for those
 * that never sent one (browsers open some in advance), and no longer looks at their age.
 */
function endRestingConnections(server: import('node:http').Server): void {
  const resting = new Set<Socket>()
  server.on('connection', (socket) => {
    resting.add(socket)
    socket.once('close', () => resting.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    resting.delete(socket)
    response.once('close', () => {
      if (socket.destroyed) return
      if (server.listening) resting.add(socket)
      else socket.destroySoon()
    })
  })
  const close = server.close.bind(server)
  server.close = (callback) => {
    const closing = close(callback)
    for (const socket of resting) socket.destroy()
    return closing
  }
}

/** Takes requests. @throws the system's error, `EADDRINUSE` for example */
export async function listen(app: INestApplication, { port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  await app.init()
  const server = app.getHttpServer() as import('node:http').Server
  server.listen({ port, host, backlog: BACKLOG })
  await once(server, 'listening')
}
