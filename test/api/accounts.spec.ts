import { join } from 'node:path'
import { type AccountView, type InvitationInput, type RoleToGive, operations } from '@app/contracts'
import { MailHandlers } from '@app/mailing'
import { CONFIG, type Config, Settler, newId } from '@app/platform'
import { AuditEntryEntity } from '@app/staff'
import { plantEvent } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Letter, type Mailbox, directoryMailbox } from '../support/mailbox.js'
import { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const PASSWORD = 'ein langes Passwort'
const WHOLE = { nodeId: null, land: null, expiresOn: null }

onEachDatabase('access of colleagues', (database) => {
  let api: TestApi
  let mails: Mailbox
  let count = 0

  beforeAll(async () => {
    api = await openTestApi(database)
    mails = directoryMailbox(join(api.app.get<Config>(CONFIG).dataDir, 'mail'))
  }, 60_000)
  afterAll(async () => {
    mails.close()
    await api.app.close()
  })

  const drain = async () => {
    const [settler, handlers] = [api.app.get(Settler), api.app.get(MailHandlers)]
    for (let due = await settler.due(100); due.length > 0; due = await settler.due(100)) for (const id of due) await settler.settle(id, handlers)
  }
  const invite = (more: Partial<InvitationInput> & { as?: RoleToGive } = {}): Promise<AccountView> => {
    const { as = { role: 'reader', ...WHOLE }, ...said } = more
    return api.staff.call(operations.inviteAccount, { body: { email: `kim${++count}@stadt.example`, name: 'Kim Muster', role: as, ...said } })
  }
  const letterTo = async ({ email }: AccountView, subject: RegExp): Promise<Letter> => {
    await drain()
    return mails.waitFor(email, subject)
  }
  const linkIn = ({ text }: Letter) => /http\S+\/anmelden\/\S+/.exec(text)![0]
  /** Presses the button of a one-time link. */
  const enter = async (link: string): Promise<Staff | number> => {
    const staff = new Staff(api.url)
    const address = `${api.url}${new URL(link).pathname}`
    const page = await staff.visitor.open(address)
    if (page.status !== 200) return page.status
    const answer = await staff.visitor.raw(address, { method: 'POST', headers: { origin: api.app.get<Config>(CONFIG).publicUrl }, body: page.form.filled({}) })
    if (answer.status !== 303) return answer.status
    staff.session = await staff.call(operations.readSession)
    return staff
  }
  const comeIn = async (account: AccountView) => (await enter(linkIn(await letterTo(account, /Zugang/)))) as Staff
  const rolesOf = async (id: string) => (await api.staff.call(operations.listAccounts)).items.find((one) => one.id === id)!.roles.map(({ role }) => role)

  test('begins with a letter that names inviter and roles, and a link that works once', async () => {
    const eventId = await plantEvent(api.rooms, { title: 'Teilhabe <b>vor</b> Ort' })
    const account = await invite({ as: { role: 'participants', nodeId: eventId, land: 'DE-RP', expiresOn: '2026-12-31' } })
    expect(account).toMatchObject({
      state: 'invited', lastSeenAt: null, hasMore: false, invitation: { expiresAt: '2026-12-02T09:00:00.000Z', mail: 'pending' },
      roles: [{ role: 'participants', node: { id: eventId, kind: 'event', title: 'Teilhabe <b>vor</b> Ort' }, land: 'DE-RP', lastDay: '2026-12-31' }],
    })
    const letter = await letterTo(account, /^Einladung: Ihr Zugang zur Konsole$/)
    for (const said of ['Guten Tag Kim Muster,', 'Verwaltung hat für Sie einen Zugang', 'Teilnehmende', 'Veranstaltung „Teilhabe <b>vor</b> Ort“', 'nur Rheinland-Pfalz', 'bis 31.12.2026', 'Mittwoch, 2. Dezember 2026, 10:00 Uhr']) {
      expect(letter.text).toContain(said)
    }
    expect(letter.html).toContain('„Teilhabe &lt;b&gt;vor&lt;/b&gt; Ort“')
    expect(letter.calendar).toBeNull()
    const staff = (await enter(linkIn(letter))) as Staff
    expect(staff.session).toMatchObject({ needsPassword: true, may: ['programme.read', 'people.read', 'people.write', 'people.export', 'needs.count', 'mail.read', 'mail.send'] })
    expect(await enter(linkIn(letter))).toBe(410)
    await staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
    expect((await Staff.byPassword(api.url, account.email, PASSWORD)).session!.account.id).toBe(account.id)
    expect((await api.staff.call(operations.listAccounts)).items.find(({ id }) => id === account.id)).toMatchObject({ state: 'active', invitation: null })
  })

  test('is written about in the language of the colleague', async () => {
    const letter = await letterTo(await invite({ language: 'en', as: { role: 'checkin', ...WHOLE } }), /^Invitation: your access to the console$/)
    expect(letter.text).toMatch(/Dear Kim Muster,[^]*Check-in[^]*the whole programme[^]*only once/)
  })

  test('is offered once more by a new letter, and the former link ends', async () => {
    const account = await invite()
    const first = linkIn(await letterTo(account, /Zugang/))
    await api.staff.call(operations.renewInvitation, { params: { id: account.id } })
    expect(await enter(first)).toBe(410)
    const second = linkIn(await letterTo(account, /Zugang/))
    expect(await enter(second)).toBeInstanceOf(Staff)
    expect(await api.staff.refused(operations.renewInvitation, { params: { id: account.id } })).toMatchObject({ code: 'verb_not_possible' })
  })

  test('is given besides to whoever has an account, who keeps their name and gets no link', async () => {
    const account = await invite()
    await comeIn(account)
    const again = await invite({ email: account.email.toUpperCase(), name: 'Anders', as: { role: 'editor', ...WHOLE } })
    expect(again).toMatchObject({ id: account.id, name: 'Kim Muster', state: 'active' })
    const letter = await letterTo(account, /^Neue Rolle in der Konsole$/)
    expect(letter.text).toMatch(/Lesen[^]*Redaktion/)
    expect(letter.text).not.toContain('/anmelden/')
  })

  test('is not written about when it has ended before the letter left', async () => {
    const [closed, revoked] = [await invite(), await invite()]
    await api.staff.call(operations.closeAccount, { params: { id: closed.id }, body: { reason: 'Verwechselt' } })
    await api.staff.call(operations.revokeRole, { params: { id: revoked.id, grantId: revoked.roles[0]!.id }, body: { reason: 'Verwechselt' } })
    await drain()
    expect([await mails.count(closed.email, /./), await mails.count(revoked.email, /./)]).toEqual([0, 0])
    expect((await api.staff.call(operations.listAccounts)).items.find(({ id }) => id === revoked.id)!.invitation).toMatchObject({ mail: 'withheld' })
  })

  test('changes with a reason that stands in the log', async () => {
    const { id } = await invite()
    const params = { id }
    const given = await api.staff.call(operations.giveRole, { params, body: { role: 'finance', ...WHOLE, reason: 'Abrechnung 2026' } })
    expect(await api.staff.refused(operations.giveRole, { params, body: { role: 'finance', ...WHOLE, reason: 'Noch einmal' } })).toMatchObject({ status: 409, code: 'role_given' })
    const { id: grantId } = given.roles.find(({ role }) => role === 'finance')!
    await api.staff.call(operations.revokeRole, { params: { id, grantId }, body: { reason: 'Abgerechnet' } })
    expect(await rolesOf(id)).toEqual(['reader'])
    expect(await api.staff.refused(operations.revokeRole, { params: { id, grantId }, body: { reason: 'Abgerechnet' } })).toMatchObject({ status: 404 })
    expect(await api.staff.refused(operations.giveRole, { params, body: { role: 'finance', ...WHOLE, reason: ' ' } })).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] })
    const lines = await api.rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: id }, order: { id: 'ASC' } })
    expect(lines.map(({ action, actorId, change }) => [action, actorId === api.staff.session!.account.id, change?.reason])).toEqual([
      ['account.invite', true, undefined], ['role.give', true, undefined], ['role.give', true, 'Abrechnung 2026'], ['role.revoke', true, 'Abgerechnet'],
    ])
  })

  test('ends at once with its sessions, and is opened anew without the former password', async () => {
    const account = await invite()
    const staff = await comeIn(account)
    await staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
    await api.staff.call(operations.closeAccount, { params: { id: account.id }, body: { reason: 'Ausgeschieden' } })
    expect(await staff.refused(operations.readSession)).toMatchObject({ status: 401 })
    await expect(Staff.byPassword(api.url, account.email, PASSWORD)).rejects.toThrow('sign_in_failed')
    expect((await api.staff.call(operations.listAccounts)).items.at(-1)).toMatchObject({ state: 'closed', roles: [] })
    const params = { id: account.id }
    expect(await api.staff.refused(operations.giveRole, { params, body: { role: 'reader', ...WHOLE, reason: 'Zurück' } })).toMatchObject({ code: 'verb_not_possible' })
    expect(await api.staff.refused(operations.closeAccount, { params, body: { reason: 'Noch einmal' } })).toMatchObject({ code: 'verb_not_possible' })
    expect(await invite({ email: account.email, name: 'Kim Neu' })).toMatchObject({ id: account.id, name: 'Kim Neu', state: 'invited' })
    expect((await comeIn(account)).session!.needsPassword).toBe(true)
    await expect(Staff.byPassword(api.url, account.email, PASSWORD)).rejects.toThrow('sign_in_failed')
  })

  test('stays with the last administrator, in a sentence', async () => {
    const { id } = api.staff.session!.account
    const [grant] = (await api.staff.call(operations.listAccounts)).items.find((one) => one.id === id)!.roles
    const refusals = [
      await api.staff.refused(operations.revokeRole, { params: { id, grantId: grant!.id }, body: { reason: 'Weg' } }),
      await api.staff.refused(operations.closeAccount, { params: { id }, body: { reason: 'Weg' } }),
    ]
    for (const refusal of refusals) expect(refusal).toMatchObject({ status: 409, code: 'last_admin', detail: expect.stringContaining('der letzte Zugang') })
    await api.staff.call(operations.listAccounts)
  })

  test('says at the field what is wrong', async () => {
    const refused = (body: Partial<Record<keyof InvitationInput, unknown>>) =>
      api.staff.refused(operations.inviteAccount, { body: { email: 'kim@stadt.example', name: 'Kim', role: { role: 'reader', ...WHOLE }, ...body } as never })
    expect(await refused({ email: 'kim' })).toMatchObject({ status: 422, errors: [{ pointer: '/email', detail: expect.stringContaining('fehlt das Zeichen @') }] })
    expect(await refused({ name: '' })).toMatchObject({ status: 422, errors: [{ pointer: '/name' }] })
    expect(await refused({ role: { role: 'king' } })).toMatchObject({ status: 422, errors: [{ pointer: '/role/role' }] })
    expect(await refused({ role: { role: 'reader', nodeId: newId() } })).toMatchObject({ status: 422, errors: [{ pointer: '/role/nodeId' }] })
    expect(await refused({ role: { role: 'reader', expiresOn: '2026-11-24' } })).toMatchObject({ status: 422, errors: [{ pointer: '/role/expiresOn', detail: 'Dieser Tag ist schon vorbei.' }] })
  })
})
