import { type Operation, operations } from '@app/contracts'
import { newId } from '@app/platform'
import { AccountEntity, Accounts, AuditEntryEntity, CredentialEntity, SessionEntity, Sessions } from '@app/staff'
import type { OperationName } from '../access/asked.js'
import { onEachDatabase } from '../support/databases.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { TotpApp, setUpTotp } from '../support/totp-app.js'

const PASSWORD = 'ein langes Passwort'
const MINUTE = 60_000

const all = Object.entries(operations) as [OperationName, Operation][]
const guarded = all.filter(([, { proved }]) => proved).map(([name]) => name)

/** Somebody has a copy of the cookie of a session, and what its page knows; the owner goes on working in it. */
onEachDatabase('a session that was stolen', (database) => {
  let api: TestApi
  let accountId: string
  let owner: Staff
  let thief: Staff
  let app: TotpApp

  beforeAll(async () => {
    api = await openTestApi(database)
  }, 60_000)
  afterAll(() => api.app.close())
  afterEach(() => jest.restoreAllMocks())

  const { stringify } = JSON
  const clock = () => api.rooms.clock
  /** Everything by which the account can be entered. */
  const waysIn = async () => {
    const { read } = api.rooms.transactions
    const { totpSealed, passwordHash } = await read.findOneByOrFail(AccountEntity, { id: accountId })
    return stringify([totpSealed, passwordHash, await read.find(CredentialEntity, { where: { accountId }, order: { id: 'ASC' } })])
  }
  const copyOf = (staff: Staff) => {
    const copy = new Staff(api.url)
    copy.visitor.cookies.set('dialogwerk', staff.visitor.cookies.get('dialogwerk')!)
    copy.session = staff.session
    return copy
  }
  const prove = (staff: Staff, body: { password?: string; code?: string }) => staff.send(operations.proveAgain, { body })

  beforeEach(async () => {
    const email = `kim-${newId()}@stadt.example`
    const accounts = api.rooms.get(Accounts)
    accountId = await api.rooms.transactions.run((tx) => accounts.create(tx, { email, name: 'Kim Muster', role: 'organiser' }))
    await accounts.setPassword(accountId, PASSWORD)
    owner = await Staff.byPassword(api.url, email, PASSWORD)
    ;({ app } = await setUpTotp(owner, () => clock().now()))
    clock().advance(11 * MINUTE)
    thief = copyOf(owner)
    await thief.call(operations.listStaffEvents)
  })

  /** Operations that the thief gets done, or half done, without proving anything. */
  async function open(): Promise<string[]> {
    const found: string[] = []
    for (const name of guarded) {
      const params = { passkeyId: newId() }
      const response = await thief.send(operations[name], { params, ...((operations[name] as Operation).body ? { body: {} } : {}) })
      const { code } = (response.status === 204 ? {} : await response.json()) as { code?: string }
      if (response.status !== 403 || code !== 'proof_missing') found.push(`${name}: ${response.status}`)
    }
    return found
  }

  test('adds no way in and takes none away: every operation that does asks for proof, or for what only such a one gives out', async () => {
    const changing = all.filter(([, { method, path }]) => method !== 'GET' && /own-access\/(totp|passkeys|recovery-codes|oidc)/.test(path)).map(([name]) => name)
    // These two take what `offerTotp` and `offerPasskey` gave this very session.
    expect(changing.filter((name) => !guarded.includes(name))).toEqual(['confirmTotp', 'addPasskey'])
    const before = await waysIn()
    expect(await open()).toEqual([])
    expect(await waysIn()).toBe(before)
    expect(await thief.refused(operations.removeTotp)).toMatchObject({ status: 403, code: 'proof_missing', detail: expect.stringContaining('in den letzten zehn Minuten') })
  })

  test('gives no account its first password, by which the thief would then be the owner', async () => {
    await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id: accountId }, { passwordHash: null }))
    const before = await waysIn()
    const body = { password: 'ein fremdes Passwort', current: null }
    expect(await thief.refused(operations.setPassword, { body })).toMatchObject({ status: 403, code: 'proof_missing' })
    expect(await waysIn()).toBe(before)
    owner.session = await owner.call(operations.proveAgain, { body: { password: null, code: app.code() } })
    await owner.call(operations.setPassword, { body })
    expect(await waysIn()).not.toBe(before)
  })

  test('would be found where nobody looked how long ago that was', async () => {
    const find = Sessions.prototype.find
    jest.spyOn(Sessions.prototype, 'find').mockImplementation(async function (this: Sessions, token: string) {
      const found = await find.call(this, token)
      return found && { ...found, isProved: true }
    })
    expect(await open()).toEqual(expect.arrayContaining([expect.stringMatching(/^offerTotp: 2/), expect.stringMatching(/^removeTotp: 2/)]))
  })

  test('proves nothing by guesses, which slow down', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) statuses.push((await prove(thief, { password: `geraten ${n}` })).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([422, 429])
    for (const body of [{}, { password: '' }, { code: '000000' }, { password: '', code: '' }]) expect([422, 429]).toContain((await prove(thief, body)).status)
    expect(await open()).toEqual([])
  })

  test('gains nothing when its owner proves who they are: the copy is out, the owner goes on under another token', async () => {
    const before = owner.visitor.cookies.get('dialogwerk')
    owner.session = await owner.call(operations.proveAgain, { body: { password: PASSWORD, code: null } })
    expect(owner.visitor.cookies.get('dialogwerk')).not.toBe(before)
    expect(owner.session.secondFactor).toBe('given')
    expect(await thief.refused(operations.offerTotp)).toMatchObject({ status: 401 })
    await owner.call(operations.renewRecoveryCodes)
    const { read } = api.rooms.transactions
    expect((await read.find(AuditEntryEntity, { where: { subjectId: accountId }, order: { id: 'ASC' } })).map(({ action }) => action).slice(-2)).toEqual(['account.prove', 'factor.codes'])
  })

  test('is proved by a code as well, for ten minutes and not for longer; what is added does not lengthen them', async () => {
    owner.session = await owner.call(operations.proveAgain, { body: { password: null, code: app.code() } })
    clock().advance(10 * MINUTE)
    await owner.call(operations.removeTotp)
    const { address, pending } = await owner.call(operations.offerTotp)
    clock().advance(1)
    expect(await owner.refused(operations.offerTotp)).toMatchObject({ code: 'proof_missing' })
    // Begun in time, it may be ended.
    owner.session = (await owner.call(operations.confirmTotp, { body: { pending, code: new TotpApp(address, () => clock().now()).code() } })).session
    expect(await owner.refused(operations.removeTotp)).toMatchObject({ code: 'proof_missing' })
  })

  test('asks anew of sessions from before this was kept, and of those from a clock that was wrong', async () => {
    for (const provedAt of [null, new Date(clock().now().getTime() + 60 * MINUTE)]) {
      await api.rooms.transactions.run((tx) => tx.db.update(SessionEntity, { accountId }, { provedAt }))
      expect(await owner.refused(operations.offerPasskey)).toMatchObject({ code: 'proof_missing' })
    }
  })
})
