import { EventEditing } from '@app/events'
import { StaffRegistrations } from '@app/participants'
import { systemActor } from '@app/staff'
import { de } from '../../apps/console/src/texts/de.js'
import { en } from '../../apps/console/src/texts/en.js'
import { onSqlite } from '../support/databases.js'
import { type MailRooms, openMailRooms, plantFullEvent, somebody, take } from './mail-rooms.js'

onSqlite('a reason that staff writes', (database) => {
  let rooms: MailRooms
  beforeAll(async () => {
    rooms = await openMailRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const lettersTo = async (email: string) => {
    await rooms.drain()
    return (await rooms.mailsTo(email)).map(({ parsed }) => `${parsed.text}${parsed.html}`).join()
  }

  test('about one person is for the log alone, and the console says so', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    const row = await take(rooms, eventId, who)
    for (const verb of ['wait', 'refuse'] as const) await rooms.get(StaffRegistrations).move(eventId, row.id, verb, 'Nur für uns', systemActor)
    const letters = await lettersTo(who.email)
    expect(letters).toContain('keinen Platz anbieten')
    expect(letters).not.toContain('Nur für uns')
    expect([de.person.reasonKept, en.person.reasonKept]).toEqual([expect.stringContaining('Nur für das Protokoll'), expect.stringContaining('For the log only')])
  })

  test('about a whole event is read by everybody, and the console says so', async () => {
    const eventId = await plantFullEvent(rooms)
    const who = somebody()
    await take(rooms, eventId, who)
    await rooms.transactions.runLocked({ table: 'event', id: eventId }, (tx) => rooms.get(EventEditing).move(tx, eventId, 'cancel', 'Die Halle ist überflutet.', systemActor))
    expect(await lettersTo(who.email)).toContain('Die Halle ist überflutet.')
    expect([de.eventReasonHint, en.eventReasonHint]).toEqual([expect.stringContaining('E-Mail an alle'), expect.stringContaining('e-mail to everybody')])
  })
})
