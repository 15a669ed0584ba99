import { join } from 'node:path'
import { operations } from '@app/contracts'
import { MailHandlers } from '@app/mailing'
import { CONFIG, type Config, OutboxEntity, Settler, newId } from '@app/platform'
import { Accounts, AuditEntryEntity, SESSION_IDLE } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type Mailbox, directoryMailbox } from '../support/mailbox.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const PASSWORD = 'ein langes Passwort'
const OTHER = 'ein anderes Passwort'

onEachDatabase('the own access', (database) => {
  let api: TestApi
  let mails: Mailbox
  let email: string
  let accountId: string

  beforeAll(async () => {
    api = await openTestApi(database)
    mails = directoryMailbox(join(api.app.get<Config>(CONFIG).dataDir, 'mail'))
  }, 60_000)
  afterAll(async () => {
    mails.close()
    await api.app.close()
  })
  beforeEach(async () => {
    email = `kim-${newId()}@stadt.example`
    const accounts = api.rooms.get(Accounts)
    accountId = await api.rooms.transactions.run((tx) => accounts.create(tx, { email, name: 'Kim Muster', role: 'reader' }))
    await accounts.setPassword(accountId, PASSWORD)
  })

  const drain = async () => {
    const [settler, handlers] = [api.app.get(Settler), api.app.get(MailHandlers)]
    for (let due = await settler.due(100); due.length > 0; due = await settler.due(100)) for (const id of due) await settler.settle(id, handlers)
  }
  const signIn = (password = PASSWORD) => Staff.byPassword(api.url, email, password)
  const actions = async () => (await api.rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: accountId }, order: { id: 'ASC' } })).map(({ action }) => action)

  describe('with a forgotten password', () => {
    const ask = (address: string) => api.stranger().send(operations.askReset, { body: { email: address } })
    const use = (token: string, password = OTHER) => api.stranger().send(operations.resetPassword, { body: { token, password } })
    const letter = async () => {
      await drain()
      const { text } = await mails.waitFor(email, /^Neues Passwort für die Konsole$/)
      return { text, token: /console\/passwort#(\S+)/.exec(text)![1]! }
    }

    test('is entered anew by a letter: once, and every session ends', async () => {
      const staff = await signIn()
      expect((await ask(email.toUpperCase())).status).toBe(204)
      const { text, token } = await letter()
      for (const said of ['Guten Tag Kim Muster,', 'Mittwoch, 25. November 2026, 10:10 Uhr', email]) expect(text).toContain(said)
      expect((await use(token, 'kurz')).status).toBe(422)
      expect((await use(token)).status).toBe(204)
      expect((await use(token, 'noch ein anderes Passwort')).status).toBe(410)
      expect(await staff.refused(operations.readSession)).toMatchObject({ status: 401 })
      await expect(signIn()).rejects.toThrow('sign_in_failed')
      expect((await signIn(OTHER)).session!.account.id).toBe(accountId)
      expect(await actions()).toEqual(['account.create', 'role.give', 'account.password', 'account.sign_in', 'account.password', 'account.sign_in'])
    })

    test('is not entered by a link that is older than ten minutes, replaced by a newer one, or made for something else', async () => {
      await ask(email)
      const { token: first } = await letter()
      await ask(email)
      const { token: second } = await letter()
      expect((await use(first)).status).toBe(410)
      api.rooms.clock.advance(10 * 60_000)
      expect((await use(second)).status).toBe(410)
      api.rooms.clock.advance(-10 * 60_000)
      const signInLink = await api.rooms.transactions.run((tx) => api.rooms.get(Accounts).signInLink(tx, accountId))
      expect((await use(signInLink)).status).toBe(410)
      // Negative control: the same link counts as long as nothing of that holds.
      expect((await use(second)).status).toBe(204)
    })

    test('answers whoever asks alike, by the same statements, whether there is such an account', async () => {
      const { read } = api.rooms.transactions
      const stranger = `niemand-${newId()}@stadt.example`
      const answers: unknown[] = []
      for (const address of [email, stranger]) {
        const before = await read.countBy(OutboxEntity, { kind: 'account.reset' })
        const response = await ask(address)
        answers.push([response.status, await response.text(), (await read.countBy(OutboxEntity, { kind: 'account.reset' })) - before])
      }
      expect(answers[0]).toEqual([204, '', 1])
      expect(answers[1]).toEqual(answers[0])
      await drain()
      expect(await mails.count(stranger, /./)).toBe(0)
      expect((await read.find(OutboxEntity, { where: { kind: 'account.reset' }, order: { id: 'DESC' }, take: 1 }))[0]).toMatchObject({ state: 'withheld', reason: 'gone' })
    })

    test('fills nobody\'s mailbox, known or not', async () => {
      for (const address of [email, `niemand-${newId()}@stadt.example`]) {
        const statuses: number[] = []
        for (let asked = 0; asked < 4; asked++) statuses.push((await ask(address)).status)
        expect(statuses).toEqual([204, 204, 204, 429])
      }
    })
  })

  test('lists where it is signed in, and ends one session or all others', async () => {
    const staff: Staff[] = []
    for (let count = 0; count < 4; count++) staff.push(await signIn())
    const [here, second, third, fourth] = staff as [Staff, Staff, Staff, Staff]
    const sessions = () => here.call(operations.readOwnAccess).then((own) => own.sessions)
    expect((await sessions()).map(({ isThis }) => isThis).filter(Boolean)).toHaveLength(1)
    const idOf = async (of: Staff) => (await of.call(operations.readOwnAccess)).sessions.find(({ isThis }) => isThis)!.id
    await here.call(operations.endSession, { params: { sessionId: await idOf(second) } })
    expect(await second.refused(operations.readSession)).toMatchObject({ status: 401 })
    expect(await here.refused(operations.endSession, { params: { sessionId: await idOf(api.staff) } })).toMatchObject({ status: 404 })
    await api.staff.call(operations.readSession)
    expect(await sessions()).toHaveLength(3)
    await here.call(operations.endOtherSessions)
    for (const other of [third, fourth]) expect(await other.refused(operations.readSession)).toMatchObject({ status: 401 })
    expect(await sessions()).toHaveLength(1)
    api.rooms.clock.advance(SESSION_IDLE + 60_000)
    expect(await here.refused(operations.readOwnAccess)).toMatchObject({ status: 401 })
    api.rooms.clock.advance(-SESSION_IDLE - 60_000)
    expect((await actions()).filter((action) => action === 'session.end')).toHaveLength(2)
  })

  test('changes its password only with the present one, whose guesses slow down', async () => {
    const [staff, other] = [await signIn(), await signIn()]
    const change = (current: string | null) => staff.refused(operations.setPassword, { body: { current, password: OTHER } })
    expect(await change(null)).toMatchObject({ status: 422, errors: [{ pointer: '/current' }] })
    for (let guess = 0; guess < 5; guess++) expect(await change('falsch')).toMatchObject({ status: 422, errors: [{ pointer: '/current', code: 'field.password_wrong' }] })
    expect(await change(PASSWORD)).toMatchObject({ status: 429 })
    api.rooms.clock.advance(1_000)
    await staff.call(operations.setPassword, { body: { current: PASSWORD, password: OTHER } })
    expect(await other.refused(operations.readSession)).toMatchObject({ status: 401 })
    await staff.call(operations.readSession)
    await signIn(OTHER)
  })

  test('is written to in the language that it chose', async () => {
    const staff = await signIn()
    await staff.call(operations.setLanguage, { body: { language: 'en' } })
    expect((await staff.call(operations.readSession)).account.language).toBe('en')
    await api.stranger().call(operations.askReset, { body: { email } })
    await drain()
    const { text } = await mails.waitFor(email, /^New password for the console$/)
    expect(text).toMatch(/Dear Kim Muster,[^]*only once/)
  })

  test('is ended everywhere by whoever manages access, with a reason', async () => {
    const staff = await signIn()
    const params = { id: accountId }
    expect(await api.staff.refused(operations.endSessionsOf, { params, body: { reason: ' ' } })).toMatchObject({ status: 422 })
    await staff.call(operations.readSession)
    await api.staff.call(operations.endSessionsOf, { params, body: { reason: 'Gerät verloren' } })
    expect(await staff.refused(operations.readSession)).toMatchObject({ status: 401 })
    const lines = await api.rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: accountId, action: 'session.end' })
    expect(lines.map(({ actorId, change }) => [actorId === api.staff.session!.account.id, change])).toEqual([[true, { sessions: 1, reason: 'Gerät verloren' }]])
    await signIn()
  })
})
