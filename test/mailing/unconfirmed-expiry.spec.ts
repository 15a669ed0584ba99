import { AuditEntryEntity } from '@app/staff'
import { Confirmations, ConsentEntity, ParticipationEntity, UnconfirmedExpiry } from '@app/participants'
import { NoticeEntity } from '@app/events'
import { PersonalLinkEntity, newId } from '@app/platform'
import { registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { gate } from '../platform/gate.js'
import { type MailRooms, messagesOf, openMailRooms, plantFullEvent, somebody } from './mail-rooms.js'

const HOUR = 3_600_000

onEachDatabase('a registration that nobody confirms', (database) => {
  let rooms: MailRooms
  let eventId: string
  beforeAll(async () => {
    rooms = await openMailRooms(database)
    eventId = await plantFullEvent(rooms)
  }, 60_000)
  afterAll(() => rooms.close())

  const expiry = () => rooms.get(UnconfirmedExpiry)
  const rowOf = (email: string) => rooms.transactions.read.findOneBy(ParticipationEntity, { email })
  const linksOf = (subjectId: string) => rooms.transactions.read.countBy(PersonalLinkEntity, { subjectId })

  /** Registers, sends the letter, and gives the row a consent. */
  async function registered(): Promise<{ id: string; email: string; token: string }> {
    const said = somebody()
    const [token] = await registerPeople(rooms, eventId, [said])
    await rooms.drain()
    const { id } = (await rowOf(said.email))!
    const noticeId = newId()
    await rooms.transactions.run(async (tx) => {
      await tx.db.insert(NoticeEntity, { id: noticeId, kind: 'consent:photo', ownerId: newId(), language: 'de', version: 1, body: 'Fotos', validFrom: rooms.clock.now() })
      await tx.db.insert(ConsentEntity, { id: newId(), participationId: id, purpose: 'photo', noticeId, givenAt: rooms.clock.now() })
    })
    return { id, email: said.email, token: token! }
  }

  test('goes after 48 hours with its links and consents, and no row names its address any more', async () => {
    const { id, email } = await registered()
    expect((await messagesOf(rooms, id)).map((message) => message.email)).toEqual([email])
    rooms.clock.advance(47 * HOUR)
    expect(await expiry().run()).toBe(0)
    rooms.clock.advance(HOUR)
    expect(await expiry().run()).toBe(1)
    expect(await expiry().run()).toBe(0)
    expect(await rowOf(email)).toBeNull()
    expect(await linksOf(id)).toBe(0)
    expect(await rooms.transactions.read.countBy(ConsentEntity, { participationId: id })).toBe(0)
    const [message] = await messagesOf(rooms, id)
    expect(message).toMatchObject({ email: null, smtpReply: null, fate: 'sent' })
    const audit = await rooms.transactions.read.findBy(AuditEntryEntity, { subjectId: id })
    expect(JSON.stringify([message, audit])).not.toContain(email)
  })

  test('stays whole with its links when it is confirmed in time', async () => {
    const { id, email, token } = await registered()
    expect(await rooms.get(Confirmations).confirm(token)).toMatchObject({ kind: 'confirmed' })
    rooms.clock.advance(72 * HOUR)
    expect(await expiry().run()).toBe(0)
    expect(await rowOf(email)).toMatchObject({ answer: 'accepted' })
    expect(await linksOf(id)).toBe(2)
    expect((await messagesOf(rooms, id)).every((message) => message.email === email)).toBe(true)
  })

  test('is not touched while its confirmation is under way', async () => {
    const { id, email } = await registered()
    const [written, may] = [gate(), gate()]
    const confirming = rooms.transactions.run(async (tx) => {
      await tx.db.update(ParticipationEntity, { id }, { answer: 'accepted', place: 'confirmed' })
      written.open()
      await may.opened
    })
    await written.opened
    const removing = rooms.transactions.run((tx) => expiry().remove(tx, { id, eventId }))
    if (database.dialect === 'mysql') await somebodyWaitsForALock()
    may.open()
    await confirming
    expect(await removing).toBe(0)
    expect(await rowOf(email)).toMatchObject({ answer: 'accepted' })
    expect(await linksOf(id)).toBe(1)
    expect(await rooms.transactions.read.countBy(ConsentEntity, { participationId: id })).toBe(1)
  })

  /** The row is locked, so a statement that would write it is one that waits. */
  async function somebodyWaitsForALock(): Promise<void> {
    const statements = "(info LIKE 'UPDATE `participation`%' OR info LIKE 'DELETE FROM `participation`%')"
    for (let waiting = 0; waiting === 0; ) {
      const [row] = (await rooms.transactions.read.query(`SELECT COUNT(*) AS n FROM information_schema.processlist WHERE ${statements} AND id <> CONNECTION_ID()`)) as [{ n: string }]
      waiting = Number(row.n)
    }
  }
})
