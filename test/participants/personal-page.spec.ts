import { Confirmations, ParticipationEntity, PersonalPage } from '@app/participants'
import { AuditEntryEntity } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('what a person changes behind the personal link', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  test('is written down once with the names of the fields, and not at all when nothing changed', async () => {
    const eventId = await plantEvent(rooms)
    const said = person(1, { phone: '0261 123' })
    const [token] = await registerPeople(rooms, eventId, [said])
    const confirmed = await rooms.get(Confirmations).confirm(token!)
    if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind)
    const { participationId: id, manageToken } = confirmed
    const { givenName: _given, familyName: _family, email: _email, consents: _consents, ...edit } = said
    const lines = () => rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: id, action: 'participation.edit' })
    const page = rooms.get(PersonalPage)

    expect(await page.edit(manageToken, edit)).toEqual({ kind: 'saved' })
    expect(await lines()).toEqual([])
    expect(await page.edit(manageToken, { ...edit, phone: '0261 456' })).toEqual({ kind: 'saved' })
    expect(await page.edit(manageToken, { ...edit, phone: '0261 456' })).toEqual({ kind: 'saved' })
    expect(await lines()).toMatchObject([{ change: { fields: ['phone'] } }])
    expect(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id })).toMatchObject({ phone: '0261 456' })
  })
})
