import { operations } from '@app/contracts'
import { newId } from '@app/platform'
import { AccountEntity, Accounts, AuditEntryEntity, CredentialEntity } from '@app/staff'
import { Authenticator, type Misbehaviour } from '../support/authenticator.js'
import { onEachDatabase } from '../support/databases.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const PASSWORD = 'ein langes Passwort'
const ORIGIN = 'http://localhost:3000'

onEachDatabase('a passkey', (database) => {
  let api: TestApi
  let email: string
  let accountId: string
  let device: Authenticator

  beforeAll(async () => {
    api = await openTestApi(database, { publicUrl: ORIGIN })
  }, 60_000)
  afterAll(() => api.app.close())
  beforeEach(async () => {
    email = `kim-${newId()}@stadt.example`
    device = new Authenticator(ORIGIN)
    const accounts = api.rooms.get(Accounts)
    accountId = await api.rooms.transactions.run((tx) => accounts.create(tx, { email, name: 'Kim Muster', role: 'organiser' }))
    await accounts.setPassword(accountId, PASSWORD)
  })

  const byPassword = () => Staff.byPassword(api.url, email, PASSWORD)
  const add = async (staff: Staff, label = 'Laptop', own = device) => {
    const added = await staff.call(operations.addPasskey, { body: { ...own.create(await staff.call(operations.offerPasskey)), label } })
    staff.session = added.session
    return added
  }
  const offered = () => api.stranger().call(operations.offerPasskeySignIn, { body: {} })
  const signIn = (body: ReturnType<Authenticator['get']>, staff = api.stranger()) => staff.send(operations.signInByPasskey, { body })

  test('is both factors: set up after the password, it signs in alone', async () => {
    const staff = await byPassword()
    expect(staff.session!.secondFactor).toBe('to_set_up')
    const cookie = staff.visitor.cookies.get('dialogwerk')
    const { recoveryCodes, session } = await add(staff)
    expect(recoveryCodes).toHaveLength(10)
    expect(session.secondFactor).toBe('given')
    expect(staff.visitor.cookies.get('dialogwerk')).not.toBe(cookie)
    const other = api.stranger()
    other.session = await other.call(operations.signInByPasskey, { body: device.get(await offered()) })
    expect(other.session).toMatchObject({ account: { id: accountId }, secondFactor: 'given' })
    await other.call(operations.listStaffEvents)
    expect((await byPassword()).session!.secondFactor).toBe('asked')
    const lines = await api.rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: accountId, action: 'account.sign_in' }, order: { id: 'ASC' } })
    expect(lines.map(({ change }) => change)).toEqual([null, { by: 'passkey' }, null])
  })

  test('is the second step after the password, whose session ends with it', async () => {
    await add(await byPassword())
    const staff = await byPassword()
    const half = new Staff(api.url)
    half.visitor.cookies.set('dialogwerk', staff.visitor.cookies.get('dialogwerk')!)
    staff.session = await staff.call(operations.signInByPasskey, { body: device.get(await offered()) })
    await staff.call(operations.listStaffEvents)
    expect(await half.refused(operations.readSession)).toMatchObject({ status: 401 })
  })

  test('has a name beside others, and is removed one by one', async () => {
    const staff = await byPassword()
    const phone = new Authenticator(ORIGIN)
    await add(staff, 'Laptop')
    expect((await add(staff, 'Telefon', phone)).recoveryCodes).toBeNull()
    const passkeys = () => staff.call(operations.readOwnAccess).then((own) => own.passkeys)
    expect((await passkeys()).map(({ label, lastUsedAt }) => [label, lastUsedAt])).toEqual([['Laptop', null], ['Telefon', null]])
    await staff.call(operations.removePasskey, { params: { passkeyId: (await passkeys())[0]!.id } })
    expect((await signIn(device.get(await offered()))).status).toBe(401)
    expect((await signIn(phone.get(await offered()))).status).toBe(200)
    const stranger = api.staff
    expect(await stranger.refused(operations.removePasskey, { params: { passkeyId: (await passkeys())[0]!.id } })).toMatchObject({ status: 404 })
    await staff.call(operations.removePasskey, { params: { passkeyId: (await passkeys())[0]!.id } })
    expect((await staff.call(operations.readSession)).secondFactor).toBe('to_set_up')
    expect(await api.rooms.transactions.read.countBy(CredentialEntity, { accountId })).toBe(0)
  })

  test('counts each answer once, also given twice at the same moment', async () => {
    await add(await byPassword())
    const body = device.get(await offered())
    const statuses = (await Promise.all([signIn(body), signIn(body), signIn(body)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 401, 401])
    expect((await signIn(body)).status).toBe(401)
    // A device that does not count, as those that keep passkeys in step with others do not: the challenge alone decides.
    const silent = new Authenticator(ORIGIN)
    const staff = await byPassword()
    staff.session = await staff.call(operations.signInByPasskey, { body: device.get(await offered()) })
    await staff.call(operations.addPasskey, { body: { ...silent.create(await staff.call(operations.offerPasskey), { counter: 0 }), label: 'Ohne Zähler' } })
    const uncounted = silent.get(await offered(), { counter: 0 })
    expect([(await signIn(uncounted)).status, (await signIn(uncounted)).status]).toEqual([200, 401])
  })

  test.each<[string, Misbehaviour]>([
    ['another site', { origin: 'https://dialogwerk.example.evil' }], ['another port', { origin: 'http://localhost:3001' }], ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['another name', { rpId: 'localhost.evil' }], ['nobody who was checked', { isVerified: false }], ['a counter that went back', { counter: 1 }],
  ])('is refused when it answers for %s', async (_, wrong) => {
    await add(await byPassword())
    expect((await signIn(device.get(await offered()))).status).toBe(200)
    expect((await signIn(device.get(await offered(), wrong))).status).toBe(401)
    // Negative control: the very same device without that.
    expect((await signIn(device.get(await offered()))).status).toBe(200)
  })

  test('is not taken over by another session, another purpose, too late or twice', async () => {
    const [staff, other] = [await byPassword(), await byPassword()]
    const offer = await staff.call(operations.offerPasskey)
    const body = { ...device.create(offer), label: 'Laptop' }
    expect(await other.refused(operations.addPasskey, { body })).toMatchObject({ status: 410 })
    expect(await staff.refused(operations.addPasskey, { body: { ...device.create(await offered()), label: 'x' } })).toMatchObject({ status: 410 })
    expect(await staff.refused(operations.addPasskey, { body: { ...device.create(offer, { origin: 'https://evil.example' }), label: 'x' } })).toMatchObject({ status: 422 })
    expect(await staff.refused(operations.addPasskey, { body: { ...body, label: ' ' } })).toMatchObject({ status: 422, errors: [{ pointer: '/label' }] })
    const late = await staff.call(operations.offerPasskey)
    api.rooms.clock.advance(10 * 60_000)
    expect(await staff.refused(operations.addPasskey, { body: { ...device.create(late), label: 'x' } })).toMatchObject({ status: 410 })
    await add(staff)
    const again = await staff.call(operations.offerPasskey)
    expect(await staff.refused(operations.addPasskey, { body: { ...device.create(again), label: 'Noch einmal' } })).toMatchObject({ status: 422, errors: [{ pointer: '/response' }] })
  })

  test('tells nobody who has one: its options name no account, and an unknown device is answered like a wrong one', async () => {
    await add(await byPassword())
    const { options } = await offered()
    expect(JSON.stringify(options)).not.toContain(device.id)
    expect(Object.keys(options).sort()).toEqual(['challenge', 'rpId', 'timeout', 'userVerification'])
    const text = async (response: Response) => [response.status, (await response.json() as { code: string }).code]
    const unknown = await text(await signIn(new Authenticator(ORIGIN).get(await offered())))
    expect(unknown).toEqual([401, 'passkey_failed'])
    expect(await text(await signIn(device.get(await offered(), { isVerified: false })))).toEqual(unknown)
    await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id: accountId }, { state: 'closed' }))
    expect(await text(await signIn(device.get(await offered())))).toEqual(unknown)
  })

  test('answers nonsense with a sentence', async () => {
    const body = device.get(await offered())
    const { response } = body.response
    for (const wrong of [{ ...body, response: { ...body.response, response: { ...response, clientDataJSON: 'x' } } }, { ...body, pending: 'x' }, { ...body, response: { ...body.response, id: '💥' } }]) {
      expect((await signIn(wrong)).status).toBe(401)
    }
    expect((await signIn({ ...body, response: { ...body.response, response: { clientDataJSON: 'x' } } } as never)).status).toBe(422)
    expect((await signIn({ pending: 'x' } as never)).status).toBe(422)
  })
})
