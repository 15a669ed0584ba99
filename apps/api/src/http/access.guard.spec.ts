import type { ExecutionContext } from '@nestjs/common'
import type { Access, Permission, Rule } from '@app/contracts'
import { Problem } from '@app/platform'
import type { Gate, Sessions } from '@app/staff'
import { AccessGuard } from './access.guard.js'
import { AllowedFor } from './operation.js'

const sessions = {
  find: async (token: string) => (['known', 'stale', 'asked', 'to_set_up'].includes(token) ? { sessionId: 's', secondFactor: token === 'asked' || token === 'to_set_up' ? token : 'given', account: {}, rights: { somewhere: ['programme.read'] }, csrf: 'c', nextToken: token === 'stale' ? 'next' : null } : null),
  verifyCsrf: (sessionId: string, token: string) => sessionId === 's' && token === 'c',
} as unknown as Sessions
/** Lets people read at one event and do nothing else. */
const gate = {
  admit: async (_: unknown, { may }: Rule, id: string): Promise<Permission[]> => {
    if (id !== 'mine') throw new Problem('not_found')
    if (may !== 'people.read') throw new Problem('forbidden')
    return ['people.read']
  },
} as unknown as Gate
const guard = new AccessGuard(sessions, gate, { publicUrl: 'https://dialog.example' } as never)

/** One request to a route of that access. */
async function ask(access: Access | null, { method = 'GET', cookie = '', csrf = '', id = '' } = {}) {
  class Controller {
    route(): void {}
  }
  if (access !== null) AllowedFor(access)(Controller.prototype, 'route', Object.getOwnPropertyDescriptor(Controller.prototype, 'route')!)
  const headers: Record<string, string> = {}
  const request: Record<string, unknown> = { method, params: { id }, headers: { cookie }, header: (name: string) => (name === 'x-csrf-token' ? csrf : undefined) }
  const set = (name: string, value: string) => void (headers[name] = value)
  const response = { setHeader: set, appendHeader: set }
  const context = {
    getHandler: () => Controller.prototype.route, getClass: () => Controller,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
  } as unknown as ExecutionContext
  const answer = await guard.canActivate(context).catch((error: unknown) => (error instanceof Problem ? error.code : error))
  return { answer, headers, may: request.may }
}

const cookie = '__Host-dialogwerk=known'

test('denies what does not say who may call it', async () => {
  expect((await ask(null, { cookie })).answer).toBe('not_found')
})

test('lets everybody read what is public, and leaves its caching alone', async () => {
  expect(await ask('public')).toEqual({ answer: true, headers: {}, may: undefined })
})

test('asks for a session where staff reads, and keeps the answer out of every cache', async () => {
  expect(await ask('signed_in')).toEqual({ answer: 'not_signed_in', headers: { 'cache-control': 'no-store' }, may: undefined })
  expect(await ask('signed_in', { cookie })).toEqual({ answer: true, headers: { 'cache-control': 'no-store' }, may: ['programme.read'] })
  expect((await ask('signed_in', { cookie: 'dialogwerk=known' })).answer).toBe('not_signed_in')
})

test('asks for the token of the session where staff writes', async () => {
  expect((await ask('signed_in', { cookie, method: 'POST' })).answer).toBe('cross_site')
  expect((await ask('signed_in', { cookie, method: 'DELETE', csrf: 'x' })).answer).toBe('cross_site')
  expect((await ask('signed_in', { cookie, method: 'POST', csrf: 'c' })).answer).toBe(true)
})

test('asks the gate where a right is needed, for reading and writing alike, and hands on what may be done there', async () => {
  const people: Access = { may: 'people.read', at: 'event' }
  expect(await ask(people, { cookie, id: 'mine' })).toMatchObject({ answer: true, may: ['people.read'] })
  expect((await ask(people, { cookie, id: 'theirs' })).answer).toBe('not_found')
  expect((await ask({ may: 'people.write', at: 'event' }, { cookie, id: 'mine', method: 'POST', csrf: 'c' })).answer).toBe('forbidden')
  expect((await ask(people, { id: 'mine' })).answer).toBe('not_signed_in')
})

test('changes the cookie of a session whose roles have changed, whatever is answered', async () => {
  const stale = cookie.replace('known', 'stale')
  expect((await ask('signed_in', { cookie: stale })).headers['set-cookie']).toMatch(/^__Host-dialogwerk=next;/)
  const refused = await ask({ may: 'people.read', at: 'event' }, { cookie: stale, id: 'theirs' })
  expect([refused.answer, refused.headers['set-cookie']]).toEqual(['not_found', expect.stringMatching(/=next;/)])
})

test('lets nobody further without the second factor than to giving it, or to setting it up', async () => {
  const rule: Rule = { may: 'people.read', at: 'event' }
  const answers = async (standing: string) => {
    const asked = { cookie: `__Host-dialogwerk=${standing}`, id: 'mine' }
    return [(await ask('entering', asked)).answer, (await ask('signed_in', asked)).answer, (await ask(rule, asked)).answer]
  }
  expect(await answers('asked')).toEqual([true, 'second_factor_missing', 'second_factor_missing'])
  expect(await answers('to_set_up')).toEqual([true, true, 'second_factor_missing'])
  expect(await answers('known')).toEqual([true, true, true])
})
