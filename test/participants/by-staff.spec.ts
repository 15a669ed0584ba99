import type { EventEntity } from '@app/events'
import { Confirmations, ParticipationEntity, Places, StaffRegistrations, Withdrawals } from '@app/participants'
import { OutboxEntity, PersonalLinks, Problem } from '@app/platform'
import { AuditEntryEntity, accountActor, participantActor } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('what staff decides about people', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const actor = accountActor('0192a000-0000-7000-8000-000000000001')
  const staff = () => rooms.get(StaffRegistrations)
  const rowOf = (id: string) => rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id })
  const peopleOf = (eventId: string) => rooms.transactions.read.find(ParticipationEntity, { where: { eventId }, order: { familyName: 'ASC' } })
  const placesOf = async (eventId: string) => (await peopleOf(eventId)).map(({ place }) => place)
  const linesOf = async (id: string, action: string) => (await rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: id, action })).map(({ actorKind, actorId, change }) => ({ actorKind, actorId, change }))
  const causesTo = async (id: string) => (await rooms.transactions.read.find(OutboxEntity, { where: { kind: 'participation.changed', subjectId: id }, order: { id: 'ASC' } })).map(({ payload }) => payload.cause)
  const add = async (eventId: string, count: number) => {
    const rows: ParticipationEntity[] = []
    for (let n = 1; n <= count; n++) rows.push(await staff().add(eventId, person(n), actor))
    return rows.map(({ id }) => id) as [string, string, string, string]
  }

  describe('when the letter with the confirm link is lost', () => {
    const register = async (facts: Partial<EventEntity> = {}) => {
      const eventId = await plantEvent(rooms, { capacity: 1, ...facts })
      const [token] = await registerPeople(rooms, eventId, [person(9)])
      const [{ id }] = (await peopleOf(eventId)) as [ParticipationEntity]
      return { eventId, token: token!, id }
    }

    test('staff confirms instead: the place is decided, the personal page opens, and the log says who did it and why', async () => {
      const { eventId, token, id } = await register()
      expect(await staff().move(eventId, id, 'confirm', 'hat angerufen', actor)).toMatchObject({ answer: 'accepted', place: 'confirmed', arrivalNo: expect.any(Number) })
      expect(await causesTo(id)).toEqual(['confirmed'])
      expect(await linesOf(id, 'participation.accept')).toEqual([
        { actorKind: 'account', actorId: actor.id, change: { before: 'unconfirmed/none', after: 'accepted/confirmed', reason: 'hat angerufen' } },
      ])
      const manage = await rooms.get(PersonalLinks).tokenFor('manage', id)
      // The letter that turns up after all leads to the same page.
      expect(await rooms.get(Confirmations).confirm(token)).toMatchObject({ kind: 'already', manageToken: manage })
      expect(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id })).toMatchObject({ revision: 1 })
    })

    test('a full event puts the person on the list, an approval event notes the request', async () => {
      const full = await register()
      await staff().add(full.eventId, person(1), actor)
      expect(await staff().move(full.eventId, full.id, 'confirm', null, actor)).toMatchObject({ place: 'waiting' })
      expect(await causesTo(full.id)).toEqual(['waiting'])
      const approval = await register({ admission: 'approval' })
      expect(await staff().move(approval.eventId, approval.id, 'confirm', null, actor)).toMatchObject({ place: 'requested' })
    })

    test('nobody is confirmed for an event that is off, and the link makes one place of two confirmations at once', async () => {
      const off = await register()
      await rooms.transactions.run((tx) => tx.db.update('event', { id: off.eventId }, { state: 'cancelled' }))
      await expect(staff().move(off.eventId, off.id, 'confirm', null, actor)).rejects.toThrow(new Problem('registration_closed'))
      expect(await rowOf(off.id)).toMatchObject({ answer: 'unconfirmed' })
      const both = await register()
      const [byLink, byStaff] = await Promise.allSettled([rooms.get(Confirmations).confirm(both.token), staff().move(both.eventId, both.id, 'confirm', null, actor)])
      expect(await rowOf(both.id)).toMatchObject({ place: 'confirmed' })
      expect(await causesTo(both.id)).toEqual(['confirmed'])
      expect([byLink.status, byStaff.status]).toContain('fulfilled')
    })
  })

  test('a place put back on the list goes to those behind; the person keeps the number and is first for the next place', async () => {
    const eventId = await plantEvent(rooms, { capacity: 2 })
    const [first, second, third, fourth] = await add(eventId, 4)
    const { arrivalNo } = await rowOf(first)
    await staff().move(eventId, first, 'wait', null, actor)
    expect(await placesOf(eventId)).toEqual(['waiting', 'confirmed', 'confirmed', 'waiting'])
    expect(await causesTo(third)).toEqual(['waiting', 'promoted'])
    expect(await rooms.get(Places).position(await rowOf(first))).toBe(1)
    expect((await rowOf(first)).arrivalNo).toBe(arrivalNo)
    await rooms.get(Withdrawals).withdraw(second, participantActor(second))
    expect(await placesOf(eventId)).toEqual(['confirmed', 'none', 'confirmed', 'waiting'])
    expect(await causesTo(fourth)).toEqual(['waiting'])
  })

  test('a place put back on the list stays free when nobody else waits', async () => {
    const eventId = await plantEvent(rooms, { capacity: 1 })
    const [only] = await add(eventId, 1)
    await staff().move(eventId, only, 'wait', null, actor)
    expect(await placesOf(eventId)).toEqual(['waiting'])
  })

  test('where staff decides over every place nobody moves up by itself, whatever frees one', async () => {
    const eventId = await plantEvent(rooms, { capacity: 3, admission: 'approval' })
    const [first, second, third, fourth] = await add(eventId, 4)
    for (const id of [first, second, third]) await staff().move(eventId, id, 'confirm', null, actor)
    await staff().move(eventId, fourth, 'wait', null, actor)
    await rooms.get(Withdrawals).withdraw(first, participantActor(first))
    await staff().move(eventId, second, 'refuse', null, actor)
    await staff().move(eventId, third, 'wait', null, actor)
    await rooms.transactions.runLocked({ table: 'event', id: eventId }, (tx) => rooms.get(Places).setCapacity(tx, eventId, 20, actor))
    expect(await placesOf(eventId)).toEqual(['none', 'refused', 'waiting', 'waiting'])
    expect(await staff().move(eventId, fourth, 'confirm', null, actor)).toMatchObject({ place: 'confirmed' })
  })

  test.each(['wait', 'refuse', 'withdraw'] as const)('the reason of "%s" stays in the log', async (verb) => {
    const eventId = await plantEvent(rooms)
    const [id] = await add(eventId, 1)
    await staff().move(eventId, id, verb, 'doppelt gemeldet', actor)
    expect(await linesOf(id, `participation.${verb}`)).toEqual([{ actorKind: 'account', actorId: actor.id, change: expect.objectContaining({ reason: 'doppelt gemeldet' }) }])
  })
})
