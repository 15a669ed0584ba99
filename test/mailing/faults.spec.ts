import { Withdrawals } from '@app/participants'
import { LEASE_MILLISECONDS, MAX_ATTEMPTS, OutboxEntity, OutboxWorker, Settler } from '@app/platform'
import { participantActor } from '@app/staff'
import type { Delivery } from '@app/mailing'
import { CalendarEntries } from '../../libs/mailing/src/calendar-entries/calendar-entries.js'
import { MailDirectory } from '../../libs/mailing/src/delivery/mail-directory.js'
import { gate } from '../platform/gate.js'
import { type SmtpSink, startSmtpSink } from '../services/index.js'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, entryOf, messagesOf, openMailRooms, outboxOf, plantFullEvent, readMail, somebody, take } from './mail-rooms.js'

const MINUTE = 60_000

onEachDatabase('letters when something breaks', (database) => {
  describe('in the worker', () => {
    let rooms: MailRooms
    let real: MailDirectory
    /** Decides what happens around the next deliveries. */
    let around: (send: () => ReturnType<Delivery['deliver']>) => ReturnType<Delivery['deliver']>
    const delivery: Delivery = { connections: 5, deliver: (mail) => around(() => real.deliver(mail)), close: () => Promise.resolve() }

    beforeAll(async () => {
      rooms = await openMailRooms(database, { delivery })
      real = new MailDirectory(rooms.mailFolder, rooms.clock)
    }, 60_000)
    beforeEach(() => {
      around = (send) => send()
    })
    afterEach(() => rooms.drain())
    afterAll(() => rooms.close())

    test('a worker that dies after the mail left has it repeated as the same mail: Message-ID, UID and SEQUENCE', async () => {
      const eventId = await plantFullEvent(rooms)
      const who = somebody()
      const row = await take(rooms, eventId, who)
      await rooms.drain()
      await rooms.get(Withdrawals).withdraw(row.id, participantActor(row.id))
      const settler = rooms.get(Settler)
      const [left, mayReturn] = [gate(), gate()]
      around = async (send) => {
        const outcome = await send()
        left.open()
        await mayReturn.opened
        return outcome
      }
      const [due] = await settler.due(1)
      const dying = settler.settle(due!, rooms.handlers)
      await left.opened
      around = (send) => send()
      expect(await messagesOf(rooms, row.id)).toMatchObject([{ fate: 'sent' }, { fate: 'sending', kind: 'withdrawn', method: 'CANCEL', sequence: 1 }])
      await settler.leases.releaseExpired()
      rooms.clock.advance(LEASE_MILLISECONDS + 1)
      await settler.leases.releaseExpired()
      await rooms.drain()
      const [, first, again, ...more] = await rooms.mailsTo(who.email)
      expect(more).toEqual([])
      expect(again!.parsed.messageId).toBe(first!.parsed.messageId)
      expect(first!.calendar).toMatchObject({ method: 'CANCEL', sequence: 1 })
      expect(again!.calendar).toMatchObject({ method: 'CANCEL', sequence: 1, uid: first!.calendar!.uid })
      expect(await entryOf(rooms, row.id)).toMatchObject({ status: 'cancelled', sequence: 1 })
      expect(await messagesOf(rooms, row.id)).toMatchObject([{ fate: 'sent' }, { fate: 'sent' }])
      mayReturn.open()
      await dying
      expect((await outboxOf(rooms, row.id)).map(({ state }) => state)).toEqual(['withheld', 'done', 'done'])
    })

    test('a letter that was begun and whose reason is gone by the second try is withheld; what the calendar may have heard is taken back', async () => {
      const eventId = await plantFullEvent(rooms)
      const who = somebody()
      const row = await take(rooms, eventId, who)
      around = async () => ({ kind: 'later', reason: 'smtp_connection' })
      await rooms.drain()
      around = (send) => send()
      await rooms.get(Withdrawals).withdraw(row.id, participantActor(row.id))
      rooms.clock.advance(MINUTE)
      await rooms.drain()
      expect((await outboxOf(rooms, row.id)).map(({ state, reason }) => [state, reason])).toEqual([['withheld', 'already_confirmed'], ['withheld', 'state_changed'], ['done', null]])
      expect(await messagesOf(rooms, row.id)).toMatchObject([{ kind: 'place_confirmed', fate: 'withheld', sentAt: null, fateAt: expect.any(Date) }, { kind: 'withdrawn', fate: 'sent' }])
      expect((await rooms.mailsTo(who.email)).map(({ calendar }) => [calendar?.method, calendar?.sequence])).toEqual([['CANCEL', 1]])
    })

    test('a letter that is given up after its last try is not shown as about to leave', async () => {
      const eventId = await plantFullEvent(rooms)
      const [silent, broken] = [await take(rooms, eventId, somebody()), await take(rooms, eventId, somebody())]
      around = async () => ({ kind: 'later', reason: 'smtp_451' })
      await rooms.drain()
      expect(await messagesOf(rooms, silent.id)).toMatchObject([{ fate: 'sending' }])
      const lastTryOf = async (id: string) => {
        const letter = (await outboxOf(rooms, id)).at(-1)!
        await rooms.transactions.run((tx) => tx.db.update(OutboxEntity, { id: letter.id }, { attempts: MAX_ATTEMPTS - 1, runAfter: rooms.clock.now() }))
        await rooms.drain()
        return (await outboxOf(rooms, id)).at(-1)
      }
      expect(await lastTryOf(silent.id)).toMatchObject({ state: 'failed', reason: 'smtp_451', attempts: MAX_ATTEMPTS })
      expect(await messagesOf(rooms, silent.id)).toMatchObject([{ fate: 'given_up', sentAt: null }])
      around = () => Promise.reject(new Error('disk full'))
      expect(await lastTryOf(broken.id)).toMatchObject({ state: 'failed', reason: 'error' })
      expect(await messagesOf(rooms, broken.id)).toMatchObject([{ fate: 'given_up', sentAt: null }])
    })

    test('a fault of our own is tried again later and spares the letters beside it', async () => {
      const eventId = await plantFullEvent(rooms)
      const [unlucky, other] = [somebody(), somebody()]
      const row = await take(rooms, eventId, unlucky)
      await take(rooms, eventId, other)
      let calls = 0
      around = async (send) => {
        calls += 1
        if (calls === 1) throw new Error('disk full')
        return send()
      }
      await rooms.drain()
      expect((await outboxOf(rooms, row.id)).at(-1)).toMatchObject({ state: 'pending', reason: 'error', attempts: 1 })
      expect(await rooms.mailsTo(other.email)).toHaveLength(1)
      rooms.clock.advance(MINUTE)
      await rooms.drain()
      expect(await rooms.mailsTo(unlucky.email)).toHaveLength(1)
    })

    test('a withdrawal that arrives while the confirmation is being written down comes after it, and takes the date back', async () => {
      const eventId = await plantFullEvent(rooms)
      const who = somebody()
      const row = await take(rooms, eventId, who)
      const [letter] = (await outboxOf(rooms, row.id)).slice(-1)
      const settler = rooms.get(Settler)
      const entries = rooms.get(CalendarEntries)
      const prepare = entries.prepare.bind(entries)
      const [inTheMiddle, goOn] = [gate(), gate()]
      const spy = jest.spyOn(entries, 'prepare').mockImplementationOnce(async (...args) => {
        inTheMiddle.open()
        await goOn.opened
        return prepare(...args)
      })
      const confirming = settler.settle(letter!.id, rooms.handlers)
      await inTheMiddle.opened
      const withdrawing = (async () => {
        await rooms.get(Withdrawals).withdraw(row.id, participantActor(row.id))
        const [off] = (await outboxOf(rooms, row.id)).slice(-1)
        await settler.settle(off!.id, rooms.handlers)
      })()
      // SQLite has it stand in line; on MariaDB it must wait for the lock, and without one it would be over before the other goes on.
      if (database.dialect === 'mysql') await Promise.race([withdrawing, lockWait(rooms)])
      goOn.open()
      await Promise.all([confirming, withdrawing])
      spy.mockRestore()
      const told = (await rooms.mailsTo(who.email)).map(({ calendar }) => [calendar?.method, calendar?.sequence])
      // Who withdraws quickly enough is spared the invitation, which is looked at once more before it leaves.
      expect([[['CANCEL', 1]], [['CANCEL', 1], ['REQUEST', 0]]]).toContainEqual(told.sort())
      expect(await entryOf(rooms, row.id)).toMatchObject({ status: 'cancelled', sequence: 1 })
    })
  })

  describe('at the mail server', () => {
    let rooms: MailRooms
    let sink: SmtpSink
    beforeAll(async () => {
      sink = await startSmtpSink()
      rooms = await openMailRooms(database, { smtpUrl: sink.url })
    }, 60_000)
    beforeEach(() => {
      sink.clear()
      sink.rules.recipient = () => undefined
      sink.rules.mail = () => undefined
    })
    afterAll(async () => {
      await rooms.close()
      await sink.stop()
    })
    const arrivedAt = (address: string) => Promise.all(sink.mails.filter(({ to }) => to.includes(address)).map(async (mail) => ({ ...mail, ...(await readMail(mail.raw)) })))

    test('greylisting is waited out: not before a minute, then as the same mail', async () => {
      const eventId = await plantFullEvent(rooms)
      const who = somebody()
      const row = await take(rooms, eventId, who)
      sink.rules.recipient = () => ({ code: 451, text: 'Greylisted' })
      await rooms.drain()
      const letter = (await outboxOf(rooms, row.id)).at(-1)!
      expect(letter).toMatchObject({ state: 'pending', reason: 'smtp_451', attempts: 1 })
      const [begun] = await messagesOf(rooms, row.id)
      sink.rules.recipient = () => undefined
      rooms.clock.set(new Date(letter.runAfter.getTime() - 1))
      await rooms.drain()
      expect(sink.mails).toEqual([])
      rooms.clock.set(letter.runAfter)
      await rooms.drain()
      const [mail, ...more] = await arrivedAt(who.email)
      expect(more).toEqual([])
      const [message] = await messagesOf(rooms, row.id)
      expect(message).toMatchObject({ fate: 'sent', messageId: begun!.messageId, verp: begun!.verp, sequence: 0, smtpReply: null })
      expect(mail!.parsed.messageId).toBe(`<${begun!.messageId}>`)
      expect(mail!.from).toBe(`einladung+${begun!.verp}@dialog.example`)
      expect(mail!.calendar!.sequence).toBe(0)
    })

    test('a refusal for good is written down in the words of the server and not tried again', async () => {
      const eventId = await plantFullEvent(rooms)
      const [wrong, right] = [somebody(), somebody()]
      const row = await take(rooms, eventId, wrong)
      await take(rooms, eventId, right)
      sink.rules.recipient = (address) => (address === wrong.email ? { code: 550, text: 'No such user here' } : undefined)
      await rooms.drain()
      rooms.clock.advance(24 * 60 * MINUTE)
      await rooms.drain()
      expect((await outboxOf(rooms, row.id)).at(-1)).toMatchObject({ state: 'failed', reason: 'smtp_550', attempts: 1 })
      expect(await messagesOf(rooms, row.id)).toMatchObject([{ fate: 'refused', smtpReply: expect.stringContaining('550 No such user here'), sentAt: null }])
      expect(await arrivedAt(right.email)).toHaveLength(1)
    })

    test('a recipient whose server hangs keeps nobody else waiting, and its letter comes again', async () => {
      const eventId = await plantFullEvent(rooms)
      const slow = somebody()
      const row = await take(rooms, eventId, slow)
      const others = []
      for (let n = 0; n < 8; n++) others.push(await take(rooms, eventId, somebody()))
      sink.rules.recipient = (address) => (address === slow.email ? 'hang' : undefined)
      await rooms.get(OutboxWorker).start(rooms.handlers)
      await sink.waitFor(8)
      expect(new Set(sink.mails.flatMap(({ to }) => to))).toEqual(new Set(others.map(({ email }) => email)))
      expect((await outboxOf(rooms, row.id)).at(-1)).toMatchObject({ state: 'running' })
      // Ends the hanging conversation; the real end would be the time limit.
      await sink.stop()
    })
  })
})

/**
 * Resolves when a transaction waits for a lock; asked at every turn of the event loop. Asks the counter: INNODB_TRX shows what it showed
 * before for as long as it is read more often than every 0.1 s.
 */
async function lockWait(rooms: MailRooms): Promise<void> {
  for (;;) {
    const [row] = await rooms.transactions.read.query("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'") as { Value: string }[]
    if (Number(row!.Value) > 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
