import { setTimeout as pause } from 'node:timers/promises'
import type { Delivery } from '@app/mailing'
import { Withdrawals } from '@app/participants'
import { OutboxEntity, Settler } from '@app/platform'
import { participantActor } from '@app/staff'
import { Tally, gate } from '../platform/gate.js'
import { onEachDatabase } from '../support/databases.js'
import { changeEvent, entryOf, firstTry, messagesOf, type MailRooms, openMailRooms, outboxOf, plantFullEvent, somebody, take } from './mail-rooms.js'

type Mail = Parameters<Delivery['deliver']>[0]

onEachDatabase('letters that go out together', (database) => {
  let rooms: MailRooms
  let sent: Mail[]
  /** What the mail server does with the next mails. */
  let server: (mail: Mail) => Promise<void>

  const open = async (connections: number) => {
    sent = []
    server = async () => undefined
    const deliver = async (mail: Mail) => {
      sent.push(mail)
      await server(mail)
      return { kind: 'sent' as const }
    }
    rooms = await openMailRooms(database, { delivery: { connections, deliver, close: async () => undefined } })
  }
  afterEach(async () => {
    await rooms.transactions.run((tx) => tx.db.createQueryBuilder().delete().from(OutboxEntity).execute())
    await rooms.close()
  })

  const people = async (eventId: string, count: number) => {
    const rows = []
    for (let at = 0; at < count; at++) rows.push(await take(rooms, eventId, somebody({ language: at % 2 === 0 ? 'de' : 'en' })))
    const letters = await Promise.all(rows.map(async ({ id }) => (await outboxOf(rooms, id)).at(-1)!))
    return rows.map((row, at) => ({ row, letter: letters[at]! }))
  }
  const settleAll = (given: { letter: OutboxEntity }[]) => Promise.all(given.map(({ letter }) => rooms.get(Settler).settle(letter.id, rooms.handlers)))

  test('are written down in a few transactions, each to its own reader', async () => {
    await open(5)
    const given = await people(await plantFullEvent(rooms), 10)
    const run = jest.spyOn(rooms.transactions, 'run')
    await settleAll(given)
    // Claimed, begun, settled; one by one they would be thirty.
    expect(run.mock.calls.length).toBeLessThanOrEqual(4)
    run.mockRestore()
    for (const { row } of given) {
      const [mail, ...more] = sent.filter(({ to }) => to.address === row.email)
      expect(more).toEqual([])
      const [message] = await messagesOf(rooms, row.id)
      const entry = (await entryOf(rooms, row.id))!
      expect(message).toMatchObject({ fate: 'sent', email: row.email, language: row.language, calendarEntryId: entry.id, sequence: 0 })
      expect(entry).toMatchObject({ status: 'confirmed', toldAt: message!.sentAt })
      expect(mail!.messageId).toBe(`<${message!.messageId}>`)
      expect(mail!.text).toContain(`${row.givenNames} ${row.familyName},`)
      expect(mail!.text).toContain(row.language === 'de' ? 'Mit freundlichen Grüßen' : 'Kind regards')
      const calendar = mail!.icalEvent!.content.replaceAll('\r\n ', '')
      expect(calendar).toContain(`UID:${entry.uid}`)
      expect(calendar.match(/mailto:[^\r]*/g)!.at(-1)).toBe(`mailto:${row.email}`)
    }
  })

  test('two to one person in one round follow each other: the entry is told twice under one number', async () => {
    await open(5)
    const eventId = await plantFullEvent(rooms)
    const { row } = (await people(eventId, 1))[0]!
    await rooms.drain()
    await changeEvent(rooms, eventId, { title: 'Neuer Titel' })
    const change = { subjectId: row.id, payload: {}, ...firstTry }
    const outcomes = await Promise.all(['a', 'b'].map((id) => rooms.handlers['participation.event_changed']({ id: `${id}${row.id.slice(1)}`, kind: 'participation.event_changed', ...change })))
    expect(outcomes.map((outcome) => [outcome.kind, 'reason' in outcome ? outcome.reason : null])).toEqual([['done', null], ['withheld', 'nothing_new']])
    expect(await entryOf(rooms, row.id)).toMatchObject({ sequence: 1 })
  })

  test('are never more than twice the connections between the mail server and the database', async () => {
    await open(2)
    const given = await people(await plantFullEvent(rooms), 12)
    const [started, mayBeSettled] = [new Tally(), gate()]
    server = async () => started.add()
    const jobs = given.map(({ row, letter }) => ({ id: letter.id, kind: 'participation.changed' as const, subjectId: row.id, payload: { cause: 'confirmed' as const }, ...firstTry, settled: mayBeSettled.opened }))
    const all = Promise.all(jobs.map((job) => rooms.handlers['participation.changed'](job)))
    await started.reaches(4)
    await pause(50)
    expect(sent).toHaveLength(4)
    mayBeSettled.open()
    expect((await all).map(({ kind }) => kind)).toEqual(Array(12).fill('done'))
    expect(sent).toHaveLength(12)
  })

  test('one that has to wait for its turn is looked at again before it leaves', async () => {
    await open(1)
    const given = await people(await plantFullEvent(rooms), 4)
    const [busy, mayGoOn] = [new Tally(), gate()]
    server = async () => {
      busy.add()
      await mayGoOn.opened
    }
    const settling = settleAll(given)
    await busy.reaches(2)
    const waiting = given.filter(({ row }) => sent.every(({ to }) => to.address !== row.email))
    expect(waiting).toHaveLength(2)
    await rooms.get(Withdrawals).withdraw(waiting[0]!.row.id, participantActor(waiting[0]!.row.id))
    // Longer than facts count as fresh.
    await pause(300)
    mayGoOn.open()
    await settling
    expect(sent.map(({ to }) => to.address).sort()).toEqual(given.filter((one) => one !== waiting[0]).map(({ row }) => row.email).sort())
    expect((await outboxOf(rooms, waiting[0]!.row.id)).map(({ kind, state, reason }) => [kind, state, reason])).toContainEqual(['participation.changed', 'withheld', 'state_changed'])
    expect(await messagesOf(rooms, waiting[0]!.row.id)).toMatchObject([{ fate: 'withheld', sentAt: null }])
  })
})
