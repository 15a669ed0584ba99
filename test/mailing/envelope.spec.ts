import ICAL from 'ical.js'
import { MessageEntity } from '@app/mailing'
import { Confirmations, Withdrawals } from '@app/participants'
import { participantActor } from '@app/staff'
import { type SinkMail, type SmtpSink, startSmtpSink } from '../services/index.js'
import { registerPeople } from '../support/builders.js'
import { onSqlite } from '../support/databases.js'
import { type MailRooms, changeEvent, openMailRooms, plantFullEvent, readMail, somebody } from './mail-rooms.js'

const LARGEST_BYTES = 150_000
const MAILBOX = 'einladung@dialog.example'
/** Nobody but the two of a mail belongs into it. */
const ADDRESSES = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

onSqlite('every letter, as the mail server gets it,', (database) => {
  let rooms: MailRooms
  let sink: SmtpSink
  let letters: { mail: SinkMail; row: MessageEntity; calendar: InstanceType<typeof ICAL.Component> | null }[]
  beforeAll(async () => {
    sink = await startSmtpSink()
    rooms = await openMailRooms(database, { smtpUrl: sink.url })
    // From the first registration to the cancellation: three people, one of whom asks twice, on two places.
    const eventId = await plantFullEvent(rooms, { capacity: 2 })
    const people = [somebody(), somebody({ language: 'en' }), somebody()]
    const tokens = await registerPeople(rooms, eventId, people)
    const sent = async () => {
      await rooms.drain()
      rooms.clock.advance(60_000)
    }
    await sent()
    const places = []
    for (const token of tokens) places.push(await rooms.get(Confirmations).confirm(token))
    await registerPeople(rooms, eventId, people.slice(0, 1))
    await sent()
    const [first] = places
    if (first?.kind !== 'confirmed') throw new Error(`not confirmed: ${first?.kind}`)
    await rooms.get(Withdrawals).withdraw(first.participationId, participantActor(first.participationId))
    await sent()
    await changeEvent(rooms, eventId, { title: 'Teilhabe verankern' })
    await sent()
    await changeEvent(rooms, eventId, { state: 'cancelled' })
    await sent()
    const rows = await rooms.transactions.read.find(MessageEntity)
    letters = await Promise.all(sink.mails.map(async (mail) => {
      const text = (await readMail(mail.raw)).calendar?.text
      return { mail, row: rows.find(({ messageId }) => mail.parsed.messageId === `<${messageId}>`)!, calendar: text === undefined ? null : new ICAL.Component(ICAL.parse(text)) }
    }))
  }, 60_000)
  afterAll(async () => {
    await rooms.close()
    await sink.stop()
  })

  const entryOf = (calendar: InstanceType<typeof ICAL.Component> | null) => calendar!.getFirstSubcomponent('vevent')!
  const value = (calendar: InstanceType<typeof ICAL.Component> | null, name: string) => String(entryOf(calendar).getFirstPropertyValue(name))

  test('is one of these', () => {
    expect([...new Set(letters.map(({ row }) => row.kind))].sort()).toEqual([
      'already_registered', 'confirm_request', 'event_cancelled', 'event_changed', 'place_confirmed', 'promoted', 'waiting', 'withdrawn',
    ])
  })

  test('returns to an address that names its row, and answers to a mailbox that is read', () => {
    for (const { mail, row } of letters) {
      expect(mail.from).toBe(`einladung+${row.verp}@dialog.example`)
      expect(mail.parsed.from?.value.map(({ address }) => address)).toEqual([MAILBOX])
      expect(mail.parsed.replyTo?.value.map(({ address }) => address)).toEqual([MAILBOX])
    }
    expect(new Set(letters.map(({ mail }) => mail.from)).size).toBe(letters.length)
  })

  test('has one recipient, the same on the envelope, in To and in the calendar, and names nobody else', () => {
    for (const { mail, row, calendar } of letters) {
      expect(mail.to).toEqual([row.email])
      expect([mail.parsed.to].flat().flatMap((to) => to!.value.map(({ address }) => address))).toEqual([row.email])
      const said = [mail.raw.toString('utf8'), mail.parsed.text ?? '', mail.parsed.html || '', calendar?.toString().replaceAll('\r\n ', '') ?? ''].join('\n')
      const others = said.match(ADDRESSES)!.filter((address) => address !== row.email && !address.endsWith('@dialog.example'))
      expect(others).toEqual([])
      if (!calendar) continue
      expect(entryOf(calendar).getAllProperties('attendee').map((attendee) => attendee.getFirstValue())).toEqual([`mailto:${row.email}`])
    }
  })

  test('has each field once, says that a machine wrote it, and asks for no answer of a machine but bounces', () => {
    for (const { mail } of letters) {
      const head = mail.raw.toString('latin1').split('\r\n\r\n')[0]!
      const fields = head.split(/\r\n(?![ \t])/).map((field) => field.slice(0, field.indexOf(':')).toLowerCase())
      for (const name of ['from', 'to', 'reply-to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'auto-submitted', 'x-auto-response-suppress']) {
        expect([name, fields.filter((field) => field === name).length]).toEqual([name, 1])
      }
      // Letters about one's own registration are no list: there is nothing to unsubscribe from. Receipts and copies are nobody's business.
      expect(fields.filter((field) => /^(list-|precedence|cc|bcc|sender|return-receipt-to|disposition-notification-to|return-path|x-mailer)/.test(field))).toEqual([])
      expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated')
      expect(mail.parsed.headers.get('x-auto-response-suppress')).toBe('OOF, AutoReply')
      expect(mail.raw.length).toBeLessThan(LARGEST_BYTES)
    }
  })

  test('about the same entry keeps UID, organiser and attendee, counts on, and is stamped anew', () => {
    const entries = new Map<string, typeof letters>()
    for (const letter of letters) if (letter.calendar) entries.set(value(letter.calendar, 'uid'), [...(entries.get(value(letter.calendar, 'uid')) ?? []), letter])
    expect(entries.size).toBe(3)
    for (const [uid, told] of entries) {
      expect(uid).toMatch(/^[0-9a-f]{32}@dialog\.example$/)
      expect(told.length).toBeGreaterThanOrEqual(2)
      for (const name of ['organizer', 'attendee']) expect([name, new Set(told.map(({ calendar }) => value(calendar, name))).size]).toEqual([name, 1])
      expect(value(told[0]!.calendar, 'organizer')).toMatch(/^mailto:einladung\+[0-9a-f]+@dialog\.example$/)
      expect(told.map(({ calendar }) => Number(value(calendar, 'sequence')))).toEqual(told.map((_, at) => at))
      expect(new Set(told.map(({ calendar }) => value(calendar, 'dtstamp'))).size).toBe(told.length)
      expect(told.map(({ row }) => row.method)).toEqual([...told.slice(1).map(() => 'REQUEST'), 'CANCEL'])
    }
  })

  test('with a date reminds once a day before, blocks the time, and wants no other date proposed; without one it does neither', () => {
    for (const { row, calendar, mail } of letters) {
      if (!calendar) continue
      const alarms = entryOf(calendar).getAllSubcomponents('valarm').map((alarm) => [alarm.getFirstPropertyValue('action'), String(alarm.getFirstPropertyValue('trigger'))])
      expect([row.kind, alarms]).toEqual([row.kind, row.method === 'CANCEL' ? [] : [['DISPLAY', '-P1D']]])
      expect(value(calendar, 'x-microsoft-cdo-busystatus')).toBe(row.method === 'CANCEL' ? 'FREE' : 'BUSY')
      expect(value(calendar, 'x-microsoft-disallow-counter')).toBe('TRUE')
      const parts = mail.parsed.attachments.map(({ contentType, content }) => [contentType, content.toString('utf8')] as const)
      expect(parts.map(([type]) => type).sort()).toEqual(['application/ics', 'text/calendar'])
      expect(new Set(parts.map(([, text]) => text.trim())).size).toBe(1)
    }
  })
})
