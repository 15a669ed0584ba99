import { ROLES, type Operation, type Role, operations } from '@app/contracts'
import { Accounts, Gate, Grants, Scope, systemActor } from '@app/staff'
import { newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import type { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { type Asked, type OperationName, PLACES, type PlaceName, askedOf } from './asked.js'
import { MARKS, type PlantedProgramme, type Where, plantProgramme } from './planted-programme.js'
import { readableText } from './readable-text.js'
import { routesOf } from './routes.js'

const names = Object.keys(operations) as OperationName[]
const reads = names.filter((name) => operations[name].method === 'GET')
/** Answers with numbers alone, in which no mark could stand. */
const WITHOUT_TEXT: readonly OperationName[] = ['readAudience', 'listFormats', 'readRetention']
/** Refused to everybody who asks here, by the place or by what was sent: carried out in tests of their own. */
const NEVER_DONE: readonly OperationName[] = ['createSeries', 'erasePerson', 'saveFormatQuestions']

interface Answer {
  asked: Asked
  status: number
  /** Everything in it: headers, JSON, CSV, the files of an XLSX. */
  text: string
}

onEachDatabase('the access matrix', (database) => {
  let api: TestApi
  let planted: PlantedProgramme

  beforeAll(async () => {
    api = await openTestApi(database)
    planted = await plantProgramme(api)
  }, 120_000)
  afterAll(() => api.app.close())

  /** An account with these roles over the whole programme. */
  async function everywhere(roles: Role[]): Promise<Staff> {
    const accountId = await api.rooms.transactions.run(async (tx) => {
      const id = await api.rooms.get(Accounts).create(tx, { email: `${newId()}@stadt.example`, name: 'Kim', role: roles[0]! })
      for (const role of roles.slice(1)) await api.rooms.get(Grants).give(tx, id, { role, nodeId: null, land: null, expiresAt: null }, { actor: systemActor, reason: null })
      return id
    })
    return api.as(accountId)
  }

  /** An account with one role at a place, or none. */
  async function somebody(role: Role | null, place: PlaceName): Promise<Staff> {
    const { transactions, get } = api.rooms
    const nodeId = planted.path.split('/').at(-1)!
    const accountId = await transactions.run(async (tx) => {
      const id = await get(Accounts).create(tx, { email: `${newId()}@stadt.example`, name: 'Kim', role: 'reader' })
      await get(Grants).revokeAll(tx, id, { actor: systemActor, reason: null })
      if (role !== null) await get(Grants).give(tx, id, { role, nodeId, land: PLACES[place].land, expiresAt: null }, { actor: systemActor, reason: null })
      return id
    })
    return api.as(accountId)
  }

  async function ask(staff: Staff, asked: Asked): Promise<Answer> {
    const response = await staff.send(operations[asked.operation], asked)
    return { asked, status: response.status, text: await readableText(response) }
  }

  /** In words, what an answer breaks: another status than the table asks for, or a word of somebody else. */
  function breaks({ asked, status, text }: Answer, who: string, place: PlaceName): string[] {
    const { status: usual } = operations[asked.operation]
    // What is permitted may meet a state in which it cannot be done any more.
    const isRight = asked.expected === 'permitted' ? status === usual || status === 409 : status === asked.expected
    const inside: readonly Where[] = PLACES[place].inside
    // The address book is one for everybody who may read it.
    const found = asked.operation.endsWith('Organisation') ? [] : (Object.keys(MARKS) as Where[]).filter((where) => !inside.includes(where) && text.includes(MARKS[where]))
    const where = `${who} at ${place} asks ${asked.operation} about ${asked.about}`
    return [...(isRight ? [] : [`${where}: ${status} instead of ${asked.expected}`]), ...found.map((mark) => `${where}: reads of ${mark}`)]
  }

  const all = async (asking: Asked[], staff: Staff) => {
    const answers: Answer[] = []
    for (const asked of asking) answers.push(await ask(staff, asked))
    return answers
  }

  const cells = Object.keys(PLACES).flatMap((place) => [...ROLES, null].map((role) => ({ role, who: role ?? 'nobody', place: place as PlaceName })))

  test('answers every route as the table of rights says, to every role, and never with a word of somebody else', async () => {
    const broken: string[] = []
    const done = new Map<OperationName, number>()
    const seen = new Set<OperationName>()
    for (const { role, who, place } of cells) {
      const staff = await somebody(role, place)
      const answers = await all(names.flatMap((name) => askedOf(name, role, place, planted)), staff)
      broken.push(...answers.flatMap((answer) => breaks(answer, who, place)))
      for (const { asked, status, text } of answers) {
        if (status === operations[asked.operation].status) done.set(asked.operation, (done.get(asked.operation) ?? 0) + 1)
        if (text.includes(MARKS.own)) seen.add(asked.operation)
      }
    }
    expect(broken).toEqual([])
    // Every permitted operation was really carried out, and what is read shows what is one's own: otherwise the silence would prove nothing.
    const ruled = names.filter((name) => typeof (operations[name] as Operation).access === 'object')
    expect(ruled.filter((name) => !done.has(name) && !NEVER_DONE.includes(name))).toEqual([])
    expect(ruled.filter((name) => reads.includes(name) && !WITHOUT_TEXT.includes(name) && !seen.has(name))).toEqual([])
  }, 600_000)

  test('answers what lies outside with the very words for what does not exist', async () => {
    const staff = await somebody('organiser', 'the series in one Land')
    const { foreignLand } = planted.events
    for (const name of names) {
      const { access, path, method }: Operation = operations[name]
      if (typeof access === 'string' || access.at !== 'event') continue
      const words = async (id: string) => {
        const response = await staff.visitor.raw(path.replace(':id', id).replace(/:\w+/, foreignLand.participantId), { method, headers: { 'x-csrf-token': staff.session!.csrf } })
        return [response.status, response.headers.get('content-type'), await response.text()]
      }
      expect([name, ...(await words(foreignLand.id))]).toEqual([name, ...(await words(newId()))])
    }
    const into = (seriesId: string) => staff.refused(operations.createEvent, { body: { format: 'none', title: 'Neu', seriesId } })
    expect(await into(planted.events.foreignProgramme.seriesId)).toEqual(await into(newId()))
  })

  test('shows the marks to whoever has every right, so that they could be found', async () => {
    const answers = await all(reads.flatMap((name) => askedOf(name, 'admin', 'the series', planted)), await everywhere(['admin', 'needs']))
    for (const name of reads.filter((one) => typeof (operations[one] as Operation).access === 'object' && !WITHOUT_TEXT.includes(one))) {
      const text = answers.filter(({ asked }) => asked.operation === name).map((answer) => answer.text).join()
      if (!name.endsWith('Organisations')) expect([name, text.includes(MARKS.foreignProgramme)]).toEqual([name, true])
    }
  })

  test('keeps the way out of the own part shut: an event is not moved into another Land', async () => {
    const staff = await somebody('editor', 'the series in one Land')
    const params = { id: planted.events.own.id }
    expect(await staff.refused(operations.updateEvent, { params, body: { regions: ['DE-HE'] } })).toMatchObject({ status: 403, code: 'outside_scope' })
    expect(await staff.call(operations.updateEvent, { params, body: { regions: ['DE-RP', 'DE-HE'] } })).toMatchObject({ regions: ['DE-HE', 'DE-RP'] })
    await staff.call(operations.updateEvent, { params, body: { regions: ['DE-RP', 'DE-SL'] } })
  })

  test('gives the list for the door without addresses to whoever may not read people', async () => {
    const staff = await somebody('finance', 'the series')
    const params = { id: planted.events.own.id }
    expect((await staff.download(operations.attendanceCsv, { params, query: {} })).content.toString()).not.toContain('ada@')
    for (const operation of [operations.attendanceCsv, operations.attendanceXlsx]) {
      expect(await staff.refused(operation, { params, query: { columns: 'all' } })).toMatchObject({ status: 403 })
    }
  })

  test('takes a right away and gives it from one request to the next, with the same session', async () => {
    const staff = await somebody('reader', 'the series')
    const { transactions, get } = api.rooms
    const { id } = staff.session!.account
    const params = { id: planted.events.own.id }
    const cookie = staff.visitor.cookies.get('dialogwerk')
    expect(await staff.refused(operations.listParticipants, { params, query: {} })).toMatchObject({ status: 403 })
    await transactions.run((tx) => get(Grants).give(tx, id, { role: 'participants', nodeId: params.id, land: null, expiresAt: null }, { actor: systemActor, reason: null }))
    await staff.call(operations.listParticipants, { params, query: {} })
    expect(staff.visitor.cookies.get('dialogwerk')).not.toBe(cookie)
    await transactions.run((tx) => get(Grants).revokeAll(tx, id, { actor: systemActor, reason: null }))
    expect(await staff.refused(operations.listParticipants, { params, query: {} })).toMatchObject({ status: 404 })
  })

  test('holds every page outside of the API as well, signed in or not', async () => {
    const staff = await somebody('organiser', 'the series in one Land')
    const { foreignLand, foreignProgramme } = planted.events
    const routes = routesOf(api.app)
    const ofOperations = new Set(Object.values(operations).map(({ method, path }) => `${method} ${path}`))
    expect([...ofOperations].filter((route) => !routes.includes(route))).toEqual([])
    const pages = routes.filter((route) => route.startsWith('GET ') && !ofOperations.has(route)).map((route) => route.slice(4))
    expect(pages.length).toBeGreaterThan(15)
    const broken: string[] = []
    for (const page of [...pages, operations.listEvents.path, operations.listSeries.path, operations.readEvent.path]) {
      for (const value of [foreignLand.slug, foreignLand.id, foreignProgramme.slug, foreignProgramme.id]) {
        const path = page.replace(/\/[*:]\w+/g, `/${value}`)
        for (const visitor of [staff, api.stranger()]) {
          const text = (await readableText(await visitor.visitor.raw(path))).replaceAll(value, '')
          if (text.includes(MARKS.foreignLand) || text.includes(MARKS.foreignProgramme)) broken.push(path)
        }
      }
    }
    expect(broken).toEqual([])
  })

  describe('finds', () => {
    afterEach(() => jest.restoreAllMocks())

    const found = async () => {
      const place = 'the series in one Land'
      const staff = await somebody('organiser', place)
      const answers = await all(reads.flatMap((name) => askedOf(name, 'organiser', place, planted)), staff)
      return answers.flatMap((answer) => breaks(answer, 'organiser', place))
    }

    test('a list that forgets the scope', async () => {
      jest.spyOn(Scope.prototype, 'condition').mockReturnValue({ sql: '1 = 1', parameters: {} })
      expect(await found()).toEqual(expect.arrayContaining([expect.stringMatching(/listStaffEvents .*reads of foreignLand/), expect.stringMatching(/listStaffSeries .*reads of foreignProgramme/)]))
    })

    test('a gate that stands open', async () => {
      jest.spyOn(Gate.prototype, 'admit').mockResolvedValue([])
      const broken = await found()
      for (const name of ['readStaffEvent', 'listParticipants', 'listOutbox', 'attendanceCsv', 'attendanceXlsx']) {
        expect(broken).toContainEqual(expect.stringMatching(new RegExp(`${name} about foreignLand: (reads of|200)`)))
      }
    })
  })
})
