import { ParticipationEntity, StaffRegistrations } from '@app/participants'
import { systemActor } from '@app/staff'
import { person, plantEvent } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('people whom staff registers before an event is published', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  test.each(['planned', 'save_the_date'] as const)('move up when a place becomes free (%s)', async (state) => {
    const staff = rooms.get(StaffRegistrations)
    const eventId = await plantEvent(rooms, { state, capacity: 1, publishedAt: null })
    const [holder, next] = [await staff.add(eventId, person(1), systemActor), await staff.add(eventId, person(2), systemActor)]
    expect([holder.place, next.place]).toEqual(['confirmed', 'waiting'])
    await staff.move(eventId, holder.id, 'withdraw', null, systemActor)
    expect(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id: next.id })).toMatchObject({ place: 'confirmed' })
  })
})
