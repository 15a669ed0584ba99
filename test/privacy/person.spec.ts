import { AddressBlockEntity, ContactEntity, OrganisationEntity } from '@app/contacts'
import { AddressBlocks, MessageEntity } from '@app/mailing'
import { Anonymiser, AnswerFilePartEntity, AttendanceEntity, Confirmations, ConsentEntity, ContingentEntity, NeedEntity, NominationEntity, ParticipationEntity, QuestionAnswerEntity, QuestionEntity } from '@app/participants'
import { EventDayEntity, NoticeEntity } from '@app/events'
import { KeyRing, newId } from '@app/platform'
import { Scope, systemActor } from '@app/staff'
import { census } from '../../apps/privacy/census.js'
import { ErasurePlans } from '../../apps/privacy/erasure-plans.js'
import { PersonErasure } from '../../apps/privacy/person-erasure.js'
import { PersonExports } from '../../apps/privacy/person-export.js'
import { personReport } from '../../apps/privacy/person-report.js'
import { ROWS_OF_PERSON } from '../../apps/privacy/person-rows.js'
import { People } from '../../apps/privacy/person.js'
import { reportWords } from '../../apps/privacy/report-words.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { tablesNow } from '../support/installation-tables.js'
import { type DemoRooms, openDemoRooms } from '../scenarios/demo-rooms.js'

const ADA = person(1, { givenName: 'Adelheid', familyName: 'Kranichfeld', email: 'adelheid.kranichfeld@kranichhof.example', phone: '+49 6131 998877', organisation: 'Kranichstiftung', office: 'Kranichbeauftragte' })
const BEN = person(2, { givenName: 'Benedikt', familyName: 'Möwenburg', email: 'benedikt.moewenburg@stadt.example', phone: '+49 6131 112233', organisation: 'Möwenverein' })
/** A file that Ada handed in, as base64. */
const FILE = Buffer.from('%PDF-1.7 Kranichbescheinigung').toString('base64')
/** Everything by which Ada stands in a column, also in what was typed for one event. */
const TRACES = ['Kranichfeld', 'adelheid.kranichfeld', '998877', 'Kranichstiftung', 'Kranichbeauftragte', 'Kranichfutter', 'Kranichbrille', '250 Kranich unbekannt', 'Kranichverein', 'kranichhof.example']

