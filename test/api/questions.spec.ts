import { type EventDetail, type QuestionsSent, addresses, operations } from '@app/contracts'
import { EventEntity, EventLookup, Notices } from '@app/events'
import { AnswerFiles, Answers, ConsentEntity, ConsentKeeper, NeedEntity, ParticipationEntity, QuestionAnswerEntity } from '@app/participants'
import { CONFIG, type Config, OutboxEntity, PersonalLinks, newId } from '@app/platform'
import { Accounts, AuditEntryEntity, Grants, systemActor } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { publishEvent } from '../support/staff-event.js'
import { saveQuestions } from '../support/staff-questions.js'
import type { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { Visitor } from '../support/visitor.js'
import { VisitorPage } from '../support/visitor-page.js'

const ALLERGY = 'Haselnuss-Allergie'
const DETAIL = 'Rollstuhl, 70 cm breit'
const ASKS: Required<QuestionsSent> = {
  questions: [
    { key: 'essen', kind: 'choice', label: 'Was möchten Sie essen?', options: ['Suppe', 'Salat', 'nichts'], required: true },
    { key: 'salat', kind: 'several', label: 'Womit?', options: ['Käse', 'Nüsse'], shownIf: { question: 'essen', is: ['Salat'] }, required: true },
    { key: 'frage', kind: 'long', label: 'Ihre Frage an das Podium' },
    { key: 'kinder', kind: 'number', label: 'Wie viele Kinder bringen Sie mit?' },
    { key: 'ankunft', kind: 'date', label: 'Tag der Ankunft' },
    { key: 'rundbrief', kind: 'consent', label: 'Ich möchte den Rundbrief.' },
    { key: 'allergie', kind: 'text', label: 'Welche Allergien haben Sie?', special: true, retention: 'B' },
    { key: 'vollmacht', kind: 'file', label: 'Vollmacht' },
    { key: 'attest', kind: 'file', label: 'Attest', special: true },
  ],
  needs: [{ kind: 'wheelchair', bookBy: '2027-01-15' }, { kind: 'diet' }],
}
const PDF = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(90_000, 7)])

