import type { Audience } from '@app/contracts'
import { EventEditing } from '@app/events'
import { Audiences } from '@app/mailing'
import { StaffRegistrations, Withdrawals } from '@app/participants'
import { participantActor, systemActor } from '@app/staff'
import { registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, openMailRooms, plantFullEvent, somebody, take } from './mail-rooms.js'

onEachDatabase('the number of people who would be told', (database) => {
  let rooms: MailRooms
  beforeAll(async () => {
    rooms = await openMailRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const audience = (eventId: string): Promise<Audience> => rooms.get(Audiences).read(eventId)
  const mails = async (addresses: string[]) => (await Promise.all(addresses.map((address) => rooms.mailsTo(address)))).map((kept) => kept.at(-1)!.parsed.subject)

  test('is the number of those who are told then: of a change, and of the end', async () => {
    const eventId = await plantFullEvent(rooms, { capacity: 4 })
    const [first, second, left, waiting, open] = [somebody(), somebody(), somebody(), somebody(), somebody()]
    for (const who of [first, second]) await take(rooms, eventId, who)
    const gone = await take(rooms, eventId, left)
    await rooms.get(StaffRegistrations).add(eventId, { ...somebody(), email: null }, systemActor)
    const reserve = [await take(rooms, eventId, waiting), await take(rooms, eventId, somebody())]
    await rooms.get(StaffRegistrations).add(eventId, { ...somebody(), email: null }, systemActor)
    await registerPeople(rooms, eventId, [open])
    // The letters with the first entries wait: whoever will have the date in the calendar is counted already.
    expect(await audience(eventId)).toMatchObject({ update: 0, first: 3, cancel: 5, unreachable: 2 })
    await rooms.drain()
    expect(await audience(eventId)).toEqual({
      update: 3, first: 0, cancel: 5, unreachable: 2,
      standings: [{ standing: 'waiting', told: 2, unreachable: 1 }, { standing: 'confirmed', told: 3, unreachable: 1 }],
    })
    await rooms.get(Withdrawals).withdraw(gone.id, participantActor(gone.id))
    // The place went to the first of the list; the entry of the other still stands, because the letter that takes it back has not left.
    expect(await audience(eventId)).toMatchObject({ update: 2, first: 1, cancel: 5, unreachable: 2 })
    await rooms.drain()
    expect(await audience(eventId)).toMatchObject({ update: 3, first: 0, cancel: 4, unreachable: 2 })
    expect(reserve).toHaveLength(2)

    const told = (await audience(eventId)).update
    const before = (await rooms.mailsTo('@stadt.example')).length
    const locked = (work: Parameters<typeof rooms.transactions.run>[0]) => rooms.transactions.runLocked({ table: 'event', id: eventId }, work)
    await locked((tx) => rooms.get(EventEditing).change(tx, eventId, { title: 'Teilhabe verankern' }, systemActor))
    await rooms.drain()
    expect((await rooms.mailsTo('@stadt.example')).length - before).toBe(told)
    const { cancel } = await audience(eventId)
    await locked((tx) => rooms.get(EventEditing).move(tx, eventId, 'cancel', null, systemActor))
    await rooms.drain()
    expect((await rooms.mailsTo('@stadt.example')).length - before - told).toBe(cancel)
    expect(await mails([first.email, second.email])).toEqual(['Abgesagt: Teilhabe verankern', 'Abgesagt: Teilhabe verankern'])
    expect(await audience(eventId)).toMatchObject({ update: 0, cancel: 4 })
  })

  test('is looked at again behind the lock: with another number nothing is changed', async () => {
    const eventId = await plantFullEvent(rooms)
    await take(rooms, eventId, somebody())
    const change = (expected: number, patch: Parameters<EventEditing['change']>[2]) =>
      rooms.transactions.runLocked({ table: 'event', id: eventId }, async (tx) => {
        const isTold = await rooms.get(EventEditing).change(tx, eventId, patch, systemActor)
        await rooms.get(Audiences).assertTold(tx, eventId, isTold ? 'change' : 'nothing', expected)
      })
    await expect(change(2, { title: 'Anders' })).rejects.toMatchObject({ code: 'told_number_changed', params: { told: 1, expected: 2 } })
    expect(await rooms.transactions.read.query(`SELECT title FROM event WHERE id = '${eventId}'`)).toEqual([{ title: 'Teilhabe vor Ort' }])
    await expect(change(1, { description: 'Steht in keinem Kalender.' })).rejects.toMatchObject({ params: { told: 0, expected: 1 } })
    await change(1, { title: 'Anders' })
    await change(0, { description: 'Steht in keinem Kalender.' })
  })
})