onEachDatabase('a person', (database) => {
  let rooms: DemoRooms
  let ahead: string
  let past: string
  let ids: Record<'ahead' | 'past' | 'ben' | 'waiting', string>

  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    const { transactions } = rooms
    ahead = await plantEvent(rooms, { title: 'Dialog am Rhein', capacity: 2 })
    past = await plantEvent(rooms, { title: 'Dialog an der Mosel' })
    for (const [eventId, people] of [[ahead, [ADA, BEN, person(3)]], [past, [ADA]]] as const) {
      for (const token of await registerPeople(rooms, eventId, [...people])) await rooms.get(Confirmations).confirm(token)
    }
    await transactions.run((tx) => tx.db.update(EventDayEntity, { eventId: past }, { onDate: '2026-09-01', startsAt: new Date('2026-09-01T08:00:00Z'), endsAt: new Date('2026-09-01T15:00:00Z') }))
    const rows = await transactions.read.find(ParticipationEntity)
    const idOf = (eventId: string, email: string) => rows.find((row) => row.eventId === eventId && row.email === email)!.id
    ids = { ahead: idOf(ahead, ADA.email), past: idOf(past, ADA.email), ben: idOf(ahead, BEN.email), waiting: idOf(ahead, 'person3@stadt.example') }
    await transactions.run(async (tx) => {
      const [questionId, noticeId, contactId] = [newId(), newId(), newId()]
      await tx.db.insert(NoticeEntity, { id: noticeId, kind: 'consent:photo', ownerId: newId(), language: 'de', version: 3, body: 'Ich bin mit Fotos einverstanden.', validFrom: rooms.clock.now() })
      await tx.db.insert(QuestionEntity, { id: questionId, eventId: ahead, key: 'essen', kind: 'text', label: 'Essen', position: 0 })
      await tx.db.insert(QuestionAnswerEntity, { id: newId(), participationId: ids.ahead, questionId, value: 'Kranichfutter' })
      for (const [position, kind, value] of [[1, 'several', '["früh","spät"]'], [2, 'file', '{"name":"Kranichschein.pdf","type":"application/pdf","bytes":1}']] as const) {
        const more = newId()
        await tx.db.insert(QuestionEntity, { id: more, eventId: ahead, key: kind, kind, label: kind, position })
        const answerId = newId()
        await tx.db.insert(QuestionAnswerEntity, { id: answerId, participationId: ids.ahead, questionId: more, value })
        if (kind === 'file') await tx.db.insert(AnswerFilePartEntity, { id: newId(), answerId, position: 0, sealed: rooms.get(KeyRing).seal('answer_file_part', FILE) })
      }
      await tx.db.insert(NeedEntity, { id: newId(), eventId: ahead, participationId: ids.ahead, sealed: rooms.get(KeyRing).seal('need', JSON.stringify({ kinds: ['wheelchair'], detail: 'Kranichbrille' })) })
      await tx.db.insert(ConsentEntity, { id: newId(), participationId: ids.ahead, purpose: 'photo', noticeId, givenAt: rooms.clock.now() })
      await tx.db.insert(ContactEntity, {
        id: contactId, kind: 'person', salutation: 'frau', familyName: 'Kranichfeld', nameSearch: 'kranichfeld', nameSort: 'kranichfeld', search: 'kranichfeld', email: ADA.email,
        emailNormalised: ADA.email, createdAt: rooms.clock.now(),
      })
      await tx.db.update(ParticipationEntity, { id: ids.ahead }, { contactId })
      await tx.db.insert(AttendanceEntity, {
        id: newId(), eventId: past, participationId: ids.past, dayId: (await tx.db.findOneByOrFail(EventDayEntity, { eventId: past })).id, kind: 'in', recordedAt: rooms.clock.now(), source: 'sheet', clientRef: newId(),
      })
      await tx.db.insert(MessageEntity, {
        id: newId(), outboxId: newId(), kind: 'confirmed', eventId: ahead, participationId: ids.ahead, email: ADA.email, domain: 'kranichhof.example', language: 'de', subject: 'Ihr Platz',
        messageId: `<${newId()}@dialog.example>`, verp: newId(), fate: 'refused', smtpReply: '250 Kranich unbekannt',
      })
      const [organisationId, contingentId] = [newId(), newId()]
      await tx.db.insert(OrganisationEntity, { id: organisationId, name: 'Verband', search: 'verband' })
      await tx.db.insert(ContingentEntity, { id: contingentId, eventId: ahead, position: 0 })
      await tx.db.insert(NominationEntity, { id: newId(), eventId: ahead, organisationId, contingentId, nameShown: 'Kranichverein', email: ADA.email, places: 1, deadlineAt: rooms.clock.now(), state: 'asked' })
      await tx.db.insert(AddressBlockEntity, { id: newId(), emailHash: rooms.get(AddressBlocks).hash(ADA.email), reason: 'bounce', scope: 'list', since: rooms.clock.now() })
    })
  }, 120_000)
  afterAll(() => rooms.close())

  const find = async (id: string) => (await rooms.get(People).of(id))!
  const stored = async () => JSON.stringify(await tablesNow(await database.place()))

  test('stands in every table that the census says to know people', () => {
    const known = Object.entries(census).filter(([, { retention }]) => retention !== 'nobody').map(([table]) => table)
    expect(Object.keys(ROWS_OF_PERSON).sort()).toEqual(known.sort())
    for (const language of ['de', 'en'] as const) {
      for (const table of Object.keys(reportWords[language].shown)) expect(known).toContain(table)
    }
    expect(Object.keys(reportWords.en.shown)).toEqual(Object.keys(reportWords.de.shown))
  })

  test('is found by name and address, once for all events, and only in the part of the programme one answers for', async () => {
    const people = rooms.get(People)
    expect(await people.search('kranich')).toEqual([expect.objectContaining({ name: 'Adelheid Kranichfeld', participations: 2 })])
    expect(await people.search('Adelheid.Kranichfeld@kranichhof.example')).toHaveLength(1)
    expect(await people.search('')).toEqual([])
    const only = async (eventId: string) => new Scope([{ path: `/${eventId}`, land: null }])
    expect(await people.search('kranich', await only(past))).toEqual([expect.objectContaining({ participations: 1 })])
    expect(await people.of(ids.ahead, await only(past))).toBeNull()
    expect((await people.of(ids.past, await only(past)))!.contactIds).toEqual([])
  })

  test('is told by whoever answers for one event alone nothing of another, not even what is found by the address', async () => {
    const mine = (await rooms.get(People).of(ids.past, new Scope([{ path: `/${past}`, land: null }])))!
    const found = await rooms.get(PersonExports).of(mine)
    const tables = found.data.map(({ table }) => table)
    expect(tables).toEqual(expect.arrayContaining(['participation', 'attendance']))
    for (const table of ['contact', 'address_block', 'nomination', 'message', 'account']) expect(tables).not.toContain(table)
    expect(JSON.stringify(found)).not.toMatch(/Ihr Platz|Dialog am Rhein|Kranichfutter|Kranichverein/)
    // Whoever answers for all of it is told each of these.
    expect((await rooms.get(PersonExports).of(await find(ids.past))).data.map(({ table }) => table)).toEqual(expect.arrayContaining(['contact', 'address_block', 'nomination', 'message']))
  })

  test('is told everything that is stored, opened and with its wording, and nothing about others or how to act for somebody', async () => {
    const found = await rooms.get(PersonExports).of(await find(ids.ahead))
    const json = JSON.stringify(found)
    for (const trace of [...TRACES, 'Ich bin mit Fotos einverstanden.', 'Dialog am Rhein', 'Dialog an der Mosel']) expect(json).toContain(trace)
    expect(found.data.find(({ table }) => table === 'question_answer')!.rows).toContainEqual(expect.objectContaining({ kind: 'file', content: FILE }))
    expect(json).not.toMatch(/Möwen|moewen|112233|person3@/)
    const tables = found.data.map(({ table }) => table)
    expect(tables).toEqual(expect.arrayContaining(['participation', 'question_answer', 'need', 'consent', 'attendance', 'message', 'outbox', 'personal_link', 'contact', 'audit_entry']))
    const links = (await tablesNow(await database.place())).personal_link!
    for (const { selector } of links) expect(json).not.toContain(String(selector))
    for (const row of found.data.find(({ table }) => table === 'audit_entry')!.rows) expect(row).not.toHaveProperty('salt')
  })

  test('can read it in German and in English', async () => {
    const found = await rooms.get(PersonExports).of(await find(ids.ahead))
    const german = personReport(found, 'de')
    expect(german).toContain('<html lang="de">')
    for (const said of ['Auskunft über gespeicherte Daten', 'Dialog am Rhein', 'Platz bestätigt', 'Kranichfutter', 'Rollstuhlgerechter Zugang und Platz, Kranichbrille', 'früh, spät', '>Kranichschein.pdf<', 'Fassung 3', 'Einwilligung in Fotos', '>Fotos<', '>abgelehnt<', '>angemeldet<', 'Teilnehmende Person', 'vorher: Adresse nicht bestätigt', '1. September 2026', 'Ihre Rechte']) expect(german).toContain(said)
    expect(german).toContain(`<a download="Kranichschein.pdf" href="data:application/octet-stream;base64,${FILE}">`)
    // No key of ours: it is to be understood by whoever asked (Art. 12 GDPR).
    for (const language of ['de', 'en'] as const) {
      const cells = [...personReport(found, language).matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text = '']) => text)
      expect(cells.length).toBeGreaterThan(40)
      const keys = language === 'de' ? /\b[a-z]+[._/][a-z_]+\b|[{}]|^(de|en|photo|special|sent|refused|in|sheet|participant|account|confirmed)$/ : /\b[a-z]+[._/][a-z_]+\b|[{}]/
      expect(cells.filter((text) => keys.test(text) && !text.includes('@'))).toEqual([])
    }
    expect(personReport(found, 'en')).toContain('Information about stored data')
    expect(personReport({ ...found, name: '<script>alert(1)</script>' }, 'de')).not.toContain('<script>')
  })

  test('knows before what will become of what: the place goes to the next, the proof for the funder stays', async () => {
    const plan = await rooms.get(ErasurePlans).of(await find(ids.ahead))
    expect(plan).toMatchObject({ contacts: 1, hasAccount: false })
    expect([...plan.lines].sort((one) => (one.fate === 'proof' ? 1 : -1))).toEqual([
      { participationId: ids.ahead, event: 'Dialog am Rhein', fate: 'withdrawn_and_erased', until: null },
      { participationId: ids.past, event: 'Dialog an der Mosel', fate: 'proof', until: '2031-09-01' },
    ])
  })

  test('is forgotten everywhere but on the list of those who came', async () => {
    const mine = (await rooms.get(People).of(ids.past, new Scope([{ path: `/${past}`, land: null }])))!
    await rooms.get(PersonErasure).erase(mine, 'Antrag an die Stelle, die für eine Veranstaltung steht', systemActor)
    expect(await stored()).toContain('Kranichverein')
    // Withdrawn and emptied are one commit, between which no worker can write to the person.
    jest.spyOn(rooms.get(Anonymiser), 'anonymise').mockRejectedValueOnce(new Error('the disk is full'))
    await expect(rooms.get(PersonErasure).erase(await find(ids.ahead), 'Antrag', systemActor)).rejects.toThrow('the disk is full')
    expect(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id: ids.ahead })).toMatchObject({ answer: 'accepted', familyName: 'Kranichfeld' })
    await rooms.get(PersonErasure).erase(await find(ids.ahead), 'Antrag vom 24. November 2026', systemActor)
    const rows = await stored()
    for (const trace of ['adelheid.kranichfeld', '998877', 'Kranichfutter', '250 Kranich unbekannt', 'Kranichverein', 'kranichhof']) expect(rows).not.toContain(trace)
    const { read } = rooms.transactions
    expect(await read.findOneByOrFail(ParticipationEntity, { id: ids.ahead })).toMatchObject({ familyName: null, organisationShown: null, answer: 'withdrawn', place: 'none' })
    expect(await read.findOneByOrFail(ParticipationEntity, { id: ids.past })).toMatchObject({ familyName: 'Kranichfeld', organisationShown: 'Kranichstiftung', email: null, phone: null })
    expect(await read.findOneByOrFail(ParticipationEntity, { id: ids.waiting })).toMatchObject({ place: 'confirmed' })
    expect(await read.findOneByOrFail(ParticipationEntity, { id: ids.ben })).toMatchObject({ familyName: 'Möwenburg', email: BEN.email })
    expect(await read.countBy(ContactEntity, { emailNormalised: ADA.email })).toBe(0)
    expect(rows).toContain('Antrag vom 24. November 2026')
    expect(await rooms.get(People).of(ids.ahead)).toBeNull()
  })

  test('leaves the rest when the time of the proof is up, or nothing obliges any more', async () => {
    const again = await rooms.get(ErasurePlans).of(await find(ids.past))
    expect(again.lines).toEqual([expect.objectContaining({ fate: 'proof', until: '2031-09-01' })])
    rooms.clock.set(new Date('2031-09-02T08:00:00Z'))
    await rooms.get(PersonErasure).erase(await find(ids.past), 'Antrag', systemActor)
    const rows = await stored()
    for (const trace of TRACES) expect(rows).not.toContain(trace)
  })
})
