import type { ParticipantCorrection } from '@app/contracts'
import { Confirmations, ParticipationEntity, StaffRegistrations } from '@app/participants'
import { OutboxEntity, PersonalLinks, Problem, newId } from '@app/platform'
import { AuditEntryEntity, systemActor } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('corrections by staff', (database) => {
  let rooms: Rooms
  let eventId: string
  const staff = () => rooms.get(StaffRegistrations)
  const said = (n: number, changes: Partial<ParticipantCorrection> = {}): ParticipantCorrection => {
    const { consents: _consents, ...rest } = person(n)
    return { ...rest, ...changes }
  }
  const edit = (id: string, correction: ParticipantCorrection, event = eventId) => staff().edit(event, id, correction, systemActor)
  const rowOf = (id: string) => rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id })
  const causesTo = async (id: string) => (await rooms.transactions.read.find(OutboxEntity, { where: { kind: 'participation.changed', subjectId: id }, order: { id: 'ASC' } })).map(({ payload }) => payload.cause)
  const linesOf = (id: string) => rooms.transactions.read.findBy(AuditEntryEntity, { action: 'participation.correct', subjectId: id })

  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())
  beforeEach(async () => {
    eventId = await plantEvent(rooms, { capacity: 2 })
  })

  test('change what was said, how it is found and sorted, and write down the names of the fields alone', async () => {
    const { id } = await staff().add(eventId, person(1), systemActor)
    await edit(id, said(1, { familyName: 'Özdemir', office: 'Landrätin', phone: '+49 30 1234567' }))
    expect(await rowOf(id)).toMatchObject({ familyName: 'Özdemir', officeAddress: 'Landrätin', place: 'confirmed', nameSearch: expect.stringContaining('OEZDEMIR'), revision: 2 })
    const [line] = await linesOf(id)
    expect(line!.change).toEqual({ fields: ['familyName', 'officeAddress', 'phone'] })
    expect(await causesTo(id)).toEqual(['confirmed'])
  })

  test('keep an address as people write it, whatever form the browser sends', async () => {
    const { id } = await staff().add(eventId, person(1, { email: 'eva@xn--bcher-kva.example' }), systemActor)
    expect(await rowOf(id)).toMatchObject({ email: 'eva@bücher.example', emailNormalised: 'eva@xn--bcher-kva.example' })
    await edit(id, said(1, { email: 'eva@bücher.example' }))
    expect(await linesOf(id)).toEqual([])
  })

  test('say nothing when nothing has changed', async () => {
    const { id } = await staff().add(eventId, person(1), systemActor)
    await edit(id, said(1))
    expect(await linesOf(id)).toEqual([])
  })

  test('give another address its own link and the letter of the present standing, and leave the old link without a way in', async () => {
    const added = await staff().add(eventId, person(1), systemActor)
    const old = (await rooms.get(PersonalLinks).tokenFor('manage', added.id))!
    await edit(added.id, said(1, { email: 'Richtig@stadt.example' }))
    expect(await rowOf(added.id)).toMatchObject({ email: 'Richtig@stadt.example', emailNormalised: 'richtig@stadt.example', activeKey: 'richtig@stadt.example' })
    expect(await rooms.get(PersonalLinks).find('manage', old)).toMatchObject({ kind: 'gone' })
    expect(await rooms.get(PersonalLinks).tokenFor('manage', added.id)).not.toBe(old)
    expect(await causesTo(added.id)).toEqual(['confirmed', 'confirmed'])
    await edit(added.id, said(1, { email: null }))
    expect(await rowOf(added.id)).toMatchObject({ email: null, activeKey: null })
    expect(await causesTo(added.id)).toHaveLength(2)
    await edit(added.id, said(1))
    expect(await rowOf(added.id)).toMatchObject({ activeKey: 'person1@stadt.example' })
  })

  test('refuse an address that is registered already, unless one of the two has withdrawn', async () => {
    const [first, second] = [await staff().add(eventId, person(1), systemActor), await staff().add(eventId, person(2), systemActor)]
    await expect(edit(second.id, said(2, { email: 'PERSON1@stadt.example' }))).rejects.toEqual(new Problem('already_registered'))
    expect(await rowOf(second.id)).toMatchObject({ email: 'person2@stadt.example' })
    await staff().move(eventId, second.id, 'withdraw', null, systemActor)
    await edit(second.id, said(2, { email: 'person1@stadt.example' }))
    expect(await rowOf(second.id)).toMatchObject({ email: 'person1@stadt.example', activeKey: null })
    expect(await rowOf(first.id)).toMatchObject({ activeKey: 'person1@stadt.example' })
  })

  test('refuse by field what cannot be taken, and find nobody of another event', async () => {
    const { id } = await staff().add(eventId, person(1), systemActor)
    await expect(edit(id, said(1, { email: 'a@b', phone: '??' }))).rejects.toMatchObject({ errors: [{ pointer: '/email' }, { pointer: '/phone' }] })
    await expect(edit(id, said(1), await plantEvent(rooms))).rejects.toEqual(new Problem('not_found'))
    await expect(edit(newId(), said(1))).rejects.toEqual(new Problem('not_found'))
  })

  test('leave registrations alone whose address nobody has confirmed', async () => {
    const [token] = await registerPeople(rooms, eventId, [person(1)])
    const row = await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { eventId })
    await expect(edit(row.id, said(1, { email: 'andere@stadt.example' }))).rejects.toEqual(new Problem('verb_not_possible'))
    expect(await rooms.get(Confirmations).confirm(token!)).toMatchObject({ kind: 'confirmed' })
    await edit(row.id, said(1, { email: 'andere@stadt.example' }))
    expect(await rowOf(row.id)).toMatchObject({ email: 'andere@stadt.example' })
  })
})
