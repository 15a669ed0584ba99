import type { NestExpressApplication } from '@nestjs/platform-express'
import { type OutboxItem, type OutboxPage, operations } from '@app/contracts'
import { MailHandlers } from '@app/mailing'
import { DATA_SOURCES, type DataSources, Settler, newId } from '@app/platform'
import { AuditEntryEntity } from '@app/staff'
import { countingQueries } from '../events/programme-kit.js'
import { plantFullEvent, somebody, take } from '../mailing/mail-rooms.js'
import { type SmtpSink, startSmtpSink } from '../services/index.js'
import { registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, TEST_NOW } from '../support/rooms.js'
import type { Staff } from '../support/staff.js'
import { openTestApi } from '../support/test-api.js'

onEachDatabase('the mails of an event', (database) => {
  let app: NestExpressApplication
  let sink: SmtpSink
  let staff: Staff
  let rooms: Rooms

  beforeAll(async () => {
    sink = await startSmtpSink()
    const api = await openTestApi(database, { smtpUrl: sink.url })
    ;({ app, staff, rooms } = api)
  }, 60_000)
  beforeEach(() => {
    sink.clear()
    sink.rules.recipient = () => undefined
  })
  afterAll(async () => {
    await app.close()
    await sink.stop()
  })

  const drain = async () => {
    const [settler, handlers] = [app.get(Settler), app.get(MailHandlers)]
    for (let due = await settler.due(100); due.length > 0; due = await settler.due(100)) for (const id of due) await settler.settle(id, handlers)
  }
  const list = (id: string, query: { state?: OutboxItem['state']; after?: string; limit?: number } = {}): Promise<OutboxPage> => staff.call(operations.listOutbox, { params: { id }, query })
  const again = (id: string, outboxId: string) => ({ params: { id, outboxId } })
  const entries = (subjectId: string) => rooms.transactions.read.findBy(AuditEntryEntity, { subjectId })

  test('stand with what they say, to whom, where they are and why; the failed ones come first and say what helps', async () => {
    const eventId = await plantFullEvent(rooms)
    const [wrong, grey, right] = [somebody({ givenName: 'Şule', familyName: 'Öz' }), somebody(), somebody()]
    sink.rules.recipient = (address) => (address === wrong.email ? { code: 550, text: 'No such user' } : address === grey.email ? { code: 451, text: 'Greylisted' } : undefined)
    for (const said of [wrong, grey, right]) await take(rooms, eventId, said)
    await registerPeople(rooms, eventId, [somebody()])
    await drain()
    const { items, counts, next } = await list(eventId)
    expect(counts).toEqual({ pending: 1, running: 0, done: 2, withheld: 3, failed: 1 })
    expect(next).toBeNull()
    expect(items.map(({ state }) => state)).toEqual(['failed', 'pending', 'withheld', 'withheld', 'withheld', 'done', 'done'])
    expect(items[0]).toMatchObject({
      mail: 'place_confirmed', what: 'Platz bestätigt', reason: 'smtp_550', reasonText: 'Der Mailserver hat die E-Mail endgültig abgelehnt (550).',
      advice: 'Prüfen Sie die Adresse; stimmt sie, senden Sie noch einmal.', mayBeSentAgain: true, attempts: 1, nextTryAt: null,
      settledAt: TEST_NOW, createdAt: TEST_NOW, person: { name: 'Şule Öz' }, subject: 'Platz bestätigt: Teilhabe vor Ort', smtpReply: expect.stringContaining('550 No such user'),
    })
    expect(items[1]).toMatchObject({
      reason: 'smtp_451', reasonText: 'Der Mailserver nimmt die E-Mail noch nicht an (451).', advice: null, mayBeSentAgain: false,
      nextTryAt: new Date(new Date(TEST_NOW).getTime() + 60_000).toISOString(), settledAt: null, smtpReply: null,
    })
    expect(items[2]).toMatchObject({ mail: 'confirm_request', what: 'Bitte um Bestätigung', reason: 'already_confirmed', mayBeSentAgain: false, subject: null })
    expect(items.slice(5).map(({ what, reasonText }) => [what, reasonText])).toEqual([['Bitte um Bestätigung', null], ['Platz bestätigt', null]])
    expect((await list(eventId, { state: 'withheld' })).items.map(({ state }) => state)).toEqual(['withheld', 'withheld', 'withheld'])
    const english = await staff.visitor.raw(`/api/v1/events/${eventId}/outbox?limit=1`, { headers: { 'accept-language': 'en' } })
    expect(((await english.json()) as OutboxPage).items[0]).toMatchObject({ what: 'Place confirmed', reasonText: 'The mail server refused the mail for good (550).' })
  })

  test('are sent again when they failed: as the same mail, once, and with a line in the audit', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    await take(rooms, eventId, who)
    sink.rules.recipient = () => ({ code: 550, text: 'Mailbox full of doubt' })
    await drain()
    const [failed] = (await list(eventId, { state: 'failed' })).items
    const other = await plantFullEvent(rooms)
    expect(await staff.refused(operations.sendAgain, again(other, failed!.id))).toMatchObject({ status: 404 })
    expect(await staff.refused(operations.sendAgain, again(eventId, newId()))).toMatchObject({ status: 404 })
    expect(await staff.call(operations.sendAgain, again(eventId, failed!.id))).toMatchObject({ id: failed!.id, state: 'pending', attempts: 0, reason: null, smtpReply: null, mayBeSentAgain: false })
    expect(await staff.refused(operations.sendAgain, again(eventId, failed!.id))).toMatchObject({ status: 409, code: 'mail_not_repeatable' })
    sink.rules.recipient = () => undefined
    await drain()
    expect(sink.mails.map(({ to }) => to)).toEqual([[who.email]])
    expect((await list(eventId, { state: 'done' })).items).toMatchObject([{ id: failed!.id, state: 'done', attempts: 1 }])
    const refusal = await staff.refused(operations.sendAgain, again(eventId, failed!.id))
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('Diese ist unterwegs, schon gesendet oder nicht mehr fällig.') })
    expect(await entries(failed!.id)).toMatchObject([{
      action: 'mail.again', nodeId: eventId, change: { mail: 'place_confirmed', before: { state: 'failed', reason: 'smtp_550' }, after: { state: 'pending' } },
    }])
  })

  test('are not sent again when they were withheld because nothing was due any more', async () => {
    const eventId = await plantFullEvent(rooms)
    await take(rooms, eventId, somebody())
    await drain()
    const [withheld] = (await list(eventId, { state: 'withheld' })).items
    expect(await staff.refused(operations.sendAgain, again(eventId, withheld!.id))).toMatchObject({ status: 409, code: 'mail_not_repeatable' })
    expect(await entries(withheld!.id)).toEqual([])
  })

  test('come a page at a time, each once and in the same order, with as many queries for many as for few', async () => {
    const eventId = await plantFullEvent(rooms)
    sink.rules.recipient = (address) => (/^somebody\d*[05]\./.test(address) ? { code: 550, text: 'No' } : undefined)
    const read = async () => {
      const { result, queries } = await countingQueries(app.get<DataSources>(DATA_SOURCES), () => list(eventId))
      return { count: result.items.length, queries }
    }
    for (let n = 0; n < 2; n++) await take(rooms, eventId, somebody())
    await drain()
    const few = await read()
    for (let n = 0; n < 10; n++) await take(rooms, eventId, somebody())
    await drain()
    const many = await read()
    expect([few.count, many.count]).toEqual([4, 24])
    expect(many.queries).toBe(few.queries)
    expect(many.queries).toBeLessThanOrEqual(12)
    const whole = (await list(eventId)).items.map(({ id }) => id)
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page: OutboxPage = await list(eventId, { limit: 5, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toEqual(whole)
    expect(new Set(seen).size).toBe(24)
    expect(await staff.refused(operations.listOutbox, { params: { id: eventId }, query: { after: 'nothing' } })).toMatchObject({ status: 422 })
    expect(await staff.refused(operations.listOutbox, { params: { id: newId() }, query: {} })).toMatchObject({ status: 404 })
  }, 60_000)
})
