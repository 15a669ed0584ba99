import type { ConsentPurpose } from '@app/contracts'
import { EventEntity, Notices } from '@app/events'
import { AttendanceSheets, ConsentKeeper, ParticipantList, type ParticipationEntity, StaffRegistrations } from '@app/participants'
import { newId } from '@app/platform'
import { AuditEntryEntity, participantActor, systemActor } from '@app/staff'
import { person, plantEvent } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('consents', (database) => {
  let rooms: Rooms
  let eventId: string
  let people: ParticipationEntity[]
  const hostId = newId()
  const keeper = () => rooms.get(ConsentKeeper)
  const give = (row: ParticipationEntity, ...purposes: ConsentPurpose[]) => rooms.transactions.run((tx) => keeper().give(tx, row, purposes, hostId, 'de'))
  const revoke = (row: ParticipationEntity, consentId: string) => rooms.transactions.run((tx) => keeper().revoke(tx, row, consentId, participantActor(row.id)))
  const wording = (body: string) => rooms.transactions.run((tx) => rooms.get(Notices).save(tx, { kind: 'consent:photo', ownerId: hostId, language: 'de', body }, systemActor))
  const everybody = { q: undefined, standing: [], land: [], group: [] }
  const listed = async () => (await rooms.get(ParticipantList).page(eventId, { ...everybody, limit: 50 })).items.map(({ familyName, consents }) => [familyName, consents])

  beforeAll(async () => {
    rooms = await openRooms(database)
    eventId = await plantEvent(rooms)
    people = []
    for (const n of [1, 2, 3]) people.push(await rooms.get(StaffRegistrations).add(eventId, person(n), systemActor))
    await wording('Fotos dürfen gezeigt werden.')
    await rooms.transactions.run((tx) => rooms.get(Notices).save(tx, { kind: 'consent:contact_later', ownerId: hostId, language: 'de', body: 'Schreiben Sie mir wieder.' }, systemActor))
    await give(people[0]!, 'photo', 'contact_later')
    await give(people[1]!, 'photo')
  }, 60_000)
  afterAll(() => rooms.close())

  test('are shown with the words that were agreed to, whatever the host asks today', async () => {
    await wording('Fotos und Filme dürfen gezeigt werden.')
    const kept = await keeper().of(people[0]!.id)
    expect(kept.map(({ purpose, text, revokedAt }) => [purpose, text, revokedAt])).toEqual(expect.arrayContaining([['photo', 'Fotos dürfen gezeigt werden.', null], ['contact_later', 'Schreiben Sie mir wieder.', null]]))
    expect(kept.map(({ givenAt }) => givenAt)).toEqual([rooms.clock.now(), rooms.clock.now()])
  })

  test('are revoked by their own person alone, once, and it is written down', async () => {
    const photo = (await keeper().of(people[0]!.id)).find(({ purpose }) => purpose === 'photo')!
    expect(await revoke(people[1]!, photo.id)).toBe(false)
    expect(await revoke(people[0]!, photo.id)).toBe(true)
    expect(await revoke(people[0]!, photo.id)).toBe(false)
    expect((await keeper().of(people[0]!.id)).find(({ id }) => id === photo.id)).toMatchObject({ text: 'Fotos dürfen gezeigt werden.', revokedAt: rooms.clock.now() })
    const lines = await rooms.transactions.read.findBy(AuditEntryEntity, { action: 'consent.revoke' })
    expect(lines).toMatchObject([{ actorKind: 'participant', actorId: people[0]!.id, subjectId: people[0]!.id, nodeId: eventId, change: { purpose: 'photo' } }])
  })

  test('stand in the list and in the export while they stand', async () => {
    expect(await listed()).toEqual([['Muster1', ['contact_later']], ['Muster2', ['photo']], ['Muster3', []]])
    const event = await rooms.transactions.read.findOneByOrFail(EventEntity, { id: eventId })
    let csv = ''
    for await (const line of rooms.get(AttendanceSheets).csv(event, everybody, 'all', 'de')) csv += line
    const [head, ...rows] = csv.trim().split('\r\n').map((line) => line.split(';'))
    const column = head!.indexOf('Einwilligungen')
    expect(rows.map((row) => row[column])).toEqual(['weitere Einladungen', 'Fotos', ''])
  })
})
