import { operations } from '@app/contracts'
import { ParticipationEntity } from '@app/participants'
import { AuditEntryEntity } from '@app/staff'
import { NightlyRetention } from '../../apps/privacy/nightly-retention.js'
import { onEachDatabase } from '../support/databases.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { type PlantedProgramme, plantProgramme } from '../access/planted-programme.js'

onEachDatabase('privacy over HTTP', (database) => {
  let api: TestApi
  let planted: PlantedProgramme
  beforeAll(async () => {
    api = await openTestApi(database)
    planted = await plantProgramme(api)
  }, 120_000)
  afterAll(() => api.app.close())

  const own = () => ({ personId: planted.events.own.participantId })
  const entries = (action: string) => api.rooms.transactions.read.findBy(AuditEntryEntity, { action })

  test('gives the information as a file for people and as one for machines, never opened on the spot, and writes it down', async () => {
    const json = await api.staff.download(operations.personJson, { params: own() })
    expect(JSON.parse(json.content.toString())).toMatchObject({ name: 'Ada Mustereigenmainz', email: 'ada@eigenmainz.example' })
    const html = await api.staff.download(operations.personHtml, { params: own() })
    expect(html.content.toString()).toContain('Mustereigenmainz')
    for (const { headers } of [json, html]) expect(headers.get('content-disposition')).toMatch(/^attachment; filename="auskunft\./)
    expect((await entries('person.export')).map(({ change }) => change)).toEqual(expect.arrayContaining([{ format: 'json' }, { format: 'html' }]))
  })

  test('finds a person by name or address over all events', async () => {
    const { items } = await api.staff.call(operations.findPeople, { query: { q: 'ada muster' } })
    expect(items.map(({ email }) => email).sort()).toEqual(['ada@eigenmainz.example', 'ada@fremdhessen.example', 'ada@fremdprogramm.example'])
    expect((await api.staff.call(operations.findPeople, { query: {} })).items).toEqual([])
  })

  test('erases only what was agreed to, with a reason, and then knows nobody any more', async () => {
    const plan = await api.staff.call(operations.readErasure, { params: own() })
    expect(plan).toEqual({ name: 'Ada Mustereigenmainz', lines: [expect.objectContaining({ fate: 'withdrawn_and_erased', until: null })], contacts: 0, hasAccount: false })
    expect(await api.staff.refused(operations.erasePerson, { params: own(), body: { reason: 'Antrag', participations: 2 } })).toMatchObject({ status: 409 })
    expect(await api.staff.refused(operations.erasePerson, { params: own(), body: { reason: ' ', participations: 1 } })).toMatchObject({ status: 422 })
    await api.staff.call(operations.erasePerson, { params: own(), body: { reason: 'Antrag vom 24. November', participations: 1 } })
    expect(await api.rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id: own().personId })).toMatchObject({ familyName: null, email: null })
    expect(await api.staff.refused(operations.readErasure, { params: own() })).toMatchObject({ status: 404 })
    expect((await entries('person.erase'))[0]!.change).toMatchObject({ reason: 'Antrag vom 24. November' })
    const page = await api.staff.call(operations.listParticipants, { params: { id: planted.events.own.id }, query: {} })
    expect([page.items.map(({ id }) => id).includes(planted.events.own.participantId), page.forgotten]).toEqual([false, 1])
  })

  test('shows what the nights took away, with the periods', async () => {
    await api.rooms.get(NightlyRetention).runNow()
    const report = await api.staff.call(operations.readRetention)
    expect(report.periods).toMatchObject({ A: 'P6M', N: 'P5Y', L: 'P12M' })
    expect(report.lines.length).toBeGreaterThan(10)
    expect(report.lines.every(({ deleted, anonymised }) => deleted === 0 && anonymised === 0)).toBe(true)
  })
})
