import { Confirmations, ParticipationEntity, Withdrawals } from '@app/participants'
import { Audit, participantActor } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('a change that is not logged', (database) => {
  let rooms: Rooms
  let id: string
  beforeAll(async () => {
    rooms = await openRooms(database)
    const eventId = await plantEvent(rooms)
    const [token] = await registerPeople(rooms, eventId, [person(1)])
    await rooms.get(Confirmations).confirm(token!)
    id = (await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { eventId })).id
  }, 60_000)
  afterEach(() => jest.restoreAllMocks())
  afterAll(() => rooms.close())

  const place = async () => (await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id })).place

  test('is refused whole', async () => {
    jest.spyOn(Audit.prototype, 'record').mockResolvedValue()
    await expect(rooms.get(Withdrawals).withdraw(id, participantActor(id))).rejects.toThrow('A transaction wrote participation without an entry in the audit log.')
    expect(await place()).toBe('confirmed')
  })

  test('is let through where a test plants it, and where nothing was changed in the end', async () => {
    await rooms.transactions.run((tx) => tx.db.update(ParticipationEntity, { id }, { title: 'Dr.' }))
    expect(await rooms.get(Withdrawals).withdraw(id, participantActor(id))).toEqual({ kind: 'withdrawn' })
    expect(await rooms.get(Withdrawals).withdraw(id, participantActor(id))).toEqual({ kind: 'already' })
    expect(await place()).toBe('none')
  })
})
