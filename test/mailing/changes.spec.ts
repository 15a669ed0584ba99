import { EventDayEntity, EventEditing, EventEntity } from '@app/events'
import { type ParticipationEntity, StaffRegistrations, Withdrawals } from '@app/participants'
import { OutboxEntity, newId, storeFaultOf } from '@app/platform'
import { participantActor, systemActor } from '@app/staff'
import { MailFactsReader } from '../../libs/mailing/src/facts/mail-facts-reader.js'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, entryOf, firstTry, openMailRooms, outboxOf, plantFullEvent, somebody, take } from './mail-rooms.js'

type Patch = Parameters<EventEditing['change']>[2]

onEachDatabase('edits of an event by staff', (database) => {
  let rooms: MailRooms
  beforeAll(async () => {
    rooms = await openMailRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())
  afterEach(() => rooms.drain())

  const locked = <T>(eventId: string, work: (editing: EventEditing, tx: Parameters<EventEditing['change']>[0]) => Promise<T>) =>
    rooms.transactions.runLocked({ table: 'event', id: eventId }, (tx) => work(rooms.get(EventEditing), tx))
  const change = (eventId: string, patch: Patch) => locked(eventId, (editing, tx) => editing.change(tx, eventId, patch, systemActor))
  const cancel = (eventId: string) => locked(eventId, (editing, tx) => editing.move(tx, eventId, 'cancel', null, systemActor))
  /** Only the work that finds out whom a change concerns; the letters wait. */
  const fanOut = async (eventId: string) => {
    for (const { id, state } of await outboxOf(rooms, eventId)) {
      if (state !== 'pending') continue
      await rooms.handlers['event.changed']({ id, kind: 'event.changed', subjectId: eventId, payload: {}, ...firstTry })
      await rooms.transactions.run((tx) => tx.db.update(OutboxEntity, { id }, { state: 'done' }))
    }
  }
  const lines = async (address: string) => (await rooms.mailsTo(address)).map(({ parsed, calendar }) => [parsed.subject, calendar?.method ?? null, calendar?.sequence ?? null])
  const taken = async (facts: Partial<EventEntity> = {}) => {
    const eventId = await plantFullEvent(rooms, facts)
    const who = somebody()
    const row = await take(rooms, eventId, who)
    await rooms.drain()
    return { eventId, who, row }
  }

  test('in quick succession make one letter while the first has not been begun', async () => {
    const { eventId, who, row } = await taken()
    await change(eventId, { title: 'Teilhabe verankern' })
    await fanOut(eventId)
    await change(eventId, { title: 'Teilhabe vor Ort verankern' })
    await fanOut(eventId)
    await rooms.drain()
    expect((await lines(who.email)).slice(1)).toEqual([['Aktualisiert: Teilhabe vor Ort verankern', 'REQUEST', 1]])
    expect((await outboxOf(rooms, row.id)).filter(({ kind }) => kind === 'participation.event_changed')).toHaveLength(1)
  })

  test('that are taken back before the letter leaves make none', async () => {
    const { eventId, who, row } = await taken()
    await change(eventId, { title: 'Irrtum' })
    await fanOut(eventId)
    await change(eventId, { title: 'Teilhabe vor Ort' })
    await rooms.drain()
    expect(await lines(who.email)).toHaveLength(1)
    expect((await outboxOf(rooms, row.id)).at(-1)).toMatchObject({ state: 'withheld', reason: 'nothing_new' })
    expect(await entryOf(rooms, row.id)).toMatchObject({ sequence: 0 })
  })

  test('are told when they move the online link or an hour of the programme, not when they name an item anew', async () => {
    const { eventId, who } = await taken({ mode: 'hybrid' })
    const agenda = (startsAt: string, title: string) => [{ kind: 'keynote' as const, title, description: null, date: null, startsAt, endsAt: '12:00', room: null, speakers: [] }]
    await change(eventId, { onlineUrl: 'https://konferenz.example/7' })
    await rooms.drain()
    await change(eventId, { agenda: agenda('11:00', 'Vortrag') })
    await rooms.drain()
    expect(await change(eventId, { agenda: agenda('11:00', 'Festvortrag') })).toBe(false)
    await rooms.drain()
    const [, link, programme, ...more] = await rooms.mailsTo(who.email)
    expect(more).toEqual([])
    expect(link!.calendar).toMatchObject({ sequence: 1, text: expect.stringContaining('https://konferenz.example/7') })
    expect(programme!.calendar).toMatchObject({ sequence: 2, text: expect.stringContaining('11:00 Vortrag') })
  })

  test('reach nobody who has given the place back, and nobody once the event is off', async () => {
    const { eventId, who, row } = await taken({ capacity: 2 })
    const other = somebody()
    const second = await take(rooms, eventId, other)
    await rooms.drain()
    await change(eventId, { title: 'Verschoben' })
    await fanOut(eventId)
    await rooms.get(Withdrawals).withdraw(row.id, participantActor(row.id))
    await cancel(eventId)
    await rooms.drain()
    expect((await lines(who.email)).slice(1)).toEqual([['Abgesagt: Verschoben', 'CANCEL', 1]])
    expect((await lines(other.email)).slice(1)).toEqual([['Abgesagt: Verschoben', 'CANCEL', 1]])
    const reasons = async (id: string) => (await outboxOf(rooms, id)).filter(({ kind }) => kind === 'participation.event_changed').map(({ state, reason }) => [state, reason])
    expect(await reasons(row.id)).toEqual([['withheld', 'event_cancelled']])
    expect(await reasons(second.id)).toEqual([['withheld', 'event_cancelled']])
  })

  describe('that bring a date', () => {
    const undated = async () => {
      const eventId = await plantFullEvent(rooms, { state: 'planned', publishedAt: null, datePrecision: 'unknown' })
      await rooms.transactions.run((tx) => tx.db.delete(EventDayEntity, { eventId }))
      // Times without a day hold nothing.
      await change(eventId, { agenda: [] })
      return eventId
    }
    const days = (startsAt: string) => [{ date: '2027-05-19', startsAt, endsAt: '16:00' }]

    test('put it into the calendars of those who had a place before there was one, once', async () => {
      const eventId = await undated()
      const who = somebody()
      const row = await rooms.get(StaffRegistrations).add(eventId, who, systemActor)
      await rooms.drain()
      expect(await lines(who.email)).toEqual([['Platz bestätigt: Teilhabe vor Ort', null, null]])
      await change(eventId, { title: 'Teilhabe' })
      await rooms.drain()
      expect(await lines(who.email)).toHaveLength(1)
      await change(eventId, { days: days('10:00') })
      await rooms.drain()
      const [, letter, ...more] = await rooms.mailsTo(who.email)
      expect(more).toEqual([])
      expect([letter!.parsed.subject, letter!.calendar!.method, letter!.calendar!.sequence]).toEqual(['Der Termin steht fest: Teilhabe', 'REQUEST', 0])
      expect(letter!.calendar!.text).toContain('DTSTART;TZID=Europe/Berlin:20270519T100000')
      expect(letter!.parsed.text).toContain('19. Mai 2027')
      expect(await entryOf(rooms, row.id)).toMatchObject({ status: 'confirmed', sequence: 0 })
      await change(eventId, { days: days('11:00') })
      await rooms.drain()
      expect((await lines(who.email)).at(-1)).toEqual(['Aktualisiert: Teilhabe', 'REQUEST', 1])
    })

    test('leave it to the letter about the place where that one still waits', async () => {
      const eventId = await undated()
      const who = somebody()
      await rooms.get(StaffRegistrations).add(eventId, who, systemActor)
      await change(eventId, { days: days('10:00') })
      await fanOut(eventId)
      await rooms.drain()
      expect(await lines(who.email)).toEqual([['Platz bestätigt: Teilhabe vor Ort', 'REQUEST', 0]])
    })

    test('reach somebody whose letter about the place was under way without it', async () => {
      const eventId = await undated()
      const who = somebody()
      const row = await rooms.get(StaffRegistrations).add(eventId, who, systemActor)
      const reader = rooms.get(MailFactsReader)
      const complete = reader.complete.bind(reader)
      const spy = jest.spyOn(reader, 'complete').mockImplementationOnce(async (looked) => {
        const read = await complete(looked)
        await change(eventId, { days: days('10:00') })
        await fanOut(eventId)
        return read
      })
      await rooms.drain()
      spy.mockRestore()
      expect(await lines(who.email)).toEqual([['Platz bestätigt: Teilhabe vor Ort', null, null], ['Der Termin steht fest: Teilhabe vor Ort', 'REQUEST', 0]])
      expect(await entryOf(rooms, row.id)).toMatchObject({ sequence: 0 })
    })
  })

  test('twenty at once, with letters leaving meanwhile: SEQUENCE only rises, one number never says two things, the highest says what holds', async () => {
    const eventId = await plantFullEvent(rooms)
    const people = [somebody(), somebody(), somebody({ language: 'en' })]
    const rows: ParticipationEntity[] = []
    // On a machine with too much to do the twentieth waits for the lock longer than a database may say nothing, and is refused: people then ask again.
    const insist = <T>(work: () => Promise<T>): Promise<T> => work().catch((error: unknown) => {
      if (storeFaultOf(error) !== 'gone') throw error
      return insist(work)
    })
    for (const who of people) rows.push(await take(rooms, eventId, who))
    await rooms.drain()
    const seen = new Map<string, number[]>(rows.map(({ id }) => [id, []]))
    let isEditing = true
    const look = async () => {
      for (const { id } of rows) seen.get(id)!.push((await entryOf(rooms, id))!.sequence)
    }
    const worker = async () => {
      while (isEditing) {
        await insist(rooms.drain)
        await look()
        // Reads of SQLite never leave the turn of the event loop, and writing a mail needs the next one.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const workers = [worker(), worker(), worker()]
    // More letters at once than the outbox would let out, so that they meet each other and the edits at every point.
    const letter = async (subjectId: string) => {
      const outcome = await rooms.handlers['participation.event_changed']({ id: newId(), kind: 'participation.event_changed', subjectId, payload: {}, ...firstTry })
      if ('record' in outcome && outcome.record) await rooms.transactions.run(outcome.record)
    }
    // There and back again: a version that was told before is news once another one was told in between.
    const version = (n: number) => ({ title: `Fassung ${n % 3}`, days: [{ date: '2027-04-14', startsAt: `1${n % 3}:00`, endsAt: '23:30' }], agenda: [] })
    try {
      await Promise.all(Array.from({ length: 20 }, async (_, n) => {
        await insist(() => change(eventId, version(n)))
        await Promise.all(rows.map(({ id }) => insist(() => letter(id))))
      }))
    } finally {
      isEditing = false
      await Promise.all(workers)
    }
    // A letter that met one change after the other waits for calmer times.
    rooms.clock.advance(60_000)
    await rooms.drain()
    await look()
    const { title } = await rooms.transactions.read.findOneByOrFail(EventEntity, { id: eventId })
    const now = (await rooms.get(MailFactsReader).fingerprintsOf(eventId))!
    for (const [at, { id }] of rows.entries()) {
      const entry = (await entryOf(rooms, id))!
      expect(entry).toMatchObject({ status: 'confirmed', fingerprint: people[at]!.language === 'en' ? now.en : now.de })
      const sequences = seen.get(id)!
      expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
      const told = (await rooms.mailsTo(people[at]!.email)).map(({ calendar }) => calendar!)
      expect(told.map(({ uid }) => uid)).toEqual(told.map(() => entry.uid))
      const sayings = new Map<number, Set<string>>()
      for (const { sequence, text } of told) sayings.set(sequence, (sayings.get(sequence) ?? new Set()).add(`${/^SUMMARY:.*$/m.exec(text)} ${/^DTSTART.*$/m.exec(text)}`))
      expect([...sayings.values()].filter(({ size }) => size > 1)).toEqual([])
      const last = told.toSorted((a, b) => a.sequence - b.sequence).at(-1)!
      expect(last.sequence).toBe(entry.sequence)
      expect(last.text).toContain(`SUMMARY:${title}`)
      expect(told.length).toBeGreaterThan(1)
      expect(told.length).toBeLessThanOrEqual(41)
    }
  }, 120_000)
})
