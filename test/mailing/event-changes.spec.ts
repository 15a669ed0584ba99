import { EventDayEntity, EventEditing, VenueEntity } from '@app/events'
import { StaffRegistrations, Withdrawals } from '@app/participants'
import { OutboxEntity, type Tx } from '@app/platform'
import { participantActor, systemActor } from '@app/staff'
import { MessageMarks } from '../../libs/mailing/src/handlers/message-marks.js'
import { registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, changeEvent, entryOf, firstTry, openMailRooms, outboxOf, plantFullEvent, somebody, take } from './mail-rooms.js'

onEachDatabase('letters about a change of the event', (database) => {
  let rooms: MailRooms
  beforeAll(async () => {
    rooms = await openMailRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())
  afterEach(() => rooms.drain())

  const moveTo = async (eventId: string, city: string) => {
    await rooms.transactions.run((tx) => tx.db.update(VenueEntity, { eventId }, { city }))
    await changeEvent(rooms, eventId, {})
  }
  const lines = async (address: string) => (await rooms.mailsTo(address)).map(({ parsed, calendar }) => [parsed.subject, calendar?.method ?? null, calendar?.sequence ?? null])

  test('a new time reaches those whose calendar is no longer right, and nobody else', async () => {
    const eventId = await plantFullEvent(rooms, { capacity: 1 })
    const [holder, waiting, open] = [somebody(), somebody(), somebody()]
    const row = await take(rooms, eventId, holder)
    await take(rooms, eventId, waiting)
    await registerPeople(rooms, eventId, [open])
    await rooms.drain()
    await rooms.transactions.run((tx) => tx.db.update(EventDayEntity, { eventId }, { startsAt: new Date('2027-04-14T09:30:00Z') }))
    await changeEvent(rooms, eventId, {})
    await rooms.drain()
    expect(await lines(holder.email)).toEqual([['Platz bestätigt: Teilhabe vor Ort', 'REQUEST', 0], ['Aktualisiert: Teilhabe vor Ort', 'REQUEST', 1]])
    const [first, second] = await rooms.mailsTo(holder.email)
    expect(second!.calendar!.uid).toBe(first!.calendar!.uid)
    expect(second!.calendar!.text).toContain('DTSTART;TZID=Europe/Berlin:20270414T113000')
    expect(second!.parsed.text).toContain('Mittwoch, 11:30 bis 17:00 Uhr')
    expect(await rooms.mailsTo(waiting.email)).toHaveLength(1)
    expect(await rooms.mailsTo(open.email)).toHaveLength(1)
    await changeEvent(rooms, eventId, { description: 'Ein anderer Text, der in keinem Kalender steht.' })
    await rooms.drain()
    expect(await rooms.mailsTo(holder.email)).toHaveLength(2)
    expect(await entryOf(rooms, row.id)).toMatchObject({ sequence: 1, status: 'confirmed' })
  })

  test('whoever staff registered for a draft hears that it moves, and that it is off', async () => {
    const eventId = await plantFullEvent(rooms, { state: 'planned', publishedAt: null })
    const who = somebody()
    await rooms.get(StaffRegistrations).add(eventId, who, systemActor)
    await rooms.drain()
    const editing = rooms.get(EventEditing)
    const locked = (work: (tx: Tx) => Promise<unknown>) => rooms.transactions.runLocked({ table: 'event', id: eventId }, work)
    await locked((tx) => editing.change(tx, eventId, { days: [{ date: '2027-05-19', startsAt: '10:00', endsAt: '16:00' }] }, systemActor))
    await rooms.drain()
    await locked((tx) => editing.move(tx, eventId, 'cancel', null, systemActor))
    await rooms.drain()
    expect(await lines(who.email)).toEqual([
      ['Platz bestätigt: Teilhabe vor Ort', 'REQUEST', 0],
      ['Aktualisiert: Teilhabe vor Ort', 'REQUEST', 1],
      ['Abgesagt: Teilhabe vor Ort', 'CANCEL', 2],
    ])
  })

  test('two edits before the letter leaves make one letter, and an edit that is taken back makes none', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    const row = await take(rooms, eventId, who)
    await rooms.drain()
    await changeEvent(rooms, eventId, { title: 'Teilhabe verankern' })
    await changeEvent(rooms, eventId, { title: 'Teilhabe vor Ort verankern' })
    await rooms.drain()
    expect(await lines(who.email)).toEqual([['Platz bestätigt: Teilhabe vor Ort', 'REQUEST', 0], ['Aktualisiert: Teilhabe vor Ort verankern', 'REQUEST', 1]])
    await changeEvent(rooms, eventId, { title: 'Irrtum' })
    await changeEvent(rooms, eventId, { title: 'Teilhabe vor Ort verankern' })
    await rooms.drain()
    expect(await rooms.mailsTo(who.email)).toHaveLength(2)
    expect(await entryOf(rooms, row.id)).toMatchObject({ sequence: 1 })
  })

  test('an event that comes back to where it was tells it each time', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody({ language: 'en' })
    await take(rooms, eventId, who)
    await rooms.drain()
    for (const city of ['Kiel', 'Lübeck', 'Kiel']) {
      await moveTo(eventId, city)
      await rooms.drain()
    }
    expect(await lines(who.email)).toEqual([
      ['Place confirmed: Teilhabe vor Ort', 'REQUEST', 0],
      ['Updated: Teilhabe vor Ort', 'REQUEST', 1],
      ['Updated: Teilhabe vor Ort', 'REQUEST', 2],
      ['Updated: Teilhabe vor Ort', 'REQUEST', 3],
    ])
  })

  test('an edit taken back before its letter left withholds it, and the next one is told again', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    const row = await take(rooms, eventId, who)
    await rooms.drain()
    await moveTo(eventId, 'Kiel')
    const [change] = await rooms.transactions.read.find(OutboxEntity, { where: { subjectId: eventId }, order: { id: 'DESC' }, take: 1 })
    await rooms.handlers['event.changed']({ id: change!.id, kind: 'event.changed', subjectId: eventId, payload: {}, ...firstTry })
    await rooms.transactions.run((tx) => tx.db.update(VenueEntity, { eventId }, { city: 'Lübeck' }))
    await rooms.drain()
    expect((await outboxOf(rooms, row.id)).at(-1)).toMatchObject({ kind: 'participation.event_changed', state: 'withheld', reason: 'nothing_new' })
    await moveTo(eventId, 'Kiel')
    await rooms.drain()
    expect(await lines(who.email)).toEqual([['Platz bestätigt: Teilhabe vor Ort', 'REQUEST', 0], ['Aktualisiert: Teilhabe vor Ort', 'REQUEST', 1]])
  })

  test('an event that is moved while the first letter is being written down is told as it is now', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    const row = await take(rooms, eventId, who)
    const marks = rooms.get(MessageMarks)
    const mark = marks.mark.bind(marks)
    const spy = jest.spyOn(marks, 'mark').mockImplementationOnce(async (...args) => {
      await moveTo(eventId, 'Kiel')
      return mark(...args)
    })
    // The confirm link is withheld before it is written down; the letter about the place is the first to be.
    await rooms.drain()
    spy.mockRestore()
    const mails = await rooms.mailsTo(who.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]!.calendar!.text).toContain('23552 Kiel')
    expect(await entryOf(rooms, row.id)).toMatchObject({ sequence: mails[0]!.calendar!.sequence })
  })

  test('a cancelled event takes the date back, tells those who still hoped, and nobody else', async () => {
    const eventId = await plantFullEvent(rooms, { capacity: 2 })
    const [holder, left, waiting, open, late] = [somebody(), somebody(), somebody(), somebody(), somebody()]
    const row = await take(rooms, eventId, holder)
    const gone = await take(rooms, eventId, left)
    await rooms.drain()
    await rooms.get(Withdrawals).withdraw(gone.id, participantActor(gone.id))
    await rooms.drain()
    await take(rooms, eventId, late)
    await take(rooms, eventId, waiting)
    await registerPeople(rooms, eventId, [open])
    // The letter about the place of `late` has not left when the event is called off.
    await changeEvent(rooms, eventId, { state: 'cancelled', cancelledAt: rooms.clock.now(), cancelReason: 'Der Saal steht nicht zur Verfügung.' })
    await rooms.drain()
    expect((await lines(holder.email)).at(-1)).toEqual(['Abgesagt: Teilhabe vor Ort', 'CANCEL', 1])
    expect(await lines(late.email)).toEqual([['Abgesagt: Teilhabe vor Ort', null, null]])
    expect(await lines(waiting.email)).toEqual([['Abgesagt: Teilhabe vor Ort', null, null]])
    expect(await lines(left.email)).toHaveLength(2)
    expect(await lines(open.email)).toEqual([])
    expect(await entryOf(rooms, row.id)).toMatchObject({ status: 'cancelled', sequence: 1 })
    expect((await rooms.mailsTo(holder.email)).at(-1)!.parsed.text).toContain('findet nicht statt')
    expect((await rooms.mailsTo(late.email)).at(-1)!.parsed.text).toContain('Begründung: Der Saal steht nicht zur Verfügung.')
  })
})
