import { type Operation, addresses, operations } from '@app/contracts'
import { CONFIG, type Config, newId } from '@app/platform'
import { Sessions } from '@app/staff'
import { FormTokens } from '../../apps/api/src/http/form-tokens.js'
import { routesOf } from '../access/routes.js'
import { onSqlite } from '../support/databases.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const EVIL = 'https://evil.example'
/** What a browser says of a page that is not ours (Fetch Metadata, Origin), and what one says that tells nothing. */
const foreign = (own: string): Record<string, Record<string, string>> => ({
  'another site': { 'sec-fetch-site': 'cross-site', origin: EVIL },
  'another site that names our origin': { 'sec-fetch-site': 'cross-site', origin: own },
  'a sister site': { 'sec-fetch-site': 'same-site', origin: own.replace('://', '://www.') },
  'an address typed in': { 'sec-fetch-site': 'none' },
  'an older browser on another site': { origin: EVIL },
  'another port': { origin: `${own.replace(/:\d+$/, '')}:1` },
  'a sandboxed frame': { origin: 'null' },
  'something that begins like us': { origin: `${own}.evil.example` },
  'a client that says nothing': {},
})

/** Sent by a server, without a browser and so without a session: believed for its signature alone (OpenID Connect Back-Channel Logout 1.0 §2.5). */
const BETWEEN_SERVERS = [`POST ${addresses.oidcLogout()}`]

const all = Object.entries(operations) as [string, Operation][]
const writing = all.filter(([, { method }]) => method !== 'GET')

