import Papa from 'papaparse'
import { operations } from '@app/contracts'
import { AuditChain, AuditEntryEntity } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { type PlantedProgramme, plantProgramme } from '../access/planted-programme.js'

onEachDatabase('the log over HTTP', (database) => {
  let api: TestApi
  let planted: PlantedProgramme
  beforeAll(async () => {
    api = await openTestApi(database)
    planted = await plantProgramme(api)
    await api.staff.call(operations.updateEvent, { params: { id: planted.events.own.id }, body: { subtitle: '=1+1' } })
  }, 120_000)
  afterAll(() => api.app.close())

  const read = (query: Record<string, string> = {}) => api.staff.call(operations.readAudit, { query })

  test('tells who did what to what, with names, before and after, the newest first', async () => {
    const { items } = await read()
    expect(items[0]).toMatchObject({
      action: 'event.change', actor: { kind: 'account', name: api.staff.session!.account.name }, subject: { kind: 'event', id: planted.events.own.id, name: 'Auftakt eigenmainz' },
      event: { title: 'Auftakt eigenmainz' }, change: { before: { subtitle: 'Untertitel eigenmainz' }, after: { subtitle: '=1+1' } }, sealed: false,
    })
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort().toReversed())
    await api.rooms.get(AuditChain).seal()
    expect((await read()).items.every(({ sealed }) => sealed)).toBe(true)
  })

  test('is filtered by event, person, account, kind of action and day', async () => {
    const { own } = planted.events
    const of = async (query: Record<string, string>) => (await read({ limit: '200', ...query })).items
    expect((await of({ event: own.id })).every(({ event }) => event?.id === own.id)).toBe(true)
    expect((await of({ subject: own.participantId })).map(({ action }) => action)).toEqual(expect.arrayContaining(['participation.note']))
    expect((await of({ action: 'organisation' })).map(({ subject }) => subject.name)).toEqual(expect.arrayContaining(['Stiftung eigenmainz', 'Stiftung fremdprogramm']))
    expect((await of({ account: api.staff.session!.account.id })).length).toBeGreaterThan(5)
    const today = api.rooms.clock.now().toISOString().slice(0, 10)
    expect((await of({ from: today, until: today })).length).toBe((await of({})).length)
    expect(await of({ until: '2020-01-01' })).toEqual([])
    expect(await api.staff.refused(operations.readAudit, { query: { from: 'gestern' } })).toMatchObject({ status: 422 })
  })

  test('is read page by page without a gap or a repeat', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = await read({ limit: '3', after })
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(await api.rooms.transactions.read.count(AuditEntryEntity))
    expect(await api.staff.refused(operations.readAudit, { query: { after: planted.events.own.id } })).toMatchObject({ status: 400 })
  })

  test('goes along as CSV in which nothing runs, and that is written down', async () => {
    const { content } = await api.staff.download(operations.auditCsv, { query: { event: planted.events.own.id } })
    const { data, errors } = Papa.parse<string[]>(content.toString().replace('\uFEFF', '').trim(), { delimiter: ';' })
    expect(errors).toEqual([])
    expect(data[0]![3]).toBe('Vorgang')
    expect(data.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([])
    expect(data.length).toBeGreaterThan(3)
    expect((await read()).items[0]).toMatchObject({ action: 'audit.export', change: { filters: ['event'] } })
  })
})
