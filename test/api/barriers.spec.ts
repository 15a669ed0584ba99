import { addresses, operations } from '@app/contracts'
import { BarrierReportEntity, HostEntity } from '@app/events'
import { CONFIG, type Config, OutboxEntity } from '@app/platform'
import { AuditEntryEntity } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { Visitor } from '../support/visitor.js'
import { VisitorPage } from '../support/visitor-page.js'

const TEXT = 'Der Knopf „Anmelden“ hat keinen Namen.\nIch verwende einen Screenreader.'

onEachDatabase('a barrier that somebody reports', (database) => {
  let api: TestApi
  let slug: string

  beforeAll(async () => {
    api = await openTestApi(database)
    const { id } = await api.staff.call(operations.createOrganisation, { body: { name: 'Stadt Ulm', host: { imprint: 'Rathaus Ulm', privacy: 'Datenschutz Ulm' } } })
    ;({ slug } = await api.rooms.transactions.read.findOneByOrFail(HostEntity, { organisationId: id }))
  }, 120_000)
  afterAll(() => api.rooms.close())

  const visitor = () => new Visitor(api.url)
  /** Opens the form, waits as long as a person does, and sends it. */
  const send = async (values: Record<string, string>, { wait = 5000, language = 'de' as const, origin = api.rooms.get<Config>(CONFIG).publicUrl } = {}) => {
    const page = await visitor().open(addresses.barrier(language, slug))
    api.rooms.clock.advance(wait)
    const answer = await visitor().raw(page.form.action, { method: 'POST', headers: { origin: new URL(origin).origin }, body: page.form.filled(values) })
    return { status: answer.status, to: answer.headers.get('location'), page: new VisitorPage(page.url, answer.status, answer.headers, await answer.text(), []) }
  }
  const stored = () => api.rooms.transactions.read.find(BarrierReportEntity, { order: { id: 'ASC' } })

  test('the form is one link away from every page of the host, in both languages', async () => {
    const statement = await visitor().open(addresses.legal('de', slug, 'accessibility'))
    const form = await visitor().follow(statement, /^Barriere melden$/)
    expect(new URL(form.url).pathname).toBe(addresses.barrier('de', slug))
    expect(form.text).toContain('Ihre Meldung geht an: Stadt Ulm.')
    expect((await visitor().open(addresses.barrier('en', slug))).heading).toBe('Report a barrier')
    expect((await visitor().open(addresses.barrier('de', 'gibt-es-nicht'))).status).toBe(404)
  })

  test('is kept sealed, told to the host after the commit, and thanked for', async () => {
    const sent = await send({ barrierText: TEXT, barrierPage: 'Anmeldung', barrierContact: 'ada@melder.example' })
    expect([sent.status, sent.to]).toEqual([303, addresses.barrierSent('de', slug)])
    expect((await visitor().open(sent.to!)).heading).toBe('Danke für Ihre Meldung')
    const [report] = await stored()
    expect(JSON.stringify(report)).not.toMatch(/Knopf|ada@|Anmeldung/)
    expect(report!.bodySealed).toMatch(/^v1\./)
    const [work] = await api.rooms.transactions.read.findBy(OutboxEntity, { kind: 'barrier.reported' })
    expect(work).toMatchObject({ subjectId: report!.id, payload: {}, state: 'pending' })
  })

  test('without words is asked for them and keeps what was typed; nothing of it is stored', async () => {
    const before = await stored()
    const { status, page } = await send({ barrierText: ' ', barrierPage: '<b>Programm</b>' })
    expect([status, page.title]).toEqual([422, 'Fehler: Barriere melden – Stadt Ulm'])
    expect(page.text).toContain('Die Angabe „Welche Barriere“ fehlt noch.')
    expect(page.html).not.toContain('<b>Programm')
    expect((await send({ barrierText: 'x'.repeat(4001) })).page.text).toContain('höchstens 4000 Zeichen')
    expect((await send({ barrierText: 'zu schnell' }, { wait: 0 })).status).toBe(422)
    expect((await send({ barrierText: 'fremd' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await send({ barrierText: 'Werbung', website: 'https://spam.example' })).to).toBe(addresses.barrierSent('de', slug))
    expect(await stored()).toEqual(before)
  })

  test('is read in the console and closed once; the log tells both and none of the words', async () => {
    const { items: [report], total } = await api.staff.call(operations.listBarrierReports)
    expect([total, report]).toMatchObject([1, { host: { name: 'Stadt Ulm' }, text: TEXT, page: 'Anmeldung', contact: 'ada@melder.example', closedAt: null }])
    const params = { id: report!.id }
    const { closedAt } = await api.staff.call(operations.closeBarrierReport, { params })
    expect(closedAt).not.toBeNull()
    api.rooms.clock.advance(60_000)
    expect(await api.staff.call(operations.closeBarrierReport, { params })).toMatchObject({ closedAt })
    const lines = await api.rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: report!.id }, order: { id: 'ASC' } })
    expect(lines.map(({ action }) => action)).toEqual(['barrier.report', 'barrier.close'])
    expect(JSON.stringify(lines)).not.toMatch(/Knopf|ada@/)
  })

  test('is put off when one host gets more than 60 in an hour', async () => {
    let last = 303
    for (let sent = 0; sent < 65 && last === 303; sent++) ({ status: last } = await send({ barrierText: `Meldung ${sent}` }))
    expect(last).toBe(429)
    expect((await stored()).length).toBe(60)
  }, 120_000)
})
