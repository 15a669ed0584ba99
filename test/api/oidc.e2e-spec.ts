import { generateKeyPairSync } from 'node:crypto'
import { IsNull, Not } from 'typeorm'
import { addresses, operations } from '@app/contracts'
import { Throttle, newId } from '@app/platform'
import { AccountEntity, Accounts, AuditEntryEntity, Closing, CredentialEntity, IdentityProvider, OidcBindings, SessionEntity, Sessions, accountActor } from '@app/staff'
import { OidcAttempts } from '../../libs/staff/src/oidc/oidc-attempts.js'
import { onEachDatabase, onSqlite } from '../support/databases.js'
import { CLIENT_ID, CLIENT_SECRET, type Fault, type IdToken, type Proved, TestIdentityProvider } from '../support/identity-provider.js'
import { plainRequest } from '../support/plain-request.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { setUpTotp } from '../support/totp-app.js'

const PASSWORD = 'ein langes Passwort'
const PUBLIC_URL = 'http://127.0.0.1:3000'
const OWN_ACCESS = '/console/mein-zugang'

onEachDatabase('sign-in by OpenID Connect', (database) => {
  let api: TestApi
  let provider: TestIdentityProvider
  let email: string
  let accountId: string
  let subject: string

  beforeAll(async () => {
    provider = await TestIdentityProvider.start(PUBLIC_URL)
    api = await openTestApi(database, { publicUrl: PUBLIC_URL, oidc: provider.configured })
    provider.productAt = api.url
  }, 60_000)
  afterAll(async () => {
    await api.app.close()
    await provider.stop()
  })
  beforeEach(async () => {
    // All browsers of this test share one address.
    jest.spyOn(api.rooms.get(Throttle), 'take').mockResolvedValue(null)
    email = `kim-${newId()}@stadt.example`
    subject = `nummer-${newId()}`
    accountId = await account(email)
  })
  afterEach(() => {
    jest.restoreAllMocks()
    provider.bend = null
    provider.fails = provider.tellsNothing = null
  })

  /** Somebody whose role asks for no second factor. */
  async function account(address: string, role: 'reader' | 'organiser' = 'reader'): Promise<string> {
    const accounts = api.rooms.get(Accounts)
    const id = await api.rooms.transactions.run((tx) => accounts.create(tx, { email: address, name: 'Kim Muster', role }))
    await accounts.setPassword(id, PASSWORD)
    return id
  }

  const trusting = (trustMfa: boolean) => Object.assign(provider.configured, { trustMfa })
  const read = () => api.rooms.transactions.read
  const begin = async (staff: Staff, back?: string) => (await staff.call(operations.beginOidc, { body: back === undefined ? {} : { back } })).address
  const beginBinding = async (staff: Staff) => (await staff.call(operations.beginOidcBinding, { body: { back: OWN_ACCESS } })).address
  /** The browser comes back to the product, which listens elsewhere in this test than its address says. */
  const comeBack = async (staff: Staff, { pathname, search }: URL) => {
    const answer = await staff.visitor.raw(`${api.url}${pathname}${search}`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store'])
    return answer.headers.get('location')
  }
  const bind = async (staff: Staff, as = subject) => comeBack(staff, await provider.letIn(await beginBinding(staff), as))
  const bound = async () => {
    expect(await bind(await api.as(accountId))).toBe(`${OWN_ACCESS}?oidc=bound`)
  }
  /** A new browser goes all the way; null: not signed in. */
  const signIn = async (as = subject, proved: Proved = {}, staff = api.stranger()) => {
    const ended = await comeBack(staff, await provider.letIn(await begin(staff), as, proved))
    const answer = await staff.send(operations.readSession)
    if (answer.ok) staff.session = operations.readSession.answer.parse(await answer.json())
    return { staff, ended, session: staff.session }
  }
  const actions = async () => (await read().find(AuditEntryEntity, { where: { subjectId: accountId }, order: { id: 'ASC' } })).map(({ action, change }) => [action, change])

  test('is bound by whoever is signed in, signs in without a password from then on, and stands in the log', async () => {
    const staff = await Staff.byPassword(api.url, email, PASSWORD)
    expect(await api.stranger().call(operations.readSignInWays)).toEqual({ oidc: { name: 'Hausanmeldung' } })
    expect((await staff.call(operations.readOwnAccess)).oidc).toEqual({ name: 'Hausanmeldung', since: null, lastUsedAt: null })
    expect(await bind(staff)).toBe(`${OWN_ACCESS}?oidc=bound`)
    expect((await staff.call(operations.readOwnAccess)).oidc).toMatchObject({ since: expect.any(String), lastUsedAt: null })
    const { ended, session, staff: other } = await signIn()
    expect([ended, session!.account.id, session!.secondFactor]).toEqual(['/console', accountId, 'not_needed'])
    await other.call(operations.listStaffEvents)
    expect(other.visitor.cookies.has('dialogwerk-oidc')).toBe(false)
    expect((await other.call(operations.readOwnAccess)).sessions.map(({ openedBy }) => openedBy).sort()).toEqual(['oidc', 'password'])
    expect((await staff.call(operations.readOwnAccess)).oidc).toMatchObject({ lastUsedAt: expect.any(String) })
    expect((await actions()).slice(-3)).toEqual([['account.sign_in', null], ['account.bind', { issuer: `${provider.issuer}/` }], ['account.sign_in', { by: 'oidc' }]])
  })

  test('keeps nothing of what the provider knows but a digest, and asks it for nothing else', async () => {
    const address = new URL(await begin(api.stranger()))
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: CLIENT_ID, response_type: 'code', scope: 'openid', redirect_uri: `${PUBLIC_URL}/anmelden/oidc/callback`, code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    await bound()
    const row = await read().findOneByOrFail(CredentialEntity, { accountId, kind: 'oidc' })
    expect(JSON.stringify(row)).not.toContain(subject)
    expect(row.externalId).toMatch(/^[0-9a-f]{64}$/)
  })

  test('leads back to where somebody was, and only within the console', async () => {
    await bound()
    const back = `/console/veranstaltungen/${newId()}/personen?q=K%C3%B6ln`
    const staff = api.stranger()
    expect(await comeBack(staff, await provider.letIn(await begin(staff, back), subject))).toBe(back)
    for (const evil of ['//evil.example', 'https://evil.example/', '/console/..//evil.example', '/console\\evil.example', '/console@evil.example']) {
      expect(await api.stranger().refused(operations.beginOidc, { body: { back: evil } })).toMatchObject({ status: 422, errors: [{ pointer: '/back' }] })
    }
  })

  test('gets its way back from the configuration, whatever a request calls the server', async () => {
    const answer = await plainRequest(`${api.url}${operations.beginOidc.path}`, {
      method: 'POST', headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', 'content-type': 'application/json' }, body: '{}',
    })
    expect(answer.status).toBe(200)
    expect(new URL((JSON.parse(answer.text) as { address: string }).address).searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}${addresses.oidcCallback()}`)
    const back = await plainRequest(`${api.url}${addresses.oidcCallback()}?code=a&state=b`, { headers: { host: 'evil.example' } })
    expect([back.status, back.headers.location]).toEqual([303, '/console?oidc=failed'])
  })

  test('changes the session: the former one ends, whoever laid it into the browser', async () => {
    await bound()
    const former = await api.as(accountId)
    const before = former.visitor.cookies.get('dialogwerk')!
    const { staff } = await signIn(subject, {}, former)
    expect(staff.visitor.cookies.get('dialogwerk')).not.toBe(before)
    const laid = api.stranger()
    laid.visitor.cookies.set('dialogwerk', before)
    expect(await laid.refused(operations.readSession)).toMatchObject({ status: 401 })
  })

  test('knows nobody by a mail address', async () => {
    // The provider says this very address, and even that it is the subject.
    const { ended, session } = await signIn(email)
    expect([ended, session]).toEqual(['/console?oidc=unknown', null])
    expect(await read().countBy(AccountEntity, { emailNormalised: email })).toBe(1)
    // It would be found where the address decided.
    await bound()
    jest.spyOn(OidcBindings.prototype, 'of').mockImplementation(async ({ subject: said }) => {
      const { id } = await read().findOneByOrFail(AccountEntity, { emailNormalised: said })
      return read().findOneByOrFail(CredentialEntity, { accountId: id, kind: 'oidc' })
    })
    expect(await signIn(email)).toMatchObject({ ended: '/console', session: { account: { id: accountId } } })
  })

  test('makes no account for somebody it does not know, and says to a closed one what it says to a stranger', async () => {
    const accounts = await read().count(AccountEntity)
    expect(await signIn(`fremd-${newId()}`)).toMatchObject({ ended: '/console?oidc=unknown', session: null })
    expect(await read().count(AccountEntity)).toBe(accounts)
    await bound()
    // Closed without the binding having been taken: the state alone keeps it out.
    await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id: accountId }, { state: 'closed' }))
    expect(await signIn()).toMatchObject({ ended: '/console?oidc=unknown', session: null })
    await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id: accountId }, { state: 'active' }))
    expect((await signIn()).session).not.toBeNull()
    await api.rooms.transactions.run((tx) => api.rooms.get(Closing).close(tx, accountId, { actor: accountActor(accountId), reason: 'Ausgeschieden' }))
    expect(await read().countBy(CredentialEntity, { accountId })).toBe(0)
    expect(await signIn()).toMatchObject({ ended: '/console?oidc=unknown', session: null })
  })

  test('asks for the second factor of the account afterwards, or has one set up where the roles want one', async () => {
    await setUpTotp(await api.as(accountId), () => api.rooms.clock.now())
    await bound()
    const { session, staff } = await signIn(subject, { amr: ['pwd', 'mfa'] })
    expect(session!.secondFactor).toBe('asked')
    expect(await staff.refused(operations.listStaffEvents)).toMatchObject({ code: 'second_factor_missing' })
    accountId = await account(`lou-${newId()}@stadt.example`, 'organiser')
    expect(await bind(await api.as(accountId), `lou-${subject}`)).toBe(`${OWN_ACCESS}?oidc=bound`)
    expect((await signIn(`lou-${subject}`, { acr: 'mfa' })).session!.secondFactor).toBe('to_set_up')
  })

  test('is both factors only where the configuration trusts the provider, and the provider says so', async () => {
    accountId = await account(`lou-${newId()}@stadt.example`, 'organiser')
    await bound()
    const config = api.rooms.get(IdentityProvider)
    const trusted = jest.replaceProperty(config as unknown as { config: object }, 'config', { ...(config as unknown as { config: object }).config, oidc: trusting(true) })
    expect((await signIn(subject, { amr: ['pwd'] })).session!.secondFactor).toBe('to_set_up')
    expect((await signIn(subject, { amr: ['otp'], acr: '2' })).session!.secondFactor).toBe('to_set_up')
    const { session, staff } = await signIn(subject, { amr: ['pwd', 'otp', 'mfa'] })
    expect(session!.secondFactor).toBe('given')
    await staff.call(operations.listStaffEvents)
    expect((await actions()).at(-1)).toEqual(['account.sign_in', { by: 'oidc', secondFactor: true }])
    trusted.restore()
    expect((await signIn(subject, { amr: ['pwd', 'otp', 'mfa'] })).session!.secondFactor).toBe('to_set_up')
    // Without the binding, sessions that stood on the word of the provider no longer do.
    await staff.call(operations.removeOidc)
    expect((await staff.call(operations.readSession)).secondFactor).toBe('to_set_up')
  })

  test('is bound only by whoever has given the second factor that the roles ask for', async () => {
    accountId = await account((email = `lou-${newId()}@stadt.example`), 'organiser')
    const staff = await Staff.byPassword(api.url, email, PASSWORD)
    expect(staff.session!.secondFactor).toBe('to_set_up')
    expect(await staff.refused(operations.beginOidcBinding, { body: {} })).toMatchObject({ code: 'second_factor_missing' })
    const { app } = await setUpTotp(staff, () => api.rooms.clock.now())
    const half = await Staff.byPassword(api.url, email, PASSWORD)
    expect(half.session!.secondFactor).toBe('asked')
    expect(await half.refused(operations.beginOidcBinding, { body: {} })).toMatchObject({ code: 'second_factor_missing' })
    half.session = await half.call(operations.giveSecondFactor, { body: { code: app.code(1) } })
    expect(await bind(half)).toBe(`${OWN_ACCESS}?oidc=bound`)
  })

  test('takes the place of a password for whoever takes up an invitation', async () => {
    const { id } = await api.staff.call(operations.inviteAccount, { body: { email, name: 'Kim Muster', role: { role: 'organiser' } } }).catch(() => ({ id: '' }))
    expect(id).toBe(accountId)
    // An account as an invitation makes it.
    await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id }, { state: 'invited', passwordHash: null }))
    const staff = new Staff(api.url)
    const link = await api.rooms.transactions.run((tx) => api.rooms.get(Accounts).signInLink(tx, id))
    const { form } = await staff.visitor.open(addresses.signIn(link))
    await staff.visitor.raw(form.action, { method: 'POST', headers: { origin: PUBLIC_URL }, body: form.filled({}) })
    staff.session = await staff.call(operations.readSession)
    expect(staff.session).toMatchObject({ needsPassword: true, secondFactor: 'to_set_up' })
    expect(await bind(staff)).toBe(`${OWN_ACCESS}?oidc=bound`)
    expect(await staff.call(operations.readSession)).toMatchObject({ needsPassword: false, secondFactor: 'to_set_up' })
    // Only for this one moment: nothing further is bound before the second factor is there.
    expect(await staff.refused(operations.beginOidcBinding, { body: {} })).toMatchObject({ code: 'second_factor_missing' })
    expect((await signIn()).session).toMatchObject({ account: { id }, needsPassword: false })
  })

  test('belongs to one account, and an account to one identity', async () => {
    await bound()
    const other = await api.as(await account(`lou-${newId()}@stadt.example`))
    expect(await bind(other)).toBe(`${OWN_ACCESS}?oidc=taken`)
    const staff = await api.as(accountId)
    expect(await bind(staff, `andere-${subject}`)).toBe(`${OWN_ACCESS}?oidc=already`)
    expect(await bind(staff)).toBe(`${OWN_ACCESS}?oidc=bound`)
    expect(await read().countBy(CredentialEntity, { kind: 'oidc', accountId })).toBe(1)
    expect((await signIn()).session!.account.id).toBe(accountId)
  })

  test('belongs to one account also when two ask at the same moment', async () => {
    const both = [await api.as(accountId), await api.as(await account(`lou-${newId()}@stadt.example`))]
    const ways = await Promise.all(both.map(async (staff) => provider.letIn(await beginBinding(staff), subject)))
    const ends = await Promise.all(both.map((staff, n) => comeBack(staff, ways[n]!)))
    expect(ends.sort()).toEqual([`${OWN_ACCESS}?oidc=bound`, `${OWN_ACCESS}?oidc=taken`])
    const one = [await api.as(accountId), await api.as(accountId)]
    await (await api.as(accountId)).send(operations.removeOidc)
    const again = await Promise.all(one.map(async (staff, n) => provider.letIn(await beginBinding(staff), `${n}-${subject}`)))
    expect((await Promise.all(one.map((staff, n) => comeBack(staff, again[n]!)))).sort()).toEqual([`${OWN_ACCESS}?oidc=already`, `${OWN_ACCESS}?oidc=bound`])
  })

  test('is unbound by oneself and by whoever manages access, each time with an entry', async () => {
    await bound()
    const staff = await api.as(accountId)
    const params = { id: accountId }
    const hasOidc = async () => (await api.staff.call(operations.listAccounts)).items.find(({ id }) => id === accountId)!.hasOidc
    expect(await hasOidc()).toBe(true)
    await staff.call(operations.removeOidc)
    expect(await staff.refused(operations.removeOidc)).toMatchObject({ status: 404 })
    expect(await hasOidc()).toBe(false)
    expect(await signIn()).toMatchObject({ ended: '/console?oidc=unknown' })
    await bound()
    const { staff: signedIn } = await signIn()
    await api.staff.call(operations.removeOidcOf, { params, body: { reason: 'Anderer Dienst' } })
    expect(await signedIn.refused(operations.readSession)).toMatchObject({ status: 401 })
    expect(await api.staff.refused(operations.removeOidcOf, { params, body: { reason: 'Noch einmal' } })).toMatchObject({ status: 409 })
    expect(await signIn()).toMatchObject({ ended: '/console?oidc=unknown' })
    expect((await actions()).filter(([action]) => String(action).startsWith('account.unbind'))).toEqual([['account.unbind', {}], ['account.unbind', { reason: 'Anderer Dienst' }]])
    await bound()
    await api.staff.call(operations.resetFactors, { params, body: { reason: 'Konto in fremder Hand' } })
    expect(await hasOidc()).toBe(false)
  })

  test('is begun fifty times in ten minutes from one network, and then waits', async () => {
    jest.restoreAllMocks()
    const answers = []
    for (let n = 0; n < 51; n++) answers.push(await api.stranger().send(operations.beginOidc, { body: {} }))
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 50 }, () => 200), 429])
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answers.at(-1)!.headers.getSetCookie()).toEqual([])
  })

  describe('ends when the provider says so,', () => {
    const isIn = async (staff: Staff) => (await staff.send(operations.readSession)).ok
    /** A browser that has signed in by the provider, and the session there. */
    const signedIn = async () => {
      let session = ''
      provider.bend = ({ claims }) => void (session = claims.sid as string)
      const { staff } = await signIn()
      provider.bend = null
      expect([session.length > 0, await isIn(staff)]).toEqual([true, true])
      return { staff, session }
    }
    const send = (token: string) => fetch(`${api.url}${addresses.oidcLogout()}`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })
    const sends = async (claims: Record<string, unknown>, how: Parameters<TestIdentityProvider['logoutToken']>[1] = {}) => (await send(provider.logoutToken(claims, how))).status

    test('in one of its sessions: that one alone, also when it went on with another token, and it stands in the log', async () => {
      await setUpTotp(await api.as(accountId), () => api.rooms.clock.now())
      await bound()
      const [one, other, byPassword] = [await signedIn(), await signedIn(), await api.as(accountId)]
      const { id } = (await read().findOneByOrFail(SessionEntity, { accountId, providerSession: Not(IsNull()), openedBy: 'oidc' }))
      await api.rooms.transactions.run((tx) => api.rooms.get(Sessions).strengthen(tx, accountId, id))
      const before = await read().countBy(SessionEntity, { accountId, revokedAt: IsNull() })
      await provider.logOut(subject, one.session)
      expect([await isIn(one.staff), await isIn(byPassword)]).toEqual([false, true])
      expect(await read().countBy(SessionEntity, { accountId, revokedAt: IsNull() })).toBe(before - 1)
      await provider.logOut(subject, other.session)
      expect(await read().countBy(SessionEntity, { accountId, revokedAt: IsNull(), openedBy: 'oidc' })).toBe(0)
      expect((await actions()).slice(-2)).toEqual(Array.from({ length: 2 }, () => ['session.end', { sessions: 1, by: 'oidc' }]))
      // Nothing of the session there is kept but a digest.
      expect(JSON.stringify(await read().findBy(SessionEntity, { accountId }))).not.toContain(one.session)
    })

    test('altogether, by the subject; and by a session without a subject; others stay', async () => {
      await bound()
      const [first, second, byPassword] = [await signedIn(), await signedIn(), await api.as(accountId)]
      expect(await sends({ sid: first.session })).toBe(200)
      expect([await isIn(first.staff), await isIn(second.staff)]).toEqual([false, true])
      const third = await signedIn()
      expect(await sends({ sub: subject })).toBe(200)
      expect([await isIn(second.staff), await isIn(third.staff), await isIn(byPassword)]).toEqual([false, false, true])
      expect((await actions()).at(-1)).toEqual(['session.end', { sessions: 2, by: 'oidc' }])
      // Somebody whom nobody here is bound to, and the session of somebody else under this name.
      const fourth = await signedIn()
      expect([await sends({ sub: 'fremd' }), await sends({ sub: 'fremd', sid: fourth.session }), await isIn(fourth.staff)]).toEqual([200, 200, true])
    })

    test('once: a copy that comes later ends nothing that was opened since', async () => {
      await bound()
      const first = await signedIn()
      const token = provider.logoutToken({ sub: subject })
      const answer = await send(token)
      expect([answer.status, answer.headers.get('cache-control'), await answer.text(), await isIn(first.staff)]).toEqual([200, 'no-store', '', false])
      const second = await signedIn()
      expect([(await send(token)).status, await isIn(second.staff)]).toEqual([200, true])
    })

    test('and not when anybody else does, or says something else', async () => {
      await bound()
      const { staff, session } = await signedIn()
      const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      const now = Math.floor(Date.now() / 1000)
      const who = { sub: subject, sid: session }
      const event = 'http://schemas.openid.net/event/backchannel-logout'
      const tokens = [
        provider.logoutToken(who, { key: foreign }), provider.logoutToken(who, { key: null }), provider.logoutToken(who, { header: { alg: 'none' }, key: null }), provider.logoutToken(who, { header: { kid: 'no such' } }),
        provider.logoutToken(who, { header: { typ: 'at+jwt' } }), '', 'x', 'a.b.c',
        ...[
          { iss: 'https://evil.example' }, { aud: 'somebody-else' }, { nonce: 'n' }, { events: {} }, { events: { [event]: true } }, { events: event }, { jti: '' }, { jti: 7 }, { sub: undefined, sid: undefined },
          { sub: 7 }, { sub: '' }, { sid: '' }, { iat: now - 3_600, exp: now + 60 }, { exp: now - 60 }, { exp: 'never' }, { iat: undefined }, { iat: now + 3_600 }, { jti: undefined }, { events: undefined },
        ].map((change) => provider.logoutToken({ ...who, ...change })),
      ]
      for (const token of tokens) {
        const answer = await send(token)
        expect([token, answer.status, await answer.json(), answer.headers.get('cache-control')]).toEqual([token, 400, { error: 'invalid_request' }, 'no-store'])
      }
      for (const body of [undefined, new URLSearchParams('logout_token=a&logout_token=b'), '{}']) expect((await fetch(`${api.url}${addresses.oidcLogout()}`, { method: 'POST', ...(body === undefined ? {} : { body }) })).status).toBe(400)
      expect(await isIn(staff)).toBe(true)
      // Negative control: the very same without a change.
      expect([await sends(who), await isIn(staff)]).toEqual([200, false])
    })
  })

  describe('is refused', () => {
    const tokens = () => provider.asked.filter((path) => path === '/token').length

    /** A browser with its way to the provider and the address that it is sent back to. */
    const underWay = async () => {
      const staff = api.stranger()
      return { staff, back: await provider.letIn(await begin(staff), subject) }
    }

    test('when somebody turns round at the provider', async () => {
      const staff = api.stranger()
      expect(await comeBack(staff, await provider.deny(await begin(staff)))).toBe('/console?oidc=denied')
    })

    test('with another state, without one, or in a browser that did not begin it; the provider is not even asked', async () => {
      await bound()
      const before = tokens()
      for (const change of [(back: URL) => back.searchParams.set('state', 'x'.repeat(43)), (back: URL) => back.searchParams.delete('state'), (back: URL) => back.searchParams.set('state', back.searchParams.get('state')!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))]) {
        const { staff, back } = await underWay()
        change(back)
        expect(await comeBack(staff, back)).toBe('/console?oidc=failed')
      }
      const { back } = await underWay()
      expect(await comeBack(api.stranger(), back)).toBe('/console?oidc=failed')
      const other = await underWay()
      expect(await comeBack(other.staff, back)).toBe('/console?oidc=failed')
      expect(tokens()).toBe(before)
    })

    test('with a cookie that was changed', async () => {
      await bound()
      const { staff, back } = await underWay()
      const sealed = staff.visitor.cookies.get('dialogwerk-oidc')!
      staff.visitor.cookies.set('dialogwerk-oidc', sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')))
      expect(await comeBack(staff, back)).toBe('/console?oidc=failed')
      staff.visitor.cookies.set('dialogwerk-oidc', sealed)
      expect(await comeBack(staff, back)).toBe('/console')
    })

    test('when it comes back twice, in turn or at the same moment, before the provider is asked', async () => {
      await bound()
      const { staff, back } = await underWay()
      const sealed = staff.visitor.cookies.get('dialogwerk-oidc')!
      const again = () => {
        const copy = new Staff(api.url)
        copy.visitor.cookies.set('dialogwerk-oidc', sealed)
        return comeBack(copy, back)
      }
      const before = tokens()
      expect((await Promise.all([again(), again(), again()])).sort()).toEqual(['/console', '/console?oidc=failed', '/console?oidc=failed'])
      expect(await again()).toBe('/console?oidc=failed')
      expect(tokens()).toBe(before + 1)
      // The provider itself takes a code once; where we forgot to, it would at least be asked.
      jest.spyOn(OidcAttempts.prototype, 'use').mockResolvedValue(true)
      expect(await again()).toBe('/console?oidc=failed')
      expect(tokens()).toBe(before + 2)
    })

    test('when it comes back too late', async () => {
      await bound()
      const late = await underWay()
      api.rooms.clock.advance(10 * 60_000)
      expect(await comeBack(late.staff, late.back)).toBe('/console?oidc=failed')
      const early = await underWay()
      api.rooms.clock.advance(9 * 60_000)
      expect(await comeBack(early.staff, early.back)).toBe('/console')
    })

    test('with a code of another attempt: PKCE binds each to its own', async () => {
      await bound()
      const [one, other] = [await underWay(), await underWay()]
      one.back.searchParams.set('code', other.back.searchParams.get('code')!)
      expect(await comeBack(one.staff, one.back)).toBe('/console?oidc=failed')
    })

    const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const now = () => Math.floor(Date.now() / 1000)
    const bends: [string, (token: IdToken) => ReturnType<NonNullable<TestIdentityProvider['bend']>>][] = [
      ['signed by another key', () => ({ key: foreign })],
      ['signed by nobody', ({ header }) => ((header.alg = 'none'), { key: null })],
      ['signed by nobody, but said to be', () => ({ key: null })],
      ['for another attempt', ({ claims }) => void (claims.nonce = 'x'.repeat(43))],
      ['for no attempt', ({ claims }) => void delete claims.nonce],
      ['of another issuer', ({ claims }) => void (claims.iss = 'https://evil.example')],
      ['for another client', ({ claims }) => void (claims.aud = 'somebody-else')],
      ['for others besides', ({ claims }) => void (claims.aud = [CLIENT_ID, 'somebody-else'], claims.azp = 'somebody-else')],
      ['that is over', ({ claims }) => void (claims.exp = now() - 120)],
      ['without a subject', ({ claims }) => void delete claims.sub],
    ]
    const comesIn = async () => {
      const { staff, back } = await underWay()
      return comeBack(staff, back)
    }

    test.each(bends)('with an ID token %s', async (_, bend) => {
      await bound()
      provider.bend = bend
      expect(await comesIn()).toBe('/console?oidc=failed')
      // Negative control: the very same, signed anew without that.
      provider.bend = () => undefined
      expect(await comesIn()).toBe('/console')
    })

    test('is found where the signature is not looked at', async () => {
      await bound()
      const { ClientSecretBasic, allowInsecureRequests, discovery } = await import('openid-client')
      const own = api.rooms.get(IdentityProvider) as unknown as { configuration(): unknown }
      jest.spyOn(own, 'configuration').mockImplementation(() => discovery(new URL(provider.issuer), CLIENT_ID, undefined, ClientSecretBasic(CLIENT_SECRET), { execute: [allowInsecureRequests] }))
      provider.bend = () => ({ key: foreign })
      expect(await comesIn()).toBe('/console')
    })

    test('when the answer names another issuer (mix-up), or comes from one that is not configured', async () => {
      await bound()
      const mixed = await underWay()
      mixed.back.searchParams.set('iss', 'https://evil.example')
      expect(await comeBack(mixed.staff, mixed.back)).toBe('/console?oidc=failed')
      const evil = await TestIdentityProvider.start(PUBLIC_URL)
      try {
        const { staff } = await underWay()
        const address = new URL(await begin(staff))
        const there = new URL(`${evil.issuer}${address.pathname}${address.search}`)
        expect(await comeBack(staff, await evil.letIn(there.href, subject))).toBe('/console?oidc=failed')
      } finally {
        await evil.stop()
      }
    })

    test('when a binding comes back in another session, in none, or after the account was closed', async () => {
      const [staff, other] = [await api.as(accountId), await api.as(accountId)]
      const take = (from: Staff, to: Staff) => to.visitor.cookies.set('dialogwerk-oidc', from.visitor.cookies.get('dialogwerk-oidc')!)
      for (const who of [other, api.stranger(), api.staff]) {
        const back = await provider.letIn(await beginBinding(staff), subject)
        take(staff, who)
        expect(await comeBack(who, back)).toBe(`${OWN_ACCESS}?oidc=failed`)
      }
      const back = await provider.letIn(await beginBinding(staff), subject)
      await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id: accountId }, { state: 'closed' }))
      expect(await comeBack(staff, back)).toBe(`${OWN_ACCESS}?oidc=failed`)
      expect(await read().countBy(CredentialEntity, { accountId, kind: 'oidc' })).toBe(0)
    })

    test('in a sentence when the provider fails on the way back, and nobody is signed in', async () => {
      await bound()
      for (const [fails, end] of [[{ status: 503, body: '' }, 'unavailable'], [{ status: 400, body: '{"error":"invalid_client"}' }, 'failed'], [{ status: 200, body: 'kein JSON' }, 'unavailable'], [{ status: 200, body: '{}' }, 'failed'], [{ status: 200, body: ' '.repeat(10_000), endless: true }, 'unavailable'], ['cuts', 'unavailable'], ['is silent', 'unavailable']] as const) {
        const { staff, back } = await underWay()
        provider.fails = fails
        // It waits for five seconds.
        expect([fails, await comeBack(staff, back)]).toEqual([fails, `/console?oidc=${end}`])
        provider.fails = null
      }
      expect(await comesIn()).toBe('/console')
    })

    test('in a sentence before anybody is sent to a provider that is gone, silent or talks nonsense, although it was there a moment ago', async () => {
      await bound()
      const told = await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json() as Record<string, unknown>
      const says = (change: object) => ({ status: 200, body: JSON.stringify({ ...told, ...change }) })
      const faults: Fault[] = [
        'cuts', 'is silent', { status: 503, body: '' }, { status: 200, body: '<!doctype html><title>Wartung</title>' }, { status: 200, body: 'null' }, { status: 200, body: '{}' },
        { status: 200, body: ' '.repeat(10_000), endless: true }, says({ authorization_endpoint: undefined }), says({ authorization_endpoint: 'javascript:alert(1)' }), says({ authorization_endpoint: 7 }),
        says({ token_endpoint: '/token' }), says({ jwks_uri: null }), says({ issuer: 'https://evil.example' }), { status: 302, body: '' },
      ]
      for (const fault of faults) {
        const { staff, back } = await underWay()
        provider.tellsNothing = fault
        const started = performance.now()
        expect([fault, await api.stranger().refused(operations.beginOidc, { body: {} })]).toEqual([fault, expect.objectContaining({ status: 424, code: 'oidc_unavailable' })])
        expect(performance.now() - started).toBeLessThan(10_000)
        // Whoever was on the way already comes in by what was known before.
        expect([fault, await comeBack(staff, back)]).toEqual([fault, '/console'])
        provider.tellsNothing = null
        // The fault is not kept: the next one asks anew.
        expect([fault, await comesIn()]).toEqual([fault, '/console'])
      }
    }, 60_000)

    test('in a sentence when nobody listens where the provider was, on the way there and back', async () => {
      await bound()
      const { staff, back } = await underWay()
      const signedIn = await api.as(accountId)
      await provider.leave()
      try {
        expect(await comeBack(staff, back)).toBe('/console?oidc=unavailable')
        const whom = expect.stringContaining('die bei Ihnen die Zugänge verwaltet')
        expect(await api.stranger().refused(operations.beginOidc, { body: {} })).toMatchObject({ status: 424, code: 'oidc_unavailable', detail: whom })
        expect(await signedIn.refused(operations.beginOidcBinding, { body: {} })).toMatchObject({ status: 424, code: 'oidc_unavailable', detail: whom })
      } finally {
        await provider.return()
      }
      expect(await comesIn()).toBe('/console')
    })

    test('by no key that the provider has put away; the new one counts at once', async () => {
      await bound()
      expect(await comesIn()).toBe('/console')
      provider.changeKeys()
      expect(await comesIn()).toBe('/console')
      provider.bend = ({ header }) => ((header.kid = 'own'), { key: foreign })
      expect(await comesIn()).toBe('/console?oidc=failed')
    })

    test('after one question to a provider that is silent, however many wait; on the way back what it tells of itself is known', async () => {
      const told = () => provider.asked.filter((path) => path.startsWith('/.well-known/')).length
      let before = told()
      const { staff, back } = await underWay()
      await comeBack(staff, back)
      expect(told() - before).toBe(1)
      before = told()
      provider.tellsNothing = 'is silent'
      await Promise.all(Array.from({ length: 20 }, () => api.stranger().refused(operations.beginOidc, { body: {} })))
      expect(told() - before).toBe(1)
    })

    test('with nonsense in the address, and nothing is changed by looking (HEAD)', async () => {
      for (const search of ['', '?', '?code=a', '?state=b', '?error=access_denied', `?code=${'a'.repeat(4000)}&state=b`, '?code=a&code=b&state=c&state=d', '?state[a]=b', '?%00=%FF&code=%E0%A4%A']) {
        expect(await comeBack(api.stranger(), new URL(`${PUBLIC_URL}${addresses.oidcCallback()}${search}`))).toBe('/console?oidc=failed')
      }
      await bound()
      const { staff, back } = await underWay()
      const sessions = await read().count(SessionEntity)
      const looked = await staff.visitor.raw(`${api.url}${back.pathname}${back.search}`, { method: 'HEAD' })
      expect([looked.status, looked.headers.getSetCookie(), await read().count(SessionEntity)]).toEqual([303, [], sessions])
      expect(await comeBack(staff, back)).toBe('/console')
    })
  })
})

onSqlite('the provider of OpenID Connect', (database) => {
  let api: TestApi | null = null
  let provider: TestIdentityProvider | null = null
  afterEach(async () => {
    await api?.app.close()
    await provider?.stop()
    api = provider = null
  })

  test('is not there without a configuration: no button, no way', async () => {
    api = await openTestApi(database)
    expect(await api.stranger().call(operations.readSignInWays)).toEqual({ oidc: null })
    expect(await api.stranger().refused(operations.beginOidc, { body: {} })).toMatchObject({ status: 404 })
    expect(await api.staff.refused(operations.beginOidcBinding, { body: {} })).toMatchObject({ status: 404 })
    expect((await api.staff.call(operations.readOwnAccess)).oidc).toBeNull()
    expect((await api.stranger().visitor.raw(`${addresses.oidcCallback()}?code=a&state=b`)).status).toBe(404)
    expect((await api.stranger().visitor.raw(addresses.oidcLogout(), { method: 'POST' })).status).toBe(404)
  }, 60_000)
})

describe.each([['without a secret', { isPublic: true }], ['whose secret goes in the body', { secretIn: 'client_secret_post' }]])('a client of OpenID Connect %s', (_, how) => {
  onSqlite('is taken', (database) => {
    let provider: TestIdentityProvider
    let api: TestApi
    afterEach(async () => {
      await api.app.close()
      await provider.stop()
    })

    test('by the provider', async () => {
      provider = await TestIdentityProvider.start(PUBLIC_URL, how)
      api = await openTestApi(database, { oidc: { ...provider.configured, ...('isPublic' in how ? { clientSecret: null } : {}) } })
      const { address } = await api.staff.call(operations.beginOidcBinding, { body: {} })
      const { pathname, search } = await provider.letIn(address, 'anna')
      expect((await api.staff.visitor.raw(`${pathname}${search}`)).headers.get('location')).toBe('/console?oidc=bound')
    }, 60_000)
  })
})
