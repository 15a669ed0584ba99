import { randomBytes } from 'node:crypto'
import { addresses, operations } from '@app/contracts'
import { CONFIG, type Config, newId } from '@app/platform'
import { Accounts, Sessions } from '@app/staff'
import { SessionCookie } from '../../apps/api/src/http/session-cookie.js'
import { onSqlite } from '../support/databases.js'
import { TestIdentityProvider } from '../support/identity-provider.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const PASSWORD = 'Ein langes Passwort für Mainz'

onSqlite('a session that somebody laid into the browser before', (database) => {
  let api: TestApi
  let provider: TestIdentityProvider

  beforeAll(async () => {
    provider = await TestIdentityProvider.start('http://127.0.0.1:3000')
    api = await openTestApi(database, { oidc: provider.configured })
    const { pathname, search } = await provider.letIn((await api.staff.call(operations.beginOidcBinding, { body: {} })).address, 'nummer-1')
    await api.staff.visitor.raw(pathname + search)
    await api.staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
  }, 60_000)
  afterAll(async () => {
    await api.app.close()
    await provider.stop()
  })
  afterEach(() => jest.restoreAllMocks())

  const whoHas = async (cookie: string) => {
    const response = await fetch(`${api.url}${operations.readSession.path}`, { headers: { cookie: `dialogwerk=${cookie}` } })
    return response.ok ? ((await response.json()) as { account: { email: string } }).account.email : null
  }

  async function attacker(): Promise<Staff> {
    const id = await api.rooms.transactions.run((tx) => api.rooms.get(Accounts).create(tx, { email: `${newId()}@angriff.example`, name: 'Kim', role: 'reader' }))
    return api.as(id)
  }

  const ways: Record<string, (victim: Staff) => Promise<void>> = {
    'by password': async (victim) => {
      await victim.send(operations.signIn, { body: { email: api.staff.session!.account.email, password: PASSWORD } })
    },
    'by link': async (victim) => {
      const { transactions, get } = api.rooms
      const id = api.staff.session!.account.id
      const link = addresses.signIn(await transactions.run((tx) => get(Accounts).signInLink(tx, id)))
      const { form } = await victim.visitor.open(link)
      const origin = new URL(api.rooms.get<Config>(CONFIG).publicUrl).origin
      await victim.visitor.raw(form.action, { method: 'POST', headers: { origin }, body: form.filled({}) })
    },
    'by the provider': async (victim) => {
      const { pathname, search } = await provider.letIn((await victim.call(operations.beginOidc, { body: {} })).address, 'nummer-1')
      await victim.visitor.raw(pathname + search)
    },
  }

  /** What went wrong when the victim signed in with this cookie already there. */
  async function faults(way: string, laid: string, belongsTo: string | null): Promise<string[]> {
    const victim = new Staff(api.url)
    victim.visitor.cookies.set('dialogwerk', laid)
    await ways[way]!(victim)
    const now = victim.visitor.cookies.get('dialogwerk')!
    const mine = api.staff.session!.account.email
    return [
      ...(now === laid ? ['the cookie stayed'] : []),
      ...((await whoHas(now)) === mine ? [] : ['the victim is not signed in as themselves']),
      // It may have ended with the sign-in, but belongs to nobody else.
      ...([belongsTo, null].includes(await whoHas(laid)) ? [] : ['the laid cookie changed its owner']),
    ]
  }

  test.each(Object.keys(ways))('is not taken over at sign-in %s, whether invented or real', async (way) => {
    const other = await attacker()
    const real = other.visitor.cookies.get('dialogwerk')!
    expect(await faults(way, randomBytes(32).toString('base64url'), null)).toEqual([])
    expect(await faults(way, real, other.session!.account.email)).toEqual([])
    // Signed in once more, by an own former cookie: another one again.
    const own = await api.as(api.staff.session!.account.id)
    expect(await faults(way, own.visitor.cookies.get('dialogwerk')!, own.session!.account.email)).toEqual([])
  })

  test('cannot be laid by an address, a form or a header', async () => {
    const token = randomBytes(32).toString('base64url')
    for (const path of [`/console?dialogwerk=${token}`, `${operations.readSession.path}?session=${token}&dialogwerk=${token}`]) {
      const response = await fetch(api.url + path, { redirect: 'manual', headers: { authorization: `Bearer ${token}`, 'x-session': token } })
      expect(response.headers.getSetCookie()).toEqual([])
    }
  })

  test('is found where sign-in keeps the cookie, or opens the session under it', async () => {
    const other = await attacker()
    const laid = other.visitor.cookies.get('dialogwerk')!
    const set = jest.spyOn(SessionCookie.prototype, 'set').mockReturnValue(undefined)
    expect(await faults('by password', laid, other.session!.account.email)).toContain('the cookie stayed')
    set.mockRestore()
    const find = jest.spyOn(Sessions.prototype, 'find')
    find.mockImplementation(async function (this: Sessions) {
      find.mockRestore()
      const own = await this.find(api.staff.visitor.cookies.get('dialogwerk')!)
      jest.spyOn(Sessions.prototype, 'find').mockResolvedValue(own)
      return own
    })
    expect(await faults('by password', laid, other.session!.account.email)).toContain('the laid cookie changed its owner')
  })
})
