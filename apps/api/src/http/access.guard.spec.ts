import type { ExecutionContext } from '@nestjs/common'
import { Problem } from '@app/platform'
import type { Sessions } from '@app/staff'
import { AccessGuard } from './access.guard.js'
import { type Access, AllowedFor } from './operation.js'

const sessions = {
  find: async (token: string) => (token === 'known' ? { sessionId: 's', account: {}, csrf: 'c' } : null),
  verifyCsrf: (sessionId: string, token: string) => sessionId === 's' && token === 'c',
} as unknown as Sessions
const guard = new AccessGuard(sessions, { publicUrl: 'https://dialog.example' } as never)

/** One request to a route of that access. */
async function ask(access: Access | null, { method = 'GET', cookie = '', csrf = '' } = {}) {
  class Controller {
    route(): void {}
  }
  if (access !== null) AllowedFor(access)(Controller.prototype, 'route', Object.getOwnPropertyDescriptor(Controller.prototype, 'route')!)
  const headers: Record<string, string> = {}
  const request = { method, headers: { cookie }, header: (name: string) => (name === 'x-csrf-token' ? csrf : undefined) }
  const response = { setHeader: (name: string, value: string) => void (headers[name] = value) }
  const context = {
    getHandler: () => Controller.prototype.route, getClass: () => Controller,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
  } as unknown as ExecutionContext
  const answer = await guard.canActivate(context).catch((error: unknown) => (error instanceof Problem ? error.code : error))
  return { answer, headers }
}

const cookie = '__Host-dialogwerk=known'

test('denies what does not say who may call it', async () => {
  expect((await ask(null, { cookie })).answer).toBe('not_found')
})

test('lets everybody read what is public, and leaves its caching alone', async () => {
  expect(await ask('public')).toEqual({ answer: true, headers: {} })
})

test('asks for a session where staff reads, and keeps the answer out of every cache', async () => {
  expect(await ask('staff')).toEqual({ answer: 'not_signed_in', headers: { 'cache-control': 'no-store' } })
  expect(await ask('staff', { cookie })).toEqual({ answer: true, headers: { 'cache-control': 'no-store' } })
  expect((await ask('staff', { cookie: 'dialogwerk=known' })).answer).toBe('not_signed_in')
})

test('asks for the token of the session where staff writes', async () => {
  expect((await ask('staff', { cookie, method: 'POST' })).answer).toBe('cross_site')
  expect((await ask('staff', { cookie, method: 'DELETE', csrf: 'x' })).answer).toBe('cross_site')
  expect((await ask('staff', { cookie, method: 'POST', csrf: 'c' })).answer).toBe(true)
})