onSqlite('what is sent from a foreign page', (database) => {
  let api: TestApi
  let own: string
  let forms: string[]

  beforeAll(async () => {
    api = await openTestApi(database)
    own = new URL(api.rooms.get<Config>(CONFIG).publicUrl).origin
    const ofOperations = new Set(all.map(([, { method, path }]) => `${method} ${path}`))
    const others = routesOf(api.app).filter((route) => !route.startsWith('GET ') && !ofOperations.has(route))
    expect(others).toEqual(expect.arrayContaining(BETWEEN_SERVERS))
    forms = others.filter((route) => !BETWEEN_SERVERS.includes(route))
  }, 60_000)
  afterAll(() => api.app.close())
  afterEach(() => jest.restoreAllMocks())

  const addressOf = (path: string) => path.replace(/:\w+/g, newId())
  /** The code stands in problem documents; a page says it in words. */
  async function isRefused(answer: Response): Promise<boolean> {
    const text = await answer.text()
    return answer.status === 403 && (answer.headers.get('content-type')!.startsWith('text/html') || text.includes('"cross_site"'))
  }

  /** Forms that take what a foreign page has sent. */
  async function takenForms(): Promise<string[]> {
    const taken: string[] = []
    for (const route of forms) {
      const [method, path] = route.split(' ') as [string, string]
      for (const [who, headers] of Object.entries(foreign(own))) {
        const answer = await api.staff.visitor.raw(addressOf(path), { method, headers, body: new URLSearchParams({ familyName: 'Eva' }) })
        if (!(await isRefused(answer))) taken.push(`${route} from ${who}: ${answer.status}`)
      }
    }
    return taken
  }

  /** Operations of a session that are done without its own token, whatever the browser says of the page. */
  async function takenOperations(): Promise<string[]> {
    const other = await api.as(api.staff.session!.account.id)
    const tokens: Record<string, Record<string, string>> = {
      'no token': {}, 'an empty token': { 'x-csrf-token': '' }, 'the token of another session': { 'x-csrf-token': other.session!.csrf },
      'a token of a form': { 'x-csrf-token': api.rooms.get(FormTokens).issue('signin', 'a') },
    }
    const taken: string[] = []
    for (const [name, { method, path, access }] of writing.filter(([, operation]) => operation.access !== 'public')) {
      for (const [what, token] of Object.entries(tokens)) {
        for (const [who, headers] of Object.entries(what === 'no token' ? foreign(own) : { 'our own page': { 'sec-fetch-site': 'same-origin', origin: own } })) {
          const answer = await api.staff.visitor.raw(addressOf(path), { method, headers: { ...headers, ...token, 'content-type': 'application/json' }, body: '{}' })
          if (!(await isRefused(answer))) taken.push(`${name} (${JSON.stringify(access)}) with ${what} from ${who}: ${answer.status}`)
        }
      }
    }
    return taken
  }

  test('is refused by every form, and what comes from the own page is not', async () => {
    expect(forms.length).toBeGreaterThanOrEqual(7)
    expect(await takenForms()).toEqual([])
    for (const route of forms) {
      const [method, path] = route.split(' ') as [string, string]
      for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: own }] as Record<string, string>[]) {
        // Past the check of the sender, each says in its own way that the address leads nowhere; a form of a link lacks its token,
        // but what may be a large file is read for a link that holds only.
        const answer = await api.staff.visitor.raw(addressOf(path), { method, headers, body: new URLSearchParams() })
        expect([route, answer.status]).toEqual([route, path.startsWith('/de/') || path.startsWith('/en/') || path.includes('/datei/') ? 404 : 403])
      }
    }
  }, 60_000)

  test('is refused by every operation of a session without its own token, and the session goes on', async () => {
    expect(await takenOperations()).toEqual([])
    await api.staff.call(operations.readSession)
    // With the token, none is refused for the sender: the refusals above were not for another reason.
    for (const [name, { method, path }] of writing.filter(([one, operation]) => operation.access !== 'public' && !['signOut', 'removeTotp'].includes(one))) {
      const answer = await api.staff.visitor.raw(addressOf(path), { method, headers: { 'x-csrf-token': api.staff.session!.csrf, 'content-type': 'application/json' }, body: '{}' })
      expect([name, answer.status === 403]).toEqual([name, false])
    }
  }, 120_000)

  test('cannot be sent to a public operation: no form speaks JSON, and no page gets leave to', async () => {
    const open = writing.filter(([, { access }]) => access === 'public')
    expect(open.map(([name]) => name)).toEqual(['register', 'signIn', 'offerPasskeySignIn', 'signInByPasskey', 'beginOidc', 'askReset', 'resetPassword'])
    for (const [name, { method, path }] of open) {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'text/plain; application/json', undefined]) {
        const answer = await fetch(api.url + addressOf(path), { method, headers: { origin: EVIL, ...(type ? { 'content-type': type } : {}) }, body: Buffer.from('{"email":"a@b.example"}') })
        expect([name, type, answer.status]).toEqual([name, type, 415])
      }
    }
    for (const [name, { method, path }] of all) {
      const headers = { origin: EVIL, 'access-control-request-method': method, 'access-control-request-headers': 'content-type,x-csrf-token' }
      const answer = await fetch(api.url + addressOf(path), { method: 'OPTIONS', headers })
      expect([name, [...answer.headers.keys()].filter((header) => header.startsWith('access-control-'))]).toEqual([name, []])
    }
  }, 60_000)

  test('is found when forms take it', async () => {
    jest.spyOn(FormTokens.prototype, 'assertOwnSite').mockReturnValue(undefined)
    // Forms of a link are still kept by their token, which a foreign page does not have.
    jest.spyOn(FormTokens.prototype, 'check').mockReturnValue('good')
    const taken = await takenForms()
    for (const route of forms) expect(taken.filter((line) => line.startsWith(`${route} `)).length).toBe(Object.keys(foreign(own)).length)
  }, 60_000)

  test('is found when operations take it', async () => {
    jest.spyOn(Sessions.prototype, 'verifyCsrf').mockReturnValue(true)
    jest.spyOn(Sessions.prototype, 'close').mockResolvedValue(undefined)
    const cookies = new Map(api.staff.visitor.cookies)
    const delete_ = jest.spyOn(api.staff.visitor.cookies, 'delete').mockReturnValue(false)
    const taken = await takenOperations()
    delete_.mockRestore()
    expect(api.staff.visitor.cookies).toEqual(cookies)
    for (const [name] of writing.filter(([, { access }]) => access !== 'public')) expect([name, taken.some((line) => line.startsWith(`${name} `))]).toEqual([name, true])
  }, 120_000)
})