onEachDatabase('questions of an event', (database) => {
  let api: TestApi
  let event: EventDetail
  const visitor = () => new Visitor(api.url)

  beforeAll(async () => {
    api = await openTestApi(database)
    event = await publishEvent(api.staff, { capacity: 50 })
    await saveQuestions(api.staff, event.id, ASKS)
  }, 120_000)
  afterAll(() => api.app.close())

  const origin = () => ({ origin: new URL(api.rooms.get<Config>(CONFIG).publicUrl).origin })
  /** Sends a form as a person does who takes their time. */
  async function post(action: string, body: URLSearchParams | FormData): Promise<VisitorPage> {
    api.rooms.clock.advance(5_000)
    const answer = await visitor().raw(action, { method: 'POST', headers: origin(), body })
    return new VisitorPage(new URL(action, api.url).href, answer.status, answer.headers, await answer.text(), [])
  }
  const form = async () => (await visitor().open(addresses.registration('de', event.slug))).form
  const register = async (values: Record<string, string | string[]>) => {
    const page = await form()
    return post(page.action, page.filled({ familyName: 'Muster', ...values }))
  }
  const personOf = (email: string) => api.rooms.transactions.read.findOneByOrFail(ParticipationEntity, { email })
  const answersOf = (participationId: string) => api.rooms.transactions.read.findBy(QuestionAnswerEntity, { participationId })
  /** Confirms the address and opens the personal page. */
  async function personal(email: string): Promise<VisitorPage> {
    const { id } = await personOf(email)
    const links = api.rooms.get(PersonalLinks)
    const confirm = await visitor().open(addresses.confirm((await links.tokenFor('confirm', id))!))
    if (confirm.forms.length > 0) await post(confirm.form.action, confirm.form.filled({}))
    return visitor().open(addresses.manage((await links.tokenFor('manage', id))!))
  }
  /** Somebody with these roles at this event. */
  async function colleague(...roles: ('needs' | 'participants' | 'editor' | 'reader')[]): Promise<Staff> {
    const accountId = await api.rooms.transactions.run(async (tx) => {
      const id = await api.rooms.get(Accounts).create(tx, { email: `${newId()}@stadt.example`, name: 'Kim', role: 'reader' })
      for (const role of roles) if (role !== 'reader') await api.rooms.get(Grants).give(tx, id, { role, nodeId: event.id, land: null, expiresAt: null }, { actor: systemActor, reason: null })
      return id
    })
    return api.as(accountId)
  }
  /** Every row of every table, as text: what stands in the database for whoever steals it. */
  async function wholeDatabase(): Promise<string> {
    const { read } = api.rooms.transactions
    const rows = await Promise.all(read.connection.entityMetadatas.map(({ tableName }) => read.query(`SELECT * FROM ${read.connection.driver.escape(tableName)}`)))
    return JSON.stringify(rows)
  }

  test('are asked on the form, in its order, with what helps to answer; nothing is ticked', async () => {
    const page = await visitor().open(addresses.registration('de', event.slug))
    expect(page.form.fields.map(({ name }) => name).filter((name) => /answers|needs|special/.test(name))).toEqual([
      'answers.essen', 'answers.salat', 'answers.frage', 'answers.kinder', 'answers.ankunft', 'answers.rundbrief', 'answers.allergie', 'needs', 'needsDetail', 'specialConsent',
    ])
    for (const words of ['Nur wenn Sie bei „Was möchten Sie essen?“ geantwortet haben: Salat.', 'wenn möglich bis 15. Januar 2027 anmelden', 'verschlüsselt', 'Die Datei laden Sie auf Ihrer persönlichen Seite hoch']) expect(page.text).toContain(words)
    expect(page.html).not.toContain('checked')
    const asked = await api.stranger().call(operations.readForm, { params: { slug: event.slug } })
    expect(asked).toMatchObject({ needs: [{ kind: 'wheelchair', bookBy: '2027-01-15' }, { kind: 'diet', bookBy: null }], specialConsent: expect.stringContaining('Ich willige ein') })
    expect(asked.questions.map(({ key }) => key)).toEqual(ASKS.questions.map(({ key }) => key))
  })

  test('what is wrong is said at once and at its field, what was typed is kept, and nothing is stored', async () => {
    const page = await register({ familyName: '', email: 'kein-at', 'answers.essen': 'Salat', 'answers.kinder': 'zwei', 'answers.ankunft': '2027-02-31', 'answers.allergie': ALLERGY, needs: ['diet'] })
    expect(page.status).toBe(422)
    for (const sentence of ['fehlt das Zeichen @', 'Die Angabe „Womit?“ fehlt noch.', '„Wie viele Kinder bringen Sie mit?“ muss eine Zahl sein', '„Tag der Ankunft“ ist kein Datum, das es gibt', 'Ohne Ihre Einwilligung dürfen wir']) {
      expect(page.text).toContain(sentence)
    }
    expect(page.html).toContain('href="#f-answers.kinder"')
    expect(page.form.fields.find(({ name }) => name === 'answers.allergie')?.value).toEqual([ALLERGY])
    expect(page.form.fields.find(({ name }) => name === 'needs')?.value).toEqual(['diet'])
    expect(await api.rooms.transactions.read.countBy(ParticipationEntity, { eventId: event.id })).toBe(0)
    const problem = await api.stranger().refused(operations.register, { params: { slug: event.slug }, body: { familyName: 'Muster', email: 'a@stadt.example', answers: { essen: 'Fisch', unbekannt: 'x', kinder: [], vollmacht: 'x' } } })
    expect(problem).toMatchObject({ status: 422, errors: expect.arrayContaining([
      expect.objectContaining({ pointer: '/answers/essen', code: 'field.choice' }), expect.objectContaining({ pointer: '/answers/unbekannt', code: 'field.unknown_field' }),
      expect.objectContaining({ pointer: '/answers/kinder', code: 'field.number' }), expect.objectContaining({ pointer: '/answers/vollmacht', code: 'field.file_later' }),
    ]) })
  })

  test('answers are kept as they were meant; special categories and needs are sealed, with the consent and its wording', async () => {
    const sent = await register({
      email: 'ada@stadt.example', 'answers.essen': 'Salat', 'answers.salat': ['Nüsse', 'Käse'], 'answers.kinder': '1,5', 'answers.ankunft': '2027-02-28', 'answers.rundbrief': 'yes',
      'answers.allergie': ALLERGY, needs: ['wheelchair'], needsDetail: DETAIL, specialConsent: 'yes',
    })
    expect(sent.status).toBe(303)
    const { id } = await personOf('ada@stadt.example')
    expect((await answersOf(id)).flatMap(({ value }) => value ?? []).sort()).toEqual(['1.5', '2027-02-28', 'Salat', '["Käse","Nüsse"]', 'yes'].sort())
    expect((await answersOf(id)).flatMap(({ valueSealed }) => valueSealed ?? [])).toEqual([expect.stringMatching(/^v1\./)])
    const [consent] = await api.rooms.transactions.read.findBy(ConsentEntity, { participationId: id })
    expect(await api.rooms.transactions.read.findOneByOrFail(NeedEntity, { participationId: id })).toMatchObject({ consentId: consent!.id })
    const everything = await wholeDatabase()
    expect([everything.includes(ALLERGY), everything.includes('70 cm'), everything.includes('Salat')]).toEqual([false, false, true])
    // That somebody has consented in German is nothing that others read on their form.
    expect((await visitor().open(addresses.registration('en', event.slug))).text).toContain('I agree that what I say about health')
  })

  test('a condition that is not met drops the answer and what it requires', async () => {
    expect((await register({ email: 'bob@stadt.example', 'answers.essen': 'Suppe', 'answers.salat': ['Käse'] })).status).toBe(303)
    const { id } = await personOf('bob@stadt.example')
    expect((await answersOf(id)).map(({ value }) => value)).toEqual(['Suppe'])
  })

  test('are changed on the personal page, and a consent taken back there deletes what it allowed', async () => {
    const page = await personal('ada@stadt.example')
    const own = page.formWith(/Antworten speichern/)
    expect(own.fields.find(({ name }) => name === 'answers.allergie')?.value).toEqual([ALLERGY])
    expect(own.fields.find(({ name }) => name === 'answers.kinder')?.value).toEqual(['1,5'])
    const refused = await post(own.action, own.filled({ 'answers.kinder': 'viele' }))
    expect([refused.status, refused.text.includes('muss eine Zahl sein')]).toEqual([422, true])
    expect((await post(own.action, own.filled({ 'answers.essen': 'nichts', 'answers.kinder': '2', 'answers.rundbrief': [], needsDetail: '' }))).status).toBe(303)
    const { id } = await personOf('ada@stadt.example')
    expect((await answersOf(id)).flatMap(({ value }) => value ?? []).sort()).toEqual(['2', '2027-02-28', 'nichts'])
    const [entry] = await api.rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: id, action: 'participation.answer' })
    expect(entry!.change).toBeNull()
    const changed = await visitor().open(page.url)
    expect((await post(changed.formWith(/widerrufen/).action, changed.formWith(/widerrufen/).filled({}))).status).toBe(303)
    expect(await api.rooms.transactions.read.countBy(NeedEntity, { participationId: id })).toBe(0)
    expect((await answersOf(id)).every(({ valueSealed }) => valueSealed === null)).toBe(true)
    const entries = await api.rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: id })
    expect(JSON.stringify(entries)).not.toMatch(/special|allergie/)
    // An entry of its own for this consent alone would tell who had needed something.
    expect(entries.map(({ action }) => action).filter((action) => /answer|consent/.test(action))).toEqual(['participation.answer', 'participation.answer'])
  })

  test('files are taken from the personal page alone, by what they are, and lie sealed', async () => {
    const page = await personal('bob@stadt.example')
    const own = page.formWith(/Datei hochladen/)
    const upload = (content: Buffer | null, name = 'Vollmacht für Kim.pdf') => {
      const body = new FormData()
      for (const { name: field, value } of own.fields) if (field !== 'file') body.append(field, value[0] ?? '')
      if (content) body.append('file', new Blob([new Uint8Array(content)]), name)
      return post(own.action, body)
    }
    expect((await upload(Buffer.from('<html><script>alert(1)</script>'), 'böse.pdf')).text).toContain('kein PDF, JPEG oder PNG')
    expect((await upload(null)).text).toContain('Bitte wählen Sie eine Datei aus.')
    expect((await upload(Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]))).text).toContain('höchstens 5 MB')
    expect((await upload(PDF, '../../etc/Vollmacht für "Kim".exe')).status).toBe(303)
    const { id } = await personOf('bob@stadt.example')
    expect((await wholeDatabase()).includes(PDF.toString('base64').slice(0, 40))).toBe(false)
    const file = await visitor().raw((await visitor().open(page.url)).link(/Vollmacht für Kim\.pdf/))
    expect([file.headers.get('content-type'), Buffer.from(await file.arrayBuffer()).equals(PDF)]).toEqual(['application/pdf', true])
    const staff = await api.staff.download(operations.readAnswerFile, { params: { id: event.id, participantId: id, key: 'vollmacht' } })
    expect(staff.content.equals(PDF)).toBe(true)
    expect(staff.headers.get('content-disposition')).toBe(`attachment; filename="Vollmacht fur Kim.pdf"; filename*=UTF-8''Vollmacht%20f%C3%BCr%20Kim.pdf`)
    expect((await post(own.action, new URLSearchParams())).status).toBe(403)
    expect((await post(addresses.answerFile('unbekannt', 'vollmacht'), new FormData())).status).toBe(404)
    const again = (await visitor().open(page.url)).formWith(/Datei löschen/)
    const removal = new FormData()
    for (const { name, value } of again.fields) if (name !== 'file') removal.append(name, value[0] ?? '')
    removal.append('remove', 'yes')
    expect((await post(again.action, removal)).status).toBe(303)
    expect((await answersOf(id)).map(({ value }) => value)).toEqual(['Suppe'])
  })

  test('two tabs that save at once are two saves, one after the other, and so are two files', async () => {
    const page = await personal('bob@stadt.example')
    const { id } = await personOf('bob@stadt.example')
    const own = page.formWith(/Antworten speichern/)
    const file = page.formWith(/Datei hochladen/)
    const upload = (n: number) => {
      const body = new FormData()
      for (const { name, value } of file.fields) if (name !== 'file') body.append(name, value[0] ?? '')
      body.append('file', new Blob([new Uint8Array(PDF)]), `${n}.pdf`)
      return post(file.action, body)
    }
    const tabs = await Promise.all([1, 2, 3, 4].flatMap((n) => [post(own.action, own.filled({ 'answers.kinder': String(n), needs: ['diet'], needsDetail: `${n}`, specialConsent: 'yes' })), upload(n)]))
    expect(tabs.map(({ status }) => status)).toEqual(tabs.map(() => 303))
    expect((await answersOf(id)).length).toBe(3)
    expect(await api.rooms.transactions.read.countBy(NeedEntity, { participationId: id })).toBe(1)
    expect(await api.rooms.transactions.read.countBy(ConsentEntity, { participationId: id })).toBe(1)
    const [, reads] = [await post(own.action, own.filled({ needs: [] })), await visitor().open(page.url)]
    expect(reads.link(/\d\.pdf/)).toContain('/datei/vollmacht')
  })

  test('the role needs alone reads them by name, all others see a lock; numbers are for whoever books, without names', async () => {
    await register({ email: 'eve@stadt.example', familyName: 'Evers', 'answers.essen': 'Suppe', 'answers.allergie': ALLERGY, needs: ['wheelchair', 'diet'], needsDetail: DETAIL, specialConsent: 'yes' })
    await personal('eve@stadt.example')
    const { id } = await personOf('eve@stadt.example')
    const of = { params: { id: event.id, participantId: id } }
    const [carer, organiser, both, reader] = [await colleague('needs'), await colleague('participants'), await colleague('needs', 'participants'), await colleague('reader')]
    for (const staff of [api.staff, organiser]) {
      const seen = await staff.call(operations.readAnswers, of)
      expect(seen).toMatchObject({ needs: null, needsLocked: true })
      expect(seen.items.find(({ key }) => key === 'allergie')).toMatchObject({ locked: true, values: [] })
      expect(seen.items.find(({ key }) => key === 'essen')).toMatchObject({ locked: false, values: ['Suppe'] })
      const counts = await staff.call(operations.countNeeds, { params: { id: event.id } })
      expect(counts).toMatchObject({ people: { confirmed: 1, waiting: 0 }, needs: [{ kind: 'wheelchair', confirmed: 1 }, { kind: 'diet', confirmed: 1 }] })
      expect(JSON.stringify(counts)).not.toMatch(/Evers|eve@|Haselnuss|70 cm/)
      expect((await staff.refused(operations.listNeeds, { params: { id: event.id } })).status).toBe(403)
      const list = await staff.download(operations.attendanceCsv, { params: { id: event.id }, query: { columns: 'all' } as never })
      expect([list.content.toString().includes('Was möchten Sie essen?'), list.content.toString().includes('Haselnuss'), list.content.toString().includes('Allergien')]).toEqual([true, false, false])
    }
    expect((await both.call(operations.readAnswers, of))).toMatchObject({ needs: { kinds: ['wheelchair', 'diet'], detail: DETAIL }, items: expect.arrayContaining([expect.objectContaining({ key: 'allergie', values: [ALLERGY] })]) })
    expect((await carer.call(operations.listNeeds, { params: { id: event.id } })).items).toEqual([expect.objectContaining({ name: 'Evers', kinds: ['wheelchair', 'diet'], detail: DETAIL, answers: [expect.objectContaining({ values: [ALLERGY] })] })])
    const csv = (await carer.download(operations.needsCsv, { params: { id: event.id } })).content.toString()
    expect(csv).toContain(ALLERGY)
    await api.rooms.get(AnswerFiles).put({ id, eventId: event.id }, 'attest', { name: 'Attest.pdf', content: PDF }, { ticked: true, hostId: null, shownIn: 'de' }, systemActor)
    const attest = { id: event.id, participantId: id }
    expect((await carer.download(operations.readNeedsFile, { params: { ...attest, question: 'attest' } })).content.equals(PDF)).toBe(true)
    expect((await carer.refused(operations.readNeedsFile, { params: { ...attest, question: 'vollmacht' } })).status).toBe(404)
    expect((await organiser.refused(operations.readNeedsFile, { params: { ...attest, question: 'attest' } })).status).toBe(403)
    expect((await organiser.refused(operations.readAnswerFile, { params: { ...attest, key: 'attest' } })).status).toBe(404)
    expect((await both.download(operations.readAnswerFile, { params: { ...attest, key: 'attest' } })).content.equals(PDF)).toBe(true)
    expect((await carer.refused(operations.readAnswers, of)).status).toBe(403)
    // A number beside a list of names tells who it was: how many answered a sealed question is for whoever counts needs, and that anybody did for whoever changes questions.
    const countedFor = async (staff: Staff) => Object.fromEntries((await staff.call(operations.readQuestions, { params: { id: event.id } })).questions.map(({ key, answered }) => [key, answered]))
    expect(await countedFor(organiser)).toMatchObject({ essen: 3, allergie: 1, attest: 1 })
    expect(await countedFor(await colleague('editor'))).toMatchObject({ essen: 3, salat: 0, allergie: null, attest: null })
    expect(await countedFor(reader)).toMatchObject({ essen: 3, salat: 0, allergie: null, attest: null })
    for (const operation of [operations.listNeeds, operations.countNeeds, operations.needsCsv]) expect((await reader.refused(operation, { params: { id: event.id } })).status).toBeGreaterThanOrEqual(403)
    // Who read by name is written down, one entry for each request that was answered; of a list how many it showed, and nothing of what was read.
    const { items } = await api.staff.call(operations.readAudit, { query: { action: 'reading', event: event.id, limit: '200' } })
    const [needing, person] = [{ kind: 'event', id: event.id }, { kind: 'participation', id }]
    const by = (staff: Staff) => items.filter(({ actor }) => actor.id === staff.session!.account.id).map(({ action, subject: { kind, id: about }, change }) => [action, { kind, id: about }, change]).toReversed()
    expect(by(carer)).toEqual([['reading.needs', needing, { people: 1 }], ['reading.needs_csv', needing, { people: 1 }], ['reading.file', person, null]])
    expect(by(both)).toEqual([['reading.answers', person, null], ['reading.file', person, null]])
    expect([by(organiser), by(reader)]).toEqual([[], []])
    // Also of somebody who has nothing to read: an entry only where there is something would tell who needs it.
    const bob = (await personOf('bob@stadt.example')).id
    await both.call(operations.readAnswers, { params: { id: event.id, participantId: bob } })
    expect((await api.staff.call(operations.readAudit, { query: { action: 'reading', subject: bob } })).items.map(({ action }) => action)).toContain('reading.answers')
    const told = JSON.parse((await api.staff.download(operations.personJson, { params: { personId: id } })).content.toString()) as { data: { table: string; rows: { action: string }[] }[] }
    expect(told.data.find(({ table }) => table === 'audit_entry')!.rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['reading.needs', 'reading.needs_csv', 'reading.answers', 'reading.file']))
    expect((await api.staff.download(operations.personHtml, { params: { personId: id } })).content.toString()).toContain('Liste der Unterstützung gelesen')
  })

  test('that were answered keep kind, wording and options; one that is taken out is retired with its answers', async () => {
    const params = { id: event.id }
    const [first, ...others] = ASKS.questions
    const refused = await api.staff.refused(operations.saveQuestions, { params, body: { ...ASKS, expectedRevision: 1, questions: [{ ...first!, label: 'Was essen Sie?', options: ['Suppe', 'Salat'] }, ...others] } })
    expect(refused).toMatchObject({ errors: [{ pointer: '/questions/0/label', code: 'field.question_answered' }, { pointer: '/questions/0/options', code: 'field.question_answered' }] })
    const more = await saveQuestions(api.staff, event.id, { ...ASKS, questions: [...others.filter(({ key }) => key !== 'salat'), { ...first!, options: [...first!.options!, 'Brot'], required: false }] })
    expect(more.questions.at(-1)).toMatchObject({ key: 'essen', options: ['Suppe', 'Salat', 'nichts', 'Brot'], answered: 3 })
    const less = await saveQuestions(api.staff, event.id, { questions: [], needs: [] })
    expect([less.questions, less.retired.map(({ key }) => key).sort()]).toEqual([[], ['allergie', 'ankunft', 'attest', 'essen', 'kinder', 'vollmacht']])
    expect((await visitor().open(addresses.registration('de', event.slug))).html).not.toContain('answers.')
    const retiredFor = async (staff: Staff) => (await staff.call(operations.readQuestions, { params: { id: event.id } })).retired.map(({ key, answered }) => [key, answered])
    expect(await retiredFor(await colleague('editor'))).toContainEqual(['allergie', null])
    expect((await retiredFor(await colleague('reader'))).map(([key]) => key).sort()).toEqual(['ankunft', 'essen', 'kinder', 'vollmacht'])
    const wrong: [unknown, string, string][] = [
      [{ questions: [{ key: 'A b', kind: 'text', label: 'x' }] }, '/questions/0/key', 'field.question_key'], [{ questions: [{ key: 'constructor', kind: 'text', label: 'x' }] }, '/questions/0/key', 'field.question_key'],
      [{ questions: [{ key: 'a', kind: 'choice', label: 'x', options: ['eins'] }] }, '/questions/0/options', 'field.options_missing'],
      [{ questions: [{ key: 'a', kind: 'consent', label: 'x', required: true }] }, '/questions/0/required', 'field.consent_required'],
      [{ questions: [{ key: 'a', kind: 'text', label: 'x', shownIf: { question: 'b', is: ['y'] } }] }, '/questions/0/shownIf/question', 'field.condition_question'],
      [{ questions: [{ key: 'a', kind: 'consent', label: 'x', special: true }, { key: 'b', kind: 'text', label: 'y', shownIf: { question: 'a', is: ['yes'] } }] }, '/questions/1/special', 'field.condition_special'],
      [{ questions: [{ key: 'a', kind: 'text', label: 'x' }, { key: 'a', kind: 'text', label: 'y' }] }, '/questions/1/key', 'field.question_key_twice'], [{ questions: [], needs: [{ kind: 'diet' }, { kind: 'diet' }] }, '/needs/1/kind', 'field.need_twice'],
    ]
    for (const [body, pointer, code] of wrong) expect(await api.staff.refused(operations.saveQuestions, { params, body: { needs: [], expectedRevision: 0, ...(body as object) } as never })).toMatchObject({ status: 422, errors: [{ pointer, code }] })
  })

  test('come with the format for new events; events that there are keep their own', async () => {
    const asks = { questions: [{ key: 'leitfrage', kind: 'text' as const, label: 'Ihre Leitfrage' }], needs: [{ kind: 'captioning' as const }] }
    expect(await api.staff.call(operations.saveFormatQuestions, { params: { key: 'workshop' }, body: { ...asks, expectedRevision: 1 } })).toMatchObject({ revision: 2, questions: [{ key: 'leitfrage' }] })
    const later = await api.staff.call(operations.createEvent, { body: { format: 'workshop', title: 'Später' } })
    expect(await api.staff.call(operations.readQuestions, { params: { id: later.id } })).toMatchObject({ questions: [{ key: 'leitfrage', answered: 0 }], needs: [{ kind: 'captioning' }] })
    expect((await api.staff.call(operations.readQuestions, { params: { id: event.id } })).questions).toEqual([])
    expect((await api.staff.call(operations.listFormats)).items.find(({ key }) => key === 'workshop')).toMatchObject({ version: 2, asks: { questions: [{ key: 'leitfrage' }] } })
  })

  test('files go with the answer that asked for them, and those of special categories with their consent, which the log does not tell apart', async () => {
    event = await publishEvent(api.staff, { capacity: 50 })
    const questions: QuestionsSent['questions'] = [
      { key: 'vertretung', kind: 'consent', label: 'Ich komme in Vertretung.' }, { key: 'vollmacht', kind: 'file', label: 'Vollmacht', shownIf: { question: 'vertretung', is: ['yes'] } },
      { key: 'attest', kind: 'file', label: 'Attest', special: true, retention: 'B' },
    ]
    await saveQuestions(api.staff, event.id, { questions, needs: [] })
    await register({ email: 'fay@stadt.example', language: 'en', 'answers.vertretung': 'yes' })
    const page = await personal('fay@stadt.example')
    const { id } = await personOf('fay@stadt.example')
    const upload = async (key: string, ticked: Record<string, string> = {}) => {
      const own = (await visitor().open(page.url)).forms.find(({ action }) => action.endsWith(`/datei/${key}`))!
      const body = new FormData()
      for (const { name, value } of own.fields) if (name !== 'file' && name !== 'specialConsent') body.append(name, value[0] ?? '')
      for (const [name, value] of Object.entries(ticked)) body.append(name, value)
      body.append('file', new Blob([new Uint8Array(PDF)]), 'a.pdf')
      return post(own.action, body)
    }
    expect((await upload('vollmacht')).status).toBe(303)
    expect((await upload('attest')).text).toContain('Without your consent we may not')
    expect((await upload('attest', { specialConsent: 'yes' })).status).toBe(303)
    // The consent stands, so it is not asked again.
    expect((await upload('attest')).status).toBe(303)
    expect(await answersOf(id)).toHaveLength(3)
    // A condition that is changed afterwards hides no file from whoever sent it.
    const other = { key: 'begleitung', kind: 'consent' as const, label: 'Ich bringe jemanden mit.' }
    const turned = questions.map((one) => (one.key === 'vollmacht' ? { ...one, shownIf: { question: other.key, is: ['yes'] } } : one))
    await saveQuestions(api.staff, event.id, { questions: [other, ...turned], needs: [] })
    expect((await upload('vollmacht')).status).toBe(303)
    await saveQuestions(api.staff, event.id, { questions, needs: [] })
    const own = (await visitor().open(page.url)).formWith(/Save answers/)
    expect((await post(own.action, own.filled({ 'answers.vertretung': [] }))).status).toBe(303)
    expect((await answersOf(id)).map(({ valueSealed }) => valueSealed !== null)).toEqual([true])
    expect(await api.rooms.get(ConsentKeeper).of(id)).toMatchObject([{ purpose: 'special', text: expect.stringMatching(/^I agree that/) }])
    const consent = (await visitor().open(page.url)).formWith(/Withdraw consent/)
    expect((await post(consent.action, consent.filled({}))).status).toBe(303)
    expect(await answersOf(id)).toEqual([])
  })

  test('a consent is kept in the wording that was read, whatever the language of the mails', async () => {
    event = await publishEvent(api.staff, { capacity: 50 })
    await saveQuestions(api.staff, event.id, { questions: [], needs: [{ kind: 'diet' }] })
    const kept = async (email: string) => (await api.rooms.get(ConsentKeeper).of((await personOf(email)).id)).map(({ text }) => text.slice(0, 12))
    const said = { familyName: 'Muster', needs: ['diet'], specialConsent: 'yes' }
    await register({ ...said, email: 'german@stadt.example', language: 'en' })
    const english = (await visitor().open(addresses.registration('en', event.slug))).form
    expect((await post(english.action, english.filled({ ...said, email: 'english@stadt.example', language: 'de' }))).status).toBe(303)
    expect([await kept('german@stadt.example'), await kept('english@stadt.example')]).toEqual([['Ich willige '], ['I agree that']])
    const whole = { givenName: null, familyName: 'Muster', email: 'api@stadt.example', language: 'en', needs: ['diet'], specialConsent: true }
    const sent = await visitor().raw(`/api/v1/events/${event.slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'de' }, body: JSON.stringify(whole) })
    expect([sent.status, await kept('api@stadt.example')]).toEqual([202, ['Ich willige ']])
    // A page that was open while the language of the mails was changed in another tab.
    await register({ email: 'later@stadt.example', language: 'en' })
    const own = (await personal('later@stadt.example')).formWith(/Save answers/)
    await api.rooms.transactions.run(async (tx) => tx.db.update(ParticipationEntity, { email: 'later@stadt.example' }, { language: 'de' }))
    expect((await post(own.action, own.filled({ needs: ['diet'], specialConsent: 'yes' }))).status).toBe(303)
    expect(await kept('later@stadt.example')).toEqual(['I agree that'])
  })

  test('are changed by staff for somebody who calls, with a reason, and what is sealed only by the role needs', async () => {
    event = await publishEvent(api.staff, { capacity: 50 })
    await saveQuestions(api.staff, event.id, ASKS)
    await register({ email: 'ruf@stadt.example', 'answers.essen': 'Salat', 'answers.salat': ['Käse'], 'answers.kinder': '1,125', 'answers.allergie': ALLERGY, needs: ['wheelchair'], needsDetail: DETAIL, specialConsent: 'yes' })
    const { id } = await personOf('ruf@stadt.example')
    const params = { id: event.id, participantId: id }
    const [caller, both, reader, carer] = [await colleague('participants'), await colleague('participants', 'needs'), await colleague('reader'), await colleague('needs')]
    const valuesFor = async (staff: Staff) => Object.fromEntries((await staff.call(operations.readAnswers, { params })).items.map(({ key, values }) => [key, values.join()]))
    const entries = async () => (await api.rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: id, action: 'participation.answer' }, order: { id: 'ASC' } })).map(({ actorId, change }) => [actorId, change])
    expect(await caller.refused(operations.changeAnswers, { params, body: { answers: { essen: 'Suppe' } } as never })).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] })
    // One that depends on it goes with it; what is not named stays, the sealed ones too.
    const seen = await caller.call(operations.changeAnswers, { params, body: { answers: { essen: 'Suppe', ankunft: '2027-02-28' }, reason: 'Anruf vom 3. Februar' } })
    expect(seen).toMatchObject({ needs: null, needsLocked: true })
    expect(await valuesFor(caller)).toMatchObject({ essen: 'Suppe', salat: '', kinder: '1.125', ankunft: '2027-02-28', allergie: '' })
    expect(await valuesFor(both)).toMatchObject({ allergie: ALLERGY })
    const first = [caller.session!.account.id, { before: { essen: 'Salat', salat: '["Käse"]', ankunft: null }, after: { essen: 'Suppe', salat: null, ankunft: '2027-02-28' }, reason: 'Anruf vom 3. Februar' }]
    expect(await entries()).toEqual([first])
    await caller.call(operations.changeAnswers, { params, body: { answers: { essen: 'Suppe' }, reason: 'Noch einmal' } })
    expect(await entries()).toHaveLength(1)
    expect(await caller.refused(operations.changeAnswers, { params, body: { answers: { essen: 'Fisch', nie: 'x', vollmacht: 'x' }, reason: 'Anruf' } })).toMatchObject({
      status: 422, errors: expect.arrayContaining([expect.objectContaining({ pointer: '/answers/essen' }), expect.objectContaining({ pointer: '/answers/nie' }), expect.objectContaining({ pointer: '/answers/vollmacht' })]),
    })
    for (const body of [{ answers: { allergie: null } }, { need: { kinds: [], detail: null } }]) {
      expect((await caller.refused(operations.changeAnswers, { params, body: { ...body, reason: 'Anruf' } })).status).toBe(403)
      for (const other of [reader, carer]) expect((await other.refused(operations.changeAnswers, { params, body: { ...body, reason: 'Anruf' } })).status).toBe(403)
    }
    // A file is deleted for somebody and put there by nobody else.
    for (const [key, ticked] of [['vollmacht', false], ['attest', true]] as const) {
      expect(await api.rooms.get(AnswerFiles).put({ id, eventId: event.id }, key, { name: 'Erbschein.pdf', content: PDF }, { ticked, hostId: null, shownIn: 'de' }, systemActor)).toEqual([])
    }
    expect((await caller.refused(operations.changeAnswers, { params, body: { answers: { attest: null }, reason: 'Anruf' } })).status).toBe(403)
    await caller.call(operations.changeAnswers, { params, body: { answers: { vollmacht: null }, reason: 'Falsche Datei' } })
    expect((await entries()).at(-1)).toEqual([caller.session!.account.id, { fields: ['vollmacht'], reason: 'Falsche Datei' }])
    expect((await both.call(operations.readAnswers, { params })).items.flatMap(({ key, file }) => (file === null ? [] : [key]))).toEqual(['attest'])
    await both.call(operations.changeAnswers, { params, body: { answers: { allergie: 'Erdbeere' }, need: { kinds: ['diet'], detail: 'ohne Nuss' }, reason: 'Brief' } })
    expect(await both.call(operations.readAnswers, { params })).toMatchObject({ needs: { kinds: ['diet'], detail: 'ohne Nuss' } })
    expect(await valuesFor(both)).toMatchObject({ allergie: 'Erdbeere', essen: 'Suppe' })
    expect((await entries()).at(-1)).toEqual([both.session!.account.id, { reason: 'Brief' }])
    expect((await wholeDatabase()).includes('Erdbeere')).toBe(false)
    // Nobody is written to: the personal page shows what stands.
    expect(await api.rooms.transactions.read.countBy(OutboxEntity, { subjectId: id })).toBe(1)
  })

  test('a consent is taken back by staff for somebody who calls, the one to special categories with all that it allowed and only by the role needs', async () => {
    const { id } = await personOf('ruf@stadt.example')
    const params = { id: event.id, participantId: id }
    const [caller, both] = [await colleague('participants'), await colleague('participants', 'needs')]
    const hostId = (await api.rooms.get(EventLookup).hostsOf(event.id))[0]!.id
    await api.rooms.transactions.run((tx) => api.rooms.get(Notices).save(tx, { kind: 'consent:photo', ownerId: hostId, language: 'de', body: 'Fotos dürfen gezeigt werden.' }, systemActor))
    await api.rooms.transactions.run((tx) => api.rooms.get(ConsentKeeper).give(tx, { id }, ['photo'], hostId, 'de'))
    expect(await caller.call(operations.revokeConsent, { params: { ...params, purpose: 'photo' }, body: { reason: 'Anruf' } })).toMatchObject({ consents: [] })
    await caller.call(operations.revokeConsent, { params: { ...params, purpose: 'photo' }, body: { reason: 'Anruf' } })
    expect(await api.rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: id, action: 'consent.revoke' })).toMatchObject([{ actorId: caller.session!.account.id, change: { purpose: 'photo', reason: 'Anruf' } }])
    const special = { params: { ...params, purpose: 'special' as const }, body: { reason: 'Widerruf am Telefon' } }
    expect((await caller.refused(operations.revokeConsent, special)).status).toBe(403)
    expect(await api.rooms.transactions.read.countBy(NeedEntity, { participationId: id })).toBe(1)
    await both.call(operations.revokeConsent, special)
    expect(await api.rooms.transactions.read.countBy(NeedEntity, { participationId: id })).toBe(0)
    expect((await answersOf(id)).every(({ valueSealed }) => valueSealed === null)).toBe(true)
    // Without a consent nothing sealed comes back, unless the person gives it again.
    const again = { answers: { allergie: ALLERGY }, reason: 'Anruf' }
    expect(await both.refused(operations.changeAnswers, { params, body: again })).toMatchObject({ status: 422, errors: [{ pointer: '/specialConsent', code: 'field.special_consent_told' }] })
    await both.call(operations.changeAnswers, { params, body: { ...again, specialConsent: true } })
    expect((await answersOf(id)).filter(({ valueSealed }) => valueSealed !== null)).toHaveLength(1)
  })

  test('when nothing can be changed any more, a file that nothing demands can still be taken back, and the page says whom to ask for the rest', async () => {
    event = await publishEvent(api.staff, { capacity: 50, easyLanguage: 'Das ist leicht.' })
    const file = (key: string, required: boolean) => ({ key, kind: 'file' as const, label: key, required })
    await saveQuestions(api.staff, event.id, { questions: [file('foto', false), file('vollmacht', true)], needs: [] })
    await register({ email: 'ida@stadt.example' })
    const { id } = await personOf('ida@stadt.example')
    const page = await personal('ida@stadt.example')
    for (const key of ['foto', 'vollmacht']) await api.rooms.get(AnswerFiles).put({ id, eventId: event.id }, key, { name: `${key}.pdf`, content: PDF }, { ticked: false, hostId: null, shownIn: 'de' }, systemActor)
    const open = (await visitor().open(page.url)).formWith(/hochladen|Datei löschen/)
    await api.rooms.transactions.run((tx) => tx.db.update(EventEntity, { id: event.id }, { changeUntil: api.rooms.clock.now() }))
    const closed = await visitor().open(page.url)
    for (const words of ['Änderungen sind nicht mehr möglich.', 'wenden Sie sich an Landesbüro', 'Diese Datei wird für Ihre Teilnahme gebraucht']) expect(closed.text).toContain(words)
    expect(closed.html).toMatch(/wenden Sie sich an <a href="[^"]+\/impressum">Landesbüro<\/a>/)
    const send = (form: { action: string; fields: readonly { name: string; value: readonly string[] }[] }, action: string, more: [string, string | Blob][]) => {
      const body = new FormData()
      for (const { name, value } of form.fields) if (name !== 'file') body.append(name, value[0] ?? '')
      for (const [name, value] of more) body.append(name, value)
      return post(action, body)
    }
    const to = (key: string) => open.action.replace(/[^/]+$/, key)
    expect((await send(open, to('foto'), [['file', new Blob([new Uint8Array(PDF)])]])).status).toBe(410)
    expect((await send(open, to('vollmacht'), [['remove', 'yes']])).status).toBe(410)
    expect(await answersOf(id)).toHaveLength(2)
    const removal = closed.formWith(/„foto\.pdf“ löschen/)
    expect((await send(removal, removal.action, [['remove', 'yes']])).status).toBe(303)
    expect((await answersOf(id)).map(({ value }) => JSON.parse(value!).name)).toEqual(['vollmacht.pdf'])
    expect(closed.forms.filter(({ action }) => action.includes('vollmacht'))).toEqual([])
  })

  test('who was invited to what is not public reads it in Leichte Sprache behind the personal link', async () => {
    const token = new URL((await personal('ida@stadt.example')).url).pathname
    const easyLink = async () => new URL((await visitor().open(token)).link(/in Leichter Sprache/)).pathname
    expect(await easyLink()).toBe(addresses.eventEasy('de', event.slug))
    await api.rooms.transactions.run((tx) => tx.db.update(EventEntity, { id: event.id }, { visibility: 'invited' }))
    expect((await visitor().raw(addresses.eventEasy('de', event.slug))).status).toBe(404)
    const link = await easyLink()
    expect(link).toBe(`${token}/leichte-sprache`)
    const easy = await visitor().open(link)
    expect([easy.text.includes('Das ist leicht.'), easy.html.includes('noindex'), easy.headers.get('cache-control')]).toEqual([true, true, 'no-store'])
    expect(easy.links.some(({ href }) => href.includes(event.slug))).toBe(false)
    expect(new URL(easy.link(/Zurück zu Ihrer Seite/)).pathname).toBe(token)
    await api.staff.call(operations.updateEvent, { params: { id: event.id }, body: { easyLanguage: null } })
    expect((await visitor().raw(link)).status).toBe(404)
    expect((await visitor().raw('/t/unbekannt/leichte-sprache')).status).toBe(404)
  })

  test('an answer that was on its way while its question was changed is not kept under what it did not answer', async () => {
    event = await publishEvent(api.staff, { capacity: 50 })
    const question = { key: 'anreise', kind: 'text' as const, label: 'Wie reisen Sie an?' }
    await saveQuestions(api.staff, event.id, { questions: [question], needs: [] })
    await register({ email: 'gil@stadt.example' })
    const { id } = await personOf('gil@stadt.example')
    const answers = api.rooms.get(Answers)
    const { checked } = await answers.check(event.id, { answers: { anreise: 'im Rollstuhl' }, needs: [], needsDetail: null, specialConsent: false }, true)
    await saveQuestions(api.staff, event.id, { questions: [{ ...question, special: true }], needs: [] })
    const row = { id, eventId: event.id }
    for (const keep of [() => api.rooms.transactions.run((tx) => answers.give(tx, row, checked, null, 'de')), () => api.rooms.transactions.run((tx) => answers.change(tx, row, checked, null, 'de', systemActor))]) {
      await expect(keep()).rejects.toMatchObject({ code: 'conflict' })
    }
    expect(await answersOf(id)).toEqual([])
  })
})
