import { type Operation, operations } from '@app/contracts'
import { HostEntity } from '@app/events'
import type { OperationName } from '../access/asked.js'
import { type PlantedProgramme, plantProgramme } from '../access/planted-programme.js'
import { objectsIn } from '../attacks/body-shapes.js'
import { onSqlite } from '../support/databases.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const HOST = {
  imprint: 'Impressum', privacy: 'Datenschutz', accessibility: 'Erklärung', senderName: 'Team', senderEmail: 'team@stadt.example', jurisdiction: 'DE', arbitration: 'Ombudsfrau',
  easyLanguage: 'Das ist leicht.', signVideoUrl: 'https://video.example/dgs',
}
const QUESTIONS = { expectedRevision: 0, questions: [], needs: [] }

/** A body with every field, for each PUT. */
const WHOLE: Partial<Record<OperationName, object>> = {
  setPassword: { password: 'Ein langes Passwort für Mainz', current: null },
  resetPassword: { token: 'none', password: 'Ein langes Passwort für Mainz' },
  setLanguage: { language: 'de' },
  confirmTotp: { pending: 'none', code: '000000' },
  updateOrganisation: { expectedRevision: 0, name: 'Stiftung', shortName: 'St', land: 'DE-RP', street: 'Markt 1', postcode: '55116', city: 'Mainz', host: HOST },
  updateSeries: { expectedRevision: 0, title: 'Reihe', kind: 'dialogreihe', summary: 'Worum es geht', outlook: 'Weiter', hosts: [], public: false },
  saveFormatQuestions: QUESTIONS,
  saveQuestions: QUESTIONS,
  editParticipant: {
    givenName: 'Ada', familyName: 'Muster', email: null, salutation: 'frau', title: null, organisation: 'Stadt', office: null, officeSalutation: null, land: 'DE-RP', group: null, language: 'de', phone: null,
  },
}

const replacing = (Object.entries(operations) as [OperationName, Operation][]).filter(([, { method }]) => method === 'PUT').map(([name]) => name)

/** Paths of all fields, those of objects inside too; entries of lists are values of their own. */
const fieldsOf = (name: OperationName) =>
  objectsIn((operations[name] as Operation).body!).filter(({ at }) => !at.includes('0')).flatMap(({ at, fields }) => fields.map((field) => [...at, field]))

function without(body: object, [name, ...rest]: readonly string[]): object {
  const { [name!]: gone, ...others } = body as Record<string, unknown>
  return rest.length === 0 ? others : { ...others, [name!]: without(gone as object, rest) }
}

onSqlite('a body that replaces the whole', (database) => {
  let api: TestApi
  let planted: PlantedProgramme

  beforeAll(async () => {
    api = await openTestApi(database)
    planted = await plantProgramme(api)
  }, 120_000)
  afterAll(() => api.app.close())

  async function errorsOf(name: OperationName, body: object): Promise<[number, string[]]> {
    const { own } = planted.events
    const { access }: Operation = operations[name]
    const id = typeof access === 'object' && access.at === 'series' ? own.seriesId : name === 'updateOrganisation' ? own.organisationId : own.id
    const response = await api.staff.send(operations[name], { params: { id, participantId: own.participantId, key: 'workshop' }, body })
    const { errors = [] } = (response.status === 204 ? {} : await response.json()) as { errors?: { pointer: string; code: string }[] }
    return [response.status, errors.filter(({ code }) => code === 'field.required').map(({ pointer }) => pointer)]
  }

  test('is known of every PUT', () => {
    expect(Object.keys(WHOLE).sort()).toEqual([...replacing].sort())
    for (const name of replacing) expect([name, fieldsOf(name).filter((path) => path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], WHOLE[name]) === undefined)]).toEqual([name, []])
  })

  test.each(replacing)('leaves no field out: %s', async (name) => {
    const hosts = () => api.rooms.transactions.read.find(HostEntity, { order: { id: 'ASC' } })
    const before = await hosts()
    for (const path of fieldsOf(name)) expect([path, await errorsOf(name, without(WHOLE[name]!, path))]).toEqual([path, [422, [`/${path.join('/')}`]]])
    const all = fieldsOf(name).filter(({ length }) => length === 1).map(([field]) => `/${field}`)
    const [status, missing] = await errorsOf(name, {})
    expect([status, [...missing].sort()]).toEqual([422, all.sort()])
    expect(await hosts()).toEqual(before)
  })

  test('is taken with every field, and null empties what may be empty', async () => {
    const { own } = planted.events
    await api.staff.call(operations.updateOrganisation, { params: { id: own.organisationId }, body: WHOLE.updateOrganisation as never })
    const emptied = { ...HOST, accessibility: null, easyLanguage: '', signVideoUrl: null }
    const saved = await api.staff.call(operations.updateOrganisation, { params: { id: own.organisationId }, body: { ...WHOLE.updateOrganisation, expectedRevision: 1, city: null, host: emptied } as never })
    expect(saved).toMatchObject({ street: 'Markt 1', city: null, host: { imprint: 'Impressum', accessibility: null, easyLanguage: null, signVideoUrl: null, senderEmail: 'team@stadt.example' } })
  })

  test('stands in the description of the API with every field required', async () => {
    const paths = ((await (await fetch(`${api.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: Described } } } }>> }).paths
    for (const name of replacing) {
      const { path } = operations[name]
      const { properties, required } = paths[path.replace(/:(\w+)/g, '{$1}')]!['put']!.requestBody!.content['application/json'].schema
      expect([name, [...required!].sort()]).toEqual([name, Object.keys(properties!).sort()])
    }
    const host = paths['/api/v1/organisations/{id}']!['put']!.requestBody!.content['application/json'].schema.properties!['host']!.anyOf!.find(({ properties }) => properties)!
    expect([...host.required!].sort()).toEqual(Object.keys(HOST).sort())
    expect(paths['/api/v1/organisations']!['post']!.requestBody!.content['application/json'].schema.required).toEqual(['name'])
  })
})

interface Described {
  properties?: Record<string, Described>
  required?: string[]
  anyOf?: Described[]
}
