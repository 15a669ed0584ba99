import { type Operation, operations } from '@app/contracts'
import { OutboxAgain, OutboxView } from '@app/mailing'
import { newId } from '@app/platform'
import { AccountEntity, AuditEntryEntity, Scope } from '@app/staff'
import { type OperationName, askedOf } from '../access/asked.js'
import { MARKS, type PlantedProgramme, plantProgramme } from '../access/planted-programme.js'
import { readableText } from '../access/readable-text.js'
import { onSqlite } from '../support/databases.js'
import type { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { wholeBody } from '../support/whole-body.js'

const names = Object.keys(operations) as OperationName[]
const paramsIn = (name: OperationName) => [...operations[name].path.matchAll(/:(\w+)/g)].map(([, param]) => param!)

/** What is sent by requests that the matrix does not have, or has only as refused. */
const SENT_ANYWAY: Partial<Record<OperationName, { params?: Record<string, string>; body: unknown }>> = {
  register: { body: { familyName: 'Eva', email: 'eva@stadt.example' } }, saveFormatQuestions: { body: { expectedRevision: 0, questions: [], needs: [] } },
}

/** test/access asks for things of the right kind; here each address gets ids of another kind, or of another place. */
onSqlite('ids that do not belong there', (database) => {
  let api: TestApi
  let planted: PlantedProgramme
  let kinds: Record<string, string>

  beforeAll(async () => {
    api = await openTestApi(database)
    planted = await plantProgramme(api)
    // Whoever has every right may give the one that they lack, to themselves too.
    await api.staff.call(operations.giveRole, { params: { id: api.staff.session!.account.id }, body: { role: 'needs', nodeId: undefined, land: undefined, expiresOn: undefined, reason: 'Probe' } })
    const { own } = planted.events
    const { items } = await api.staff.call(operations.readAudit, { query: { limit: 1 } })
    kinds = {
      event: own.id, series: own.seriesId, participant: own.participantId, mail: own.outboxId, organisation: own.organisationId,
      account: planted.ownColleagues['the series'].id, grant: planted.ownColleagues['the series'].grantId, entry: items[0]!.id,
      report: planted.barrierReports.own,
    }
  }, 120_000)
  afterAll(() => api.app.close())
  afterEach(() => jest.restoreAllMocks())

  /** A request of the access matrix that is carried out for whoever has every right. */
  const permitted = (name: OperationName): { params?: Record<string, string>; body?: unknown } | undefined =>
    askedOf(name, 'admin', 'the series', planted).find(({ expected }) => expected === 'permitted')

  /** The kind that an address asks for in this place. */
  function kindOf(name: OperationName, param: string): string {
    const { access, path }: Operation = operations[name]
    const named = { participantId: 'participant', outboxId: 'mail', grantId: 'grant', personId: 'participant' }[param]
    if (named) return named
    if (typeof access === 'object' && access.at !== 'somewhere') return access.at
    if (param === 'key' || param === 'question') return param
    if (path.includes('/barrier-reports/')) return 'report'
    return path.includes('/accounts/') ? 'account' : 'organisation'
  }

  /** Every answer but "not found" to an id of another kind, from somebody with every right. */
  async function taken(name: OperationName): Promise<string[]> {
    const asked = SENT_ANYWAY[name] ?? permitted(name)
    const found: string[] = []
    for (const param of paramsIn(name)) {
      const right = kindOf(name, param)
      for (const [kind, id] of Object.entries(kinds).filter(([one]) => one !== right)) {
        const { status } = await api.staff.send(operations[name], { ...asked, params: { ...asked?.params, [param]: id } })
        if (status !== 404) found.push(`${name} takes a ${kind} as :${param}: ${status}`)
      }
    }
    return found
  }

  test.each(names.filter((name) => paramsIn(name).length > 0))('are not found by %s, even by whoever has every right', async (name) => {
    expect(await taken(name)).toEqual([])
  })

  test('are not found under an event, or an account, to which they do not belong, by whoever may change both', async () => {
    const { own, foreignLand } = planted.events
    const [mine, other] = [planted.ownColleagues['the series'], planted.foreignColleagues.foreignProgramme]
    const swaps: Partial<Record<OperationName, Record<string, string>>> = {
      readNeedsFile: { id: own.id, participantId: foreignLand.participantId, question: foreignLand.question },
      editParticipant: { id: own.id, participantId: foreignLand.participantId }, readAnswers: { id: own.id, participantId: foreignLand.participantId },
      readAnswerFile: { id: own.id, participantId: foreignLand.participantId, key: foreignLand.key },
      changeAnswers: { id: own.id, participantId: foreignLand.participantId }, revokeConsent: { id: own.id, participantId: foreignLand.participantId, purpose: 'photo' }, moveParticipant: { id: own.id, participantId: foreignLand.participantId },
      sendAgain: { id: own.id, outboxId: foreignLand.outboxId }, revokeRole: { id: mine.id, grantId: other.grantId },
    }
    expect(names.filter((name) => paramsIn(name).length > 1)).toEqual(Object.keys(swaps))
    for (const [name, params] of Object.entries(swaps) as [OperationName, Record<string, string>][]) {
      const { status } = await api.staff.send(operations[name], { ...permitted(name), params })
      expect([name, status]).toEqual([name, 404])
    }
  })

  describe('in filters and cursors', () => {
    let staff: Staff
    beforeAll(async () => {
      const { id } = planted.ownColleagues['the series in one Land']
      const { own } = planted.events
      for (const role of ['organiser', 'participants'] as const) {
        await api.staff.call(operations.giveRole, { params: { id }, body: { role, nodeId: own.seriesId, land: 'DE-RP', expiresOn: undefined, reason: 'Probe' } })
      }
      await api.rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id }, { state: 'active' }))
      staff = await api.as(id)
    }, 60_000)

    /** What somebody of one Land reads of others when ids of theirs stand in a filter. */
    async function leaks(): Promise<string[]> {
      const found: string[] = []
      const { own, ...others } = planted.events
      for (const thing of Object.values(others)) {
        const entries = await api.rooms.transactions.read.findBy(AuditEntryEntity, { nodeId: thing.id })
        const asked: [OperationName, Record<string, string>][] = [
          ...(['readAudit', 'auditCsv'] as const).flatMap((name) =>
            Object.values(thing).filter((id) => /^[0-9a-f-]{36}$/.test(id)).flatMap((id): [OperationName, Record<string, string>][] => [[name, { event: id }], [name, { subject: id }], [name, { account: id }]])),
          ['readAudit', { account: planted.foreignColleagues.foreignProgramme.id }], ['readAudit', { subject: planted.foreignColleagues.foreignProgramme.id }],
          ['readAudit', { after: entries[0]!.id }],
          ['listParticipants', { after: thing.participantId }], ['listOutbox', { after: `failed.${thing.outboxId}` }],
          ['findPeople', { q: thing.participantId }], ['listOrganisations', { q: thing.organisationId }],
        ]
        for (const [name, query] of asked) {
          const response = await staff.send(operations[name], { params: { id: own.id }, query })
          const text = await readableText(response)
          if (response.status >= 500 || text.includes(MARKS.foreignLand) || text.includes(MARKS.foreignProgramme)) found.push(`${name} by ${Object.keys(query)[0]}: ${response.status}`)
        }
      }
      return found
    }

    test('show nothing of others', async () => {
      expect(await leaks()).toEqual([])
      const { items } = await staff.call(operations.readAudit, { query: { event: planted.events.own.id, limit: 50 } })
      expect(items.length).toBeGreaterThan(0)
      // A cursor of somebody else leads nowhere, like one that was invented.
      const [foreign] = await api.rooms.transactions.read.findBy(AuditEntryEntity, { nodeId: planted.events.foreignProgramme.id })
      const behind = (after: string) => staff.refused(operations.readAudit, { query: { after } })
      expect(await behind(foreign!.id)).toEqual(await behind(newId()))
    }, 60_000)

    test('would be found where a filter forgot the own part', async () => {
      jest.spyOn(Scope.prototype, 'condition').mockReturnValue({ sql: '1 = 1', parameters: {} })
      expect(await leaks()).toContain('readAudit by event: 200')
    }, 60_000)
  })

  test('in a body are refused: nothing is put under or beside what is of another kind', async () => {
    const { own } = planted.events
    for (const [kind, id] of Object.entries(kinds)) {
      const hosts = [{ organisationId: id, role: 'veranstalter' }]
      const event = { format: 'none', title: 'Neu' }
      const role = { role: 'reader', nodeId: id, reason: 'Probe' }
      const sent: [OperationName, unknown, readonly string[]][] = [
        ['updateEvent', { params: { id: own.id }, body: { hosts } }, ['organisation']],
        ['updateSeries', { params: { id: own.seriesId }, body: wholeBody(operations.updateSeries, { expectedRevision: 0, title: 'Reihe', hosts }) }, ['organisation']],
        ['createEvent', { body: { ...event, format: 'workshop', seriesId: id } }, ['series']],
        ['giveRole', { params: { id: planted.ownColleagues['the series'].id }, body: role }, ['series', 'event']],
      ]
      for (const [name, request, right] of sent.filter(([, , good]) => !good.includes(kind))) {
        expect([name, kind, right, (await api.staff.send(operations[name], request)).status]).toEqual([name, kind, right, 422])
      }
    }
  })

  test('would be found where nobody looked to which event a mail belongs, or of which kind an id is', async () => {
    const { foreignLand, own } = planted.events
    const facts = await api.rooms.get(OutboxView).one(own.id, own.outboxId)
    jest.spyOn(OutboxAgain.prototype, 'again').mockResolvedValue(undefined)
    jest.spyOn(OutboxView.prototype, 'one').mockResolvedValue(facts)
    expect((await api.staff.send(operations.sendAgain, { params: { id: own.id, outboxId: foreignLand.outboxId } })).status).toBe(200)
    expect(await taken('sendAgain')).toContain('sendAgain takes a participant as :outboxId: 200')
  })
})
