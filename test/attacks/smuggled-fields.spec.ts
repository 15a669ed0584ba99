import { z } from 'zod'
import { type Operation, OrganisationInput, addresses, operations } from '@app/contracts'
import { ParticipationEntity } from '@app/participants'
import { CONFIG, type Config, newId } from '@app/platform'
import type { OperationName } from '../access/asked.js'
import { type PlantedProgramme, plantProgramme } from '../access/planted-programme.js'
import { onSqlite } from '../support/databases.js'
import { publishEvent } from '../support/staff-event.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { objectsIn, withAt } from './body-shapes.js'

/** Columns of our tables and words of rights that nobody may set from outside. */
const SMUGGLED = [
  'id', 'revision', 'state', 'place', 'answer', 'arrivalNo', 'role', 'roles', 'accountId', 'eventId', 'nodeId', 'permissions', 'isAdmin', 'createdAt', 'confirmedAt',
  'slug', 'path', 'passwordHash', 'isDemo', 'origin', 'public', 'constructor', 'expectedRevision',
]

const writing = (Object.entries(operations) as [OperationName, Operation][]).filter(([, { body }]) => body !== undefined)

onSqlite('fields that a body does not have', (database) => {
  let api: TestApi
  let planted: PlantedProgramme

  beforeAll(async () => {
    api = await openTestApi(database)
    planted = await plantProgramme(api)
  }, 120_000)
  afterAll(() => api.app.close())

  /** Sends every smuggled field at every object of the operation's body, and says which are not refused by name. */
  async function taken(name: OperationName, shape: z.ZodType): Promise<string[]> {
    const operation: Operation = operations[name]
    const { own } = planted.events
    const params = { ...own, id: typeof operation.access === 'object' && operation.access.at === 'series' ? own.seriesId : own.id, grantId: newId(), personId: own.participantId }
    const found: string[] = []
    for (const { at, fields } of objectsIn(shape)) {
      const extra = SMUGGLED.filter((field) => !fields.includes(field))
      const body = withAt({}, at, Object.fromEntries(extra.map((field) => [field, newId()])))
      const response = await api.staff.send(operation, { params, body })
      const { errors = [] } = (await response.json()) as { errors?: { pointer: string; code: string }[] }
      const refused = new Set(errors.filter(({ code }) => code === 'field.unknown_field').map(({ pointer }) => pointer))
      for (const field of extra) {
        const pointer = `/${[...at, field].join('/')}`
        if (response.status !== 422 || !refused.has(pointer)) found.push(`${name} takes ${pointer} (${response.status})`)
      }
    }
    return found
  }

  test.each(writing.map(([name]) => name))('are refused by name: %s', async (name) => {
    expect(await taken(name, (operations[name] as Operation).body!)).toEqual([])
  })

  test('would be found in a body that drops them in silence, on top and further down', async () => {
    // Of the whole only the part `host` stays closed; the other way round below.
    const open = jest.replaceProperty(operations.createOrganisation as { body: z.ZodType }, 'body', z.object(OrganisationInput.shape))
    expect(await taken('createOrganisation', OrganisationInput)).toContain('createOrganisation takes /revision (422)')
    open.replaceValue(z.strictObject({ ...OrganisationInput.shape, host: z.object({ imprint: z.string() }) }))
    expect(await taken('createOrganisation', OrganisationInput)).toContain('createOrganisation takes /host/revision (422)')
    open.restore()
    expect(objectsIn(z.strictObject({ list: z.array(z.object({ a: z.string() })) }))).toMatchObject([{ at: [], isClosed: true }, { at: ['list', '0'], isClosed: false }])
  })

  test('have no effect in a public form, whose browser may add some of its own', async () => {
    const { slug, id: eventId } = await publishEvent(api.staff)
    const origin = new URL(api.rooms.get<Config>(CONFIG).publicUrl).origin
    const path = addresses.registration('de', slug)
    const page = await api.stranger().visitor.open(path)
    const smuggledId = newId()
    const body = page.form.filled({ familyName: 'Schmuggel', email: 'schmuggel@stadt.example' })
    const extra = { id: smuggledId, answer: 'accepted', place: 'confirmed', arrivalNo: '1', origin: 'staff', revision: '99', eventId: newId(), confirmedAt: '2026-01-01', language: 'de' }
    for (const [name, value] of Object.entries(extra)) if (!body.has(name)) body.append(name, value)
    // The form is timed, and the clock of this test stands still.
    api.rooms.clock.advance(60_000)
    const answer = await api.stranger().visitor.raw(path, { method: 'POST', headers: { origin }, body })
    expect(answer.status).toBe(303)
    const row = await api.rooms.transactions.read.findOneByOrFail(ParticipationEntity, { email: 'schmuggel@stadt.example' })
    expect(row).toMatchObject({ eventId, answer: 'unconfirmed', place: 'none', arrivalNo: null, origin: 'open' })
    expect(row.id).not.toBe(smuggledId)
  })
})
