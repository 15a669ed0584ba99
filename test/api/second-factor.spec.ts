import { operations } from '@app/contracts'
import { InstallationEntity, newId } from '@app/platform'
import { AccountEntity, Accounts, AuditEntryEntity, CredentialEntity, Grants, Sessions, systemActor } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { TotpApp, setUpTotp } from '../support/totp-app.js'

const PASSWORD = 'ein langes Passwort'
const STEP = 30_000

onEachDatabase('the second factor', (database) => {
  let api: TestApi
  let email: string
  let accountId: string

  beforeAll(async () => {
    api = await openTestApi(database)
  }, 60_000)
  afterAll(() => api.app.close())

  const now = () => api.rooms.clock.now()
  const account = () => api.rooms.transactions.read.findOneByOrFail(AccountEntity, { id: accountId })
  const plant = async (role: 'reader' | 'organiser' | 'finance' = 'organiser') => {
    email = `kim-${newId()}@stadt.example`
    const accounts = api.rooms.get(Accounts)
    accountId = await api.rooms.transactions.run((tx) => accounts.create(tx, { email, name: 'Kim Muster', role }))
    await accounts.setPassword(accountId, PASSWORD)
  }
  beforeEach(() => plant())
  const signIn = () => Staff.byPassword(api.url, email, PASSWORD)
  const give = (staff: Staff, code: string) => staff.send(operations.giveSecondFactor, { body: { code } })
  const enter = async (staff: Staff, code: string) => {
    staff.session = await staff.call(operations.giveSecondFactor, { body: { code } })
    return staff
  }
  /** An account with an app, and a session in which only the password was given. */
  const half = async () => {
    const { app, recoveryCodes } = await setUpTotp(await signIn(), now)
    api.rooms.clock.advance(2 * STEP)
    return { app, codes: recoveryCodes!, staff: await signIn() }
  }

  test('is asked of roles that may export, read the log or give access, and of no others', async () => {
    const standings: Record<string, string> = {}
    for (const role of ['reader', 'finance', 'organiser'] as const) {
      await plant(role)
      standings[role] = (await signIn()).session!.secondFactor
    }
    expect(standings).toEqual({ reader: 'not_needed', finance: 'to_set_up', organiser: 'to_set_up' })
  })

  test('is to be set up before anything else, and then everything is open', async () => {
    const staff = await signIn()
    expect(await staff.refused(operations.listStaffEvents)).toMatchObject({ status: 403, code: 'second_factor_missing' })
    expect(await staff.refused(operations.listAccounts)).toMatchObject({ code: 'second_factor_missing' })
    const before = staff.visitor.cookies.get('dialogwerk')
    const { session, recoveryCodes } = await setUpTotp(staff, now)
    expect(session.secondFactor).toBe('given')
    expect(new Set(recoveryCodes).size).toBe(10)
    await staff.call(operations.listStaffEvents)
    // Against fixation: the session that had less goes, and its token with it.
    const old = new Staff(api.url)
    old.visitor.cookies.set('dialogwerk', before!)
    expect(before).not.toBe(staff.visitor.cookies.get('dialogwerk'))
    expect(await old.refused(operations.readSession)).toMatchObject({ status: 401 })
    expect((await account()).totpSealed).toMatch(/^v1\./)
  })

  test('is asked from the moment on in which a role is given that needs one', async () => {
    await plant('reader')
    const staff = await signIn()
    await staff.call(operations.listStaffEvents)
    const role = { role: 'finance', nodeId: null, land: null, expiresAt: null } as const
    await api.rooms.transactions.run((tx) => api.rooms.get(Grants).give(tx, accountId, role, { actor: systemActor, reason: null }))
    expect(await staff.refused(operations.listStaffEvents)).toMatchObject({ code: 'second_factor_missing' })
  })

  test('is not asked in the demo, whose people are invented', async () => {
    const staff = await signIn()
    const id = newId()
    await api.rooms.transactions.run((tx) => tx.db.insert(InstallationEntity, { id, name: 'demo', value: 'loaded', notedAt: now() }))
    try {
      expect((await staff.call(operations.readSession)).secondFactor).toBe('not_needed')
      await staff.call(operations.listStaffEvents)
    } finally {
      await api.rooms.transactions.run((tx) => tx.db.delete(InstallationEntity, { id }))
    }
    expect((await staff.call(operations.readSession)).secondFactor).toBe('to_set_up')
  })

  test('lets nobody further with the password alone', async () => {
    const { staff, app } = await half()
    expect(staff.session!.secondFactor).toBe('asked')
    for (const operation of [operations.listStaffEvents, operations.readOwnAccess, operations.offerTotp, operations.removeTotp, operations.renewRecoveryCodes, operations.endOtherSessions]) {
      expect((await staff.send(operation)).status).toBe(403)
    }
    expect((await staff.send(operations.setPassword, { body: { current: PASSWORD, password: 'ein anderes Passwort' } })).status).toBe(403)
    const cookie = staff.visitor.cookies.get('dialogwerk')
    await enter(staff, app.code())
    expect(staff.visitor.cookies.get('dialogwerk')).not.toBe(cookie)
    await staff.call(operations.listStaffEvents)
  })

  test('counts each code once, also one that is given twice at the same moment or in another session', async () => {
    const { staff, app } = await half()
    const others = [await signIn(), await signIn()]
    const statuses = await Promise.all([staff, ...others].map(async (one) => (await give(one, app.code())).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    const again = await signIn()
    api.rooms.clock.advance(1_000)
    expect((await give(again, app.code())).status).toBe(422)
    // The one before it is used up as well, the next one is not.
    expect((await give(again, app.code(-1))).status).toBe(422)
    expect((await give(again, ` ${app.code(1).replace(/^.../, '$& ')}`)).status).toBe(200)
  })

  test('slows guesses down, which a right password does not take back, and locks nobody out', async () => {
    const { staff, app } = await half()
    for (let guess = 0; guess < 5; guess++) expect((await give(staff, '000000')).status).toBe(422)
    expect((await give(staff, app.code())).status).toBe(429)
    expect((await give(await signIn(), app.code())).status).toBe(429)
    api.rooms.clock.advance(60_000)
    expect((await give(staff, app.code())).status).toBe(200)
    expect(await account()).toMatchObject({ factorFailed: 0, factorRetryAt: null })
  })

  test('is replaced by a recovery code, each of which works once; new ones end the former', async () => {
    const { staff, codes } = await half()
    const rows = await api.rooms.transactions.read.findBy(CredentialEntity, { accountId })
    expect(rows).toHaveLength(10)
    for (const { externalId } of rows) for (const code of codes) expect(externalId).not.toContain(code.replace('-', ''))
    await enter(staff, ` ${codes[3]!.toUpperCase()} `)
    expect((await staff.call(operations.readOwnAccess)).recoveryCodesLeft).toBe(9)
    expect((await give(await signIn(), codes[3]!)).status).toBe(422)
    const { recoveryCodes } = await staff.call(operations.renewRecoveryCodes)
    expect((await give(await signIn(), codes[4]!)).status).toBe(422)
    expect((await give(await signIn(), recoveryCodes[0]!)).status).toBe(200)
  })

  test('belongs to its account and session while it is set up', async () => {
    const [staff, other] = [await signIn(), await signIn()]
    const { address, pending } = await staff.call(operations.offerTotp)
    const body = { pending, code: new TotpApp(address, now).code() }
    expect(await other.refused(operations.confirmTotp, { body })).toMatchObject({ status: 410 })
    expect(await staff.refused(operations.confirmTotp, { body: { ...body, pending: `${pending.slice(0, -2)}AA` } })).toMatchObject({ status: 410 })
    expect(await staff.refused(operations.confirmTotp, { body: { ...body, code: '000000' } })).toMatchObject({ status: 422, errors: [{ pointer: '/code', code: 'field.code_wrong' }] })
    await staff.call(operations.confirmTotp, { body })
  })

  test('is asked for anew after the last one was removed, in every session', async () => {
    const { staff, app } = await half()
    await enter(staff, app.code())
    await staff.call(operations.removeTotp)
    expect((await staff.call(operations.readSession)).secondFactor).toBe('to_set_up')
    expect(await api.rooms.transactions.read.countBy(CredentialEntity, { accountId })).toBe(0)
    expect(await staff.refused(operations.removeTotp)).toMatchObject({ status: 404 })
  })

  test('is taken from somebody who has lost it by whoever manages access, with a reason', async () => {
    const { staff } = await half()
    const seen = async () => (await api.staff.call(operations.listAccounts)).items.find(({ id }) => id === accountId)!.hasSecondFactor
    expect(await seen()).toBe(true)
    await api.staff.call(operations.resetFactors, { params: { id: accountId }, body: { reason: 'Telefon verloren' } })
    expect(await seen()).toBe(false)
    expect(await staff.refused(operations.readSession)).toMatchObject({ status: 401 })
    expect((await signIn()).session!.secondFactor).toBe('to_set_up')
    const lines = await api.rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: accountId, action: 'factor.reset' })
    expect(lines.map(({ change }) => change)).toEqual([{ reason: 'Telefon verloren' }])
  })

  test('is still asked for after a sign-in by a one-time link', async () => {
    await half()
    const token = await api.rooms.transactions.run((tx) => api.rooms.get(Accounts).signInLink(tx, accountId))
    const session = await api.rooms.get(Accounts).signInByLink(token)
    expect((await api.rooms.get(Sessions).find(session!))!.secondFactor).toBe('asked')
  })
})
