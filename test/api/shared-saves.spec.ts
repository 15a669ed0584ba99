import { operations } from '@app/contracts'
import { onEachDatabase } from '../support/databases.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { wholeBody } from '../support/whole-body.js'

/** Two people have the same form open: what one has saved is not written over unseen. */
onEachDatabase('a form that two people have open', (database) => {
  let api: TestApi

  beforeAll(async () => {
    api = await openTestApi(database)
  }, 60_000)
  afterAll(() => api.app.close())

  const things = {
    'a series': async () => {
      const { id, revision } = await api.staff.call(operations.createSeries, { body: { title: 'Reihe' } })
      const read = async () => (await api.staff.call(operations.listStaffSeries)).items.find((one) => one.id === id)!
      const send = (title: string, expectedRevision: number) => api.staff.send(operations.updateSeries, { params: { id }, body: { ...wholeBody(operations.updateSeries, { expectedRevision: 0, title }), expectedRevision } })
      return { revision, send, read: async () => read().then(({ title, revision: now }) => [title, now]) }
    },
    'an organisation and its texts': async () => {
      const host = { imprint: 'Impressum', privacy: 'Datenschutz' }
      const { id, revision } = await api.staff.call(operations.createOrganisation, { body: { name: 'Stelle', host } })
      const read = async () => (await api.staff.call(operations.listOrganisations, { query: {} })).items.find((one) => one.id === id)!
      const send = (name: string, expectedRevision: number) =>
        api.staff.send(operations.updateOrganisation, { params: { id }, body: { ...wholeBody(operations.updateOrganisation, { expectedRevision: 0, name, host: { ...host, imprint: `Impressum von ${name}` } }), expectedRevision } })
      return { revision, send, read: async () => read().then(({ name, revision: now, host: texts }) => [name, now, ...(texts!.imprint === `Impressum von ${name}` ? [] : [texts!.imprint])]) }
    },
    'the questions of an event': async () => {
      const { id } = await api.staff.call(operations.createEvent, { body: { format: 'workshop', title: 'Gespräch' } })
      const read = () => api.staff.call(operations.readQuestions, { params: { id } })
      const send = (label: string, expectedRevision: number) => api.staff.send(operations.saveQuestions, { params: { id }, body: { questions: [{ key: 'frage', kind: 'text', label }], needs: [], expectedRevision } })
      return { revision: (await read()).revision, send, read: async () => read().then(({ questions, revision: now }) => [questions[0]!.label, now]) }
    },
    'the questions of a format': async () => {
      const read = async () => (await api.staff.call(operations.listFormats)).items.find(({ key }) => key === 'webinar')!
      const send = (label: string, expectedRevision: number) => api.staff.send(operations.saveFormatQuestions, { params: { key: 'webinar' }, body: { questions: [{ key: 'frage', kind: 'text', label }], needs: [], expectedRevision } })
      return { revision: (await read()).version, send, read: async () => read().then(({ asks, version }) => [asks.questions[0]!.label, version]) }
    },
  }

  test.each(Object.keys(things) as (keyof typeof things)[])('is refused to the second of them, who has not seen what the first one saved: %s', async (what) => {
    const { revision, send, read } = await things[what]()
    expect((await send('Die erste', revision)).status).toBe(200)
    const late = await send('Die zweite', revision)
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'conflict'])
    expect(await read()).toEqual(['Die erste', revision + 1])
    expect((await send('Die zweite', revision + 1)).status).toBe(200)
    expect(await read()).toEqual(['Die zweite', revision + 2])
    for (const wrong of [-1, 1.5, '1', null]) expect((await send('Falsch', wrong as number)).status).toBe(422)
  })

  test.each(Object.keys(things) as (keyof typeof things)[])('is taken from one of eight who save at the same moment: %s', async (what) => {
    const { revision, send, read } = await things[what]()
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => send(`Zugleich ${n}`, revision)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    expect(await read()).toEqual([`Zugleich ${statuses.indexOf(200)}`, revision + 1])
  })
})
