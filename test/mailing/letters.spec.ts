import { addresses } from '@app/contracts'
import { AddressBlockEntity } from '@app/contacts'
import { EventLookup } from '@app/events'
import { AddressBlocks } from '@app/mailing'
import { Confirmations, Registrations, StaffRegistrations, Withdrawals } from '@app/participants'
import { KeyRing, PersonalLinks, newId } from '@app/platform'
import { participantActor, systemActor } from '@app/staff'
import { plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, entryOf, firstTry, messagesOf, openMailRooms, outboxOf, plantFullEvent, somebody, take } from './mail-rooms.js'

onEachDatabase('letters about a registration', (database) => {
  let rooms: MailRooms
  beforeAll(async () => {
    rooms = await openMailRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())
  afterEach(() => rooms.drain())

  const staff = () => rooms.get(StaffRegistrations)
  const withdraw = (id: string) => rooms.get(Withdrawals).withdraw(id, participantActor(id))

  test('a registration is answered with the link that confirms it, in the words of the person', async () => {
    const eventId = await plantFullEvent(rooms, { title: 'Teilhabe vor Ort verankern' })
    const who = somebody({ salutation: 'frau', title: 'Dr.', familyName: 'Öztürk' })
    const [token] = await registerPeople(rooms, eventId, [who])
    await rooms.drain()
    const [mail, ...more] = await rooms.mailsTo(who.email)
    expect(more).toEqual([])
    expect(mail!.parsed.subject).toBe('Bitte bestätigen Sie Ihre Anmeldung: Teilhabe vor Ort verankern')
    expect(mail!.parsed.text).toContain('Sehr geehrte Frau Dr. Öztürk,')
    expect(mail!.parsed.text).toContain(`https://dialog.example${addresses.confirm(token!)}`)
    expect(mail!.parsed.text).toContain('Freitag, 27. November 2026, 10:00 Uhr')
    expect(mail!.parsed.text).toContain('Mittwoch, 10:00 bis 17:00 Uhr')
    expect(mail!.parsed.text).toContain('Stiftung Beispiel\nMusterallee 1\n10115 Berlin')
    expect(mail!.parsed.from!.text).toContain('Organisationsteam')
    expect(mail!.calendar).toBeNull()
  })

  test('somebody who confirms at once gets no second link, and a registration that is gone gets none', async () => {
    const eventId = await plantFullEvent(rooms)
    const [quick, gone] = [somebody(), somebody()]
    const row = await take(rooms, eventId, quick)
    await registerPeople(rooms, eventId, [gone])
    rooms.clock.advance(49 * 3_600_000)
    await rooms.drain()
    expect((await outboxOf(rooms, row.id)).map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
      ['participation.unconfirmed', 'withheld', 'already_confirmed'], ['participation.changed', 'done', null],
    ])
    expect((await rooms.mailsTo(quick.email)).map(({ parsed }) => parsed.subject)).toEqual(['Platz bestätigt: Teilhabe vor Ort'])
    expect(await rooms.mailsTo(gone.email)).toEqual([])
  })

  test('a confirmed place comes with the date for the calendar, addressed to this person alone', async () => {
    const eventId = await plantFullEvent(rooms, { mode: 'hybrid', onlineUrlSealed: rooms.get(EventLookup).sealOnlineUrl('https://raum.example/7') })
    const [who, other] = [somebody(), somebody()]
    const row = await take(rooms, eventId, who)
    await take(rooms, eventId, other)
    await rooms.drain()
    const [mail] = await rooms.mailsTo(who.email)
    const [message] = await messagesOf(rooms, row.id)
    const entry = await entryOf(rooms, row.id)
    expect(mail!.parsed.subject).toBe('Platz bestätigt: Teilhabe vor Ort')
    expect(mail!.calendar).toMatchObject({ method: 'REQUEST', sequence: 0, uid: entry!.uid })
    expect(entry).toMatchObject({ status: 'confirmed', sequence: 0, itemKey: eventId, toldAt: message!.sentAt })
    expect(entry!.uid).toMatch(/^[0-9a-f]{32}@dialog\.example$/)
    expect(message).toMatchObject({ fate: 'sent', kind: 'place_confirmed', method: 'REQUEST', sequence: 0, calendarEntryId: entry!.id, eventId, email: who.email, domain: 'stadt.example' })
    expect(mail!.parsed.messageId).toBe(`<${message!.messageId}>`)
    expect(mail!.calendar!.text).toContain(`mailto:${who.email}`)
    expect(mail!.calendar!.text).toMatch(/ORGANIZER;CN="Organisationsteam":mailto:einladung\+[0-9a-f]{24}@dialog\.example/)
    expect(mail!.calendar!.text).toContain('DTSTART;TZID=Europe/Berlin:20270414T100000')
    expect(mail!.parsed.text).toContain('https://raum.example/7')
    expect(mail!.parsed.text).toMatch(/10:00 Begrüßung\n16:00 Ausklang/)
    expect(mail!.parsed.text).not.toContain('Vorgespräch')
    const token = await rooms.get(PersonalLinks).tokenFor('manage', row.id)
    expect(mail!.parsed.text).toContain(`https://dialog.example${addresses.manage(token!)}`)
    expect(mail!.raw).not.toContain(other.email)
    const [otherMail] = await rooms.mailsTo(other.email)
    expect(otherMail!.raw).not.toContain(who.email)
    expect(otherMail!.calendar!.uid).not.toBe(mail!.calendar!.uid)
  })

  test('whoever is invited to an event that the public does not see gets no link to a page that is not there', async () => {
    const hidden = await plantFullEvent(rooms, { visibility: 'invited' })
    const open = await plantFullEvent(rooms)
    const texts: string[] = []
    for (const eventId of [hidden, open]) {
      const who = somebody()
      const row = await staff().add(eventId, who, systemActor)
      await rooms.drain()
      const [mail] = await rooms.mailsTo(who.email)
      const token = await rooms.get(PersonalLinks).tokenFor('manage', row.id)
      expect(mail!.parsed.text).toContain(`https://dialog.example${addresses.manage(token!)}`)
      expect(mail!.calendar!.text).toContain(addresses.manage(token!))
      texts.push([mail!.parsed.text, mail!.parsed.html, mail!.calendar!.text].join('\n'))
    }
    expect(texts.map((text, at) => text.includes(`event-${[hidden, open][at]}`))).toEqual([false, true])
  })

  test('whoever waits is told the place in the line, moves up with a date, and leaves with its cancellation', async () => {
    const eventId = await plantFullEvent(rooms, { capacity: 1 })
    const [first, second, third] = [somebody(), somebody({ language: 'en' }), somebody()]
    const [a, b] = [await take(rooms, eventId, first), await take(rooms, eventId, second)]
    await take(rooms, eventId, third)
    await rooms.drain()
    expect((await rooms.mailsTo(second.email)).map(({ parsed, calendar }) => [parsed.subject, calendar])).toEqual([['Waiting list: Teilhabe vor Ort', null]])
    expect((await rooms.mailsTo(third.email))[0]!.parsed.text).toContain('an 2. Stelle')
    await withdraw(a.id)
    await rooms.drain()
    const [, off] = await rooms.mailsTo(first.email)
    expect([off!.parsed.subject, off!.calendar!.method, off!.calendar!.sequence]).toEqual(['Abgesagt: Teilhabe vor Ort', 'CANCEL', 1])
    expect(off!.calendar!.uid).toBe((await rooms.mailsTo(first.email))[0]!.calendar!.uid)
    expect(off!.parsed.text).toContain(`https://dialog.example${addresses.registration('de', `event-${eventId}`)}`)
    const [, up] = await rooms.mailsTo(second.email)
    expect([up!.parsed.subject, up!.calendar!.method, up!.calendar!.sequence]).toEqual(['A place has become free: Teilhabe vor Ort', 'REQUEST', 0])
    await withdraw(b.id)
    await rooms.drain()
    expect((await rooms.mailsTo(second.email))[2]!.calendar).toMatchObject({ method: 'CANCEL', sequence: 1, uid: up!.calendar!.uid })
    expect(await entryOf(rooms, b.id)).toMatchObject({ status: 'cancelled', sequence: 1 })
  })

  test('somebody who withdraws before the letter left hears of the withdrawal only, without a calendar', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    const row = await take(rooms, eventId, who)
    await withdraw(row.id)
    await rooms.drain()
    expect((await outboxOf(rooms, row.id)).map(({ state, reason }) => [state, reason])).toEqual([['withheld', 'already_confirmed'], ['withheld', 'state_changed'], ['done', null]])
    expect((await rooms.mailsTo(who.email)).map(({ parsed, calendar }) => [parsed.subject, calendar])).toEqual([['Abgesagt: Teilhabe vor Ort', null]])
    expect(await entryOf(rooms, row.id)).toBeNull()
  })

  test('staff decides over a request: noted, given, taken back to the list, given again, refused; the numbers of the date only rise', async () => {
    const eventId = await plantFullEvent(rooms, { admission: 'approval' })
    const who = somebody()
    const row = await take(rooms, eventId, who)
    await rooms.drain()
    for (const verb of ['confirm', 'wait', 'confirm', 'refuse'] as const) {
      await staff().move(eventId, row.id, verb, 'nur fürs Protokoll', systemActor)
      await rooms.drain()
    }
    const mails = await rooms.mailsTo(who.email)
    expect(mails.map(({ parsed, calendar }) => [parsed.subject, calendar?.method ?? null, calendar?.sequence ?? null])).toEqual([
      ['Ihre Anmeldung liegt vor: Teilhabe vor Ort', null, null],
      ['Platz bestätigt: Teilhabe vor Ort', 'REQUEST', 0],
      ['Warteliste: Teilhabe vor Ort', 'CANCEL', 1],
      ['Ein Platz ist frei geworden: Teilhabe vor Ort', 'REQUEST', 2],
      ['Kein Platz: Teilhabe vor Ort', 'CANCEL', 3],
    ])
    expect(new Set(mails.flatMap(({ calendar }) => (calendar ? [calendar.uid] : []))).size).toBe(1)
    expect(mails.at(-1)!.raw).not.toContain('Protokoll')
  })

  test('whoever finds the event full without a list is told so, without a cancellation of a date that was never sent', async () => {
    const eventId = await plantFullEvent(rooms, { capacity: 1, waitingList: false })
    const late = somebody()
    const [token] = await registerPeople(rooms, eventId, [late])
    await take(rooms, eventId, somebody())
    await rooms.get(Confirmations).confirm(token!)
    await rooms.drain()
    const [mail, ...more] = await rooms.mailsTo(late.email)
    expect(more).toEqual([])
    expect([mail!.parsed.subject, mail!.calendar]).toEqual(['Kein Platz: Teilhabe vor Ort', null])
    expect(mail!.parsed.text).toContain('Alle Plätze sind vergeben.')
  })

  test('a second registration is answered with what exists; before the confirmation with the link once more', async () => {
    const eventId = await plantFullEvent(rooms)
    const [confirmed, open] = [somebody(), somebody()]
    await take(rooms, eventId, confirmed)
    const [token] = await registerPeople(rooms, eventId, [open])
    await rooms.drain()
    rooms.clock.advance(120_000)
    const event = (await rooms.get(EventLookup).eventForRegistration(eventId))!
    for (const who of [confirmed, open]) await rooms.get(Registrations).register(event, who)
    await rooms.drain()
    const [, second] = await rooms.mailsTo(confirmed.email)
    expect(second!.parsed.subject).toBe('Ihre Anmeldung besteht bereits: Teilhabe vor Ort')
    expect(second!.parsed.text).toContain('Ihr Platz ist bestätigt.')
    const again = (await rooms.mailsTo(open.email))[1]!
    expect(again.parsed.subject).toBe('Bitte bestätigen Sie Ihre Anmeldung: Teilhabe vor Ort')
    expect(again.parsed.text).toContain(addresses.confirm(token!))
  })

  test('a blocked address gets nothing, one that only left the lists gets its letters', async () => {
    const eventId = await plantFullEvent(rooms)
    const [blocked, offLists, over] = [somebody(), somebody(), somebody()]
    const block = (email: string, facts: Partial<AddressBlockEntity>) =>
      rooms.transactions.run((tx) =>
        tx.db.insert(AddressBlockEntity, { id: newId(), emailHash: rooms.get(AddressBlocks).hash(email), reason: 'objection', scope: 'all', since: rooms.clock.now(), ...facts }))
    await block(blocked.email, {})
    await block(offLists.email, { scope: 'list' })
    await block(over.email, { expiresAt: rooms.clock.now() })
    const row = await take(rooms, eventId, blocked)
    for (const who of [offLists, over]) await take(rooms, eventId, who)
    await rooms.drain()
    expect((await outboxOf(rooms, row.id)).map(({ reason }) => reason)).toEqual(['already_confirmed', 'blocked'])
    expect(await rooms.mailsTo(blocked.email)).toEqual([])
    expect(await rooms.mailsTo(offLists.email)).toHaveLength(1)
    expect(await rooms.mailsTo(over.email)).toHaveLength(1)
    expect(await messagesOf(rooms, row.id)).toEqual([])
  })

  test('an address stays blocked when the keys of the installation are changed', async () => {
    const key = (id: number) => `${id}:${Buffer.alloc(32, id).toString('base64')}`
    const blocksWith = (keys: string) => new AddressBlocks(rooms.transactions, KeyRing.parse(keys), rooms.clock)
    const { email } = somebody()
    const emailHash = blocksWith(key(1)).hash(email)
    await rooms.transactions.run((tx) => tx.db.insert(AddressBlockEntity, { id: newId(), emailHash, reason: 'objection', scope: 'all', since: rooms.clock.now() }))
    expect(await blocksWith(`${key(2)},${key(1)}`).isBlocked(email)).toBe(true)
    expect(await blocksWith(key(2)).isBlocked(email)).toBe(false)
  })

  test('an event without title and host is called by its number and format and signed by the sender of the product', async () => {
    const eventId = await plantEvent(rooms, { title: null, editionNo: 2 })
    const who = somebody({ salutation: 'keine' })
    await take(rooms, eventId, who)
    await rooms.drain()
    const [mail] = await rooms.mailsTo(who.email)
    expect(mail!.parsed.subject).toBe('Platz bestätigt: 2. Zukunftsdialog')
    expect(mail!.parsed.text).toContain(`Guten Tag ${who.givenName} ${who.familyName},`)
    expect(mail!.parsed.from!.text).toBe('"Dialogwerk" <einladung@dialog.example>')
  })

  test('a decline is no reason for a letter', async () => {
    const outcome = await rooms.handlers['participation.changed']({ id: newId(), kind: 'participation.changed', subjectId: newId(), payload: { cause: 'declined' }, ...firstTry })
    expect(outcome).toEqual({ kind: 'withheld', reason: 'no_letter' })
  })
})
