import { OutboxEntity, OutboxWorker } from '@app/platform'
import { Tally } from '../platform/gate.js'
import { type SinkMail, type SmtpSink, startSmtpSink } from '../services/index.js'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, messagesOf, openMailRooms, outboxOf, plantFullEvent, readMail, somebody, take } from './mail-rooms.js'

const MINUTE = 60_000

onEachDatabase('mail servers that are not as they should be', (database) => {
  let sink: SmtpSink
  let rooms: MailRooms
  let other: MailRooms | null = null
  beforeEach(async () => {
    sink = await startSmtpSink()
  })
  afterEach(async () => {
    // Ends what hangs, so that nothing waits for its time limit.
    await sink.stop()
    await other?.close()
    other = null
    // The next test begins with a database in which nothing waits.
    await rooms.transactions.run((tx) => tx.db.createQueryBuilder().delete().from(OutboxEntity).execute())
    await rooms.close()
  })

  const letterOf = async (participationId: string) => (await outboxOf(rooms, participationId)).at(-1)!
  const rowsOf = (lane: string) => rooms.transactions.read.findBy(OutboxEntity, { lane, kind: 'participation.changed' })
  const idsOf = (mails: readonly SinkMail[]) => mails.map(({ parsed }) => parsed.messageId)

  test('greylisting three times over is waited out by 1, 5 and 15 minutes, and the mail goes out as it was begun', async () => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    const row = await take(rooms, await plantFullEvent(rooms), somebody())
    let asked = 0
    sink.rules.recipient = () => (++asked <= 3 ? { code: 451, text: 'Greylisted' } : undefined)
    const begun: string[] = []
    for (const minutes of [1, 5, 15]) {
      const before = rooms.clock.now().getTime()
      await rooms.drain()
      const letter = await letterOf(row.id)
      expect(letter).toMatchObject({ state: 'pending', reason: 'smtp_451' })
      expect(Math.round((letter.runAfter.getTime() - before) / MINUTE)).toBe(minutes)
      begun.push((await messagesOf(rooms, row.id))[0]!.messageId)
      rooms.clock.set(new Date(letter.runAfter.getTime() - 1))
      await rooms.drain()
      expect(asked).toBe(begun.length)
      rooms.clock.set(letter.runAfter)
    }
    await rooms.drain()
    expect(await letterOf(row.id)).toMatchObject({ state: 'done', attempts: 4 })
    expect(new Set(begun).size).toBe(1)
    expect(idsOf(sink.mails)).toEqual([`<${begun[0]}>`])
  })

  test.each(['recipient', 'mail'] as const)('a refusal for good (550) of the %s is tried once and never again', async (where) => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    const row = await take(rooms, await plantFullEvent(rooms), somebody())
    let asked = 0
    sink.rules[where] = () => {
      asked += 1
      return { code: 550, text: 'Not here' }
    }
    await rooms.drain()
    rooms.clock.advance(5 * 24 * 60 * MINUTE)
    await rooms.drain()
    expect(asked).toBe(1)
    expect(await letterOf(row.id)).toMatchObject({ state: 'failed', reason: 'smtp_550', attempts: 1 })
  })

  test('a line cut before the server has answered is tried again a minute later: one mail arrives', async () => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    const row = await take(rooms, await plantFullEvent(rooms), somebody())
    sink.rules.mail = () => 'cut'
    await rooms.drain()
    expect(await letterOf(row.id)).toMatchObject({ state: 'pending', reason: 'smtp_connection', attempts: 1 })
    sink.rules.mail = () => undefined
    rooms.clock.advance(MINUTE)
    await rooms.drain()
    expect(sink.mails).toHaveLength(1)
    expect(await letterOf(row.id)).toMatchObject({ state: 'done', attempts: 2 })
  })

  test('a line cut after the server has taken the mail repeats it, and mailbox and calendar fold the two', async () => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    const row = await take(rooms, await plantFullEvent(rooms), somebody())
    const taken: SinkMail[] = []
    sink.rules.mail = (mail) => {
      taken.push(mail)
      return taken.length === 1 ? 'cut' : undefined
    }
    await rooms.drain()
    rooms.clock.advance(MINUTE)
    await rooms.drain()
    expect(taken).toHaveLength(2)
    expect(new Set(idsOf(taken)).size).toBe(1)
    const calendars = await Promise.all(taken.map(async ({ raw }) => (await readMail(raw)).calendar!))
    expect(new Set(calendars.map(({ uid, sequence }) => `${uid} ${sequence}`)).size).toBe(1)
    expect(await messagesOf(rooms, row.id)).toMatchObject([{ fate: 'sent' }])
  })

  test('a domain whose server is silent holds two mails of two workers, and the mails of all others go out', async () => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    other = await openMailRooms(database, { smtpUrl: sink.url })
    const eventId = await plantFullEvent(rooms)
    const at = (domain: string) => somebody({ email: `p${Math.trunc(performance.now() * 1000)}@${domain}` })
    for (let n = 0; n < 8; n++) await take(rooms, eventId, at('silent.example'))
    for (let n = 0; n < 16; n++) await take(rooms, eventId, at(`town${n % 6}.example`))
    const asked: string[] = []
    const silent = new Tally()
    sink.rules.recipient = (address) => {
      if (!address.endsWith('@silent.example')) return undefined
      asked.push(address)
      silent.add()
      return 'hang'
    }
    // One after the other, before the second has anything in hand: on SQLite each takes itself for the only one and frees what others hold.
    for (const worker of [other, rooms]) await worker.get(OutboxWorker).start(worker.handlers)
    await Promise.all([sink.waitFor(16, 30_000), silent.reaches(2)])
    expect(new Set(asked).size).toBe(2)
    const rows = await rowsOf('silent.example')
    expect(rows.filter(({ state }) => state === 'running').map(({ slot }) => slot).sort()).toEqual([1, 2])
    expect(rows.filter(({ state, attempts }) => state === 'pending' && attempts === 0)).toHaveLength(6)
  }, 60_000)

  test('a long line to one domain goes out whole, and never more than two at a time', async () => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    const eventId = await plantFullEvent(rooms)
    for (let n = 0; n < 12; n++) await take(rooms, eventId, somebody({ email: `p${n}@ministry.example` }))
    let [now, most] = [0, 0]
    sink.rules.recipient = () => {
      now += 1
      most = Math.max(most, now)
      return undefined
    }
    sink.rules.mail = () => {
      now -= 1
      return undefined
    }
    await rooms.get(OutboxWorker).start(rooms.handlers)
    await sink.waitFor(12, 30_000)
    expect(most).toBeLessThanOrEqual(2)
  }, 60_000)

  test('no more mails leave in a minute than allowed; the rest waits without a try counted', async () => {
    rooms = await openMailRooms(database, { smtpUrl: sink.url, limits: { mailsPerMinute: 5 } })
    const eventId = await plantFullEvent(rooms)
    for (let n = 0; n < 4; n++) await take(rooms, eventId, somebody({ email: `p${n}@town${n}.example` }))
    await rooms.drain()
    // Each person has a letter that is no longer due, which takes its turn as well: five turns are two mails.
    expect(sink.mails).toHaveLength(2)
    const waiting = await rooms.transactions.read.findBy(OutboxEntity, { state: 'pending' })
    expect(waiting.map(({ attempts, slot }) => [attempts, slot])).toEqual([[0, null], [0, null], [0, null]])
  })
})
