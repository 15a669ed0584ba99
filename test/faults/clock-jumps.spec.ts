import { readdirSync } from 'node:fs'
import { EventLookup } from '@app/events'
import { Confirmations, ParticipationEntity, Registrations } from '@app/participants'
import { LEASE_MILLISECONDS, OutboxEntity, PersonalLinks, Settler, retryDelay } from '@app/platform'
import { AuditChain } from '@app/staff'
import { type MailRooms, keptMail, openMailRooms, outboxOf, plantFullEvent, somebody } from '../mailing/mail-rooms.js'
import { gate } from '../platform/gate.js'
import { registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import type { TablesPlace } from '../support/installation-tables.js'
import { brokenInvariants } from './invariants.js'

const HOUR = 3_600_000
const FORTY_DAYS = 40 * 24 * HOUR

onEachDatabase('letters while somebody sets the clock', (database) => {
  let rooms: MailRooms
  let place: TablesPlace
  let eventId: string

  beforeAll(async () => {
    place = await database.place()
    rooms = await openMailRooms(database)
    eventId = await plantFullEvent(rooms)
  }, 60_000)
  afterEach(async () => {
    const mails = await Promise.all(readdirSync(rooms.mailFolder).filter((name) => name.endsWith('.eml')).map((name) => keptMail(rooms.mailFolder, name)))
    const seen = mails.map(({ parsed }) => ({ messageId: parsed.messageId!, to: [parsed.to!].flat().flatMap(({ value }) => value.map(({ address }) => address!)) }))
    expect(await brokenInvariants(place, { mails: seen, repeats: 0 })).toEqual([])
  })
  afterAll(() => rooms.close())

  /** A worker of its own, which another process could be. */
  const worker = (name: string) => new Settler(rooms.transactions, rooms.clock, name, (error) => { throw error })
  const letter = async () => {
    const said = somebody()
    const [token] = await registerPeople(rooms, eventId, [said])
    const row = await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { email: said.email })
    const [work] = await outboxOf(rooms, row.id)
    return { email: said.email, token: token!, workId: work!.id, row: () => rooms.transactions.read.findOneByOrFail(OutboxEntity, { id: work!.id }) }
  }
  const arrived = async (email: string) => (await rooms.mailsTo(email)).length

  test.each([['40 days forward', FORTY_DAYS], ['an hour back', -HOUR]])('%s in the middle of one: it is taken from nobody and goes out once', async (_, jump) => {
    const { email, workId, row } = await letter()
    const [taken, mayEnd] = [gate(), gate()]
    const original = rooms.handlers['participation.unconfirmed']
    const sending = worker('sender').settle(workId, { ...rooms.handlers, 'participation.unconfirmed': async (job) => {
      taken.open()
      await mayEnd.opened
      return original(job)
    } })
    await taken.opened
    const other = worker('other')
    await other.leases.releaseExpired()
    rooms.clock.jump(jump)
    await other.leases.releaseExpired()
    await other.settle(workId, rooms.handlers)
    expect(await row()).toMatchObject({ state: 'running', leaseBy: 'sender' })
    rooms.clock.jump(-jump)
    mayEnd.open()
    await sending
    await rooms.drain()
    expect(await arrived(email)).toBe(1)
  })

  test('what was registered under a clock in the future goes out at once when it is put right', async () => {
    rooms.clock.jump(FORTY_DAYS)
    const { email, row } = await letter()
    rooms.clock.jump(-FORTY_DAYS)
    expect((await row()).runAfter.getTime()).toBeGreaterThan(rooms.clock.now().getTime())
    await rooms.drain()
    expect(await arrived(email)).toBe(1)
  })

  test('what was registered before the clock went back does not wait until it has caught up', async () => {
    const { email } = await letter()
    rooms.clock.jump(-HOUR)
    await rooms.drain()
    expect(await arrived(email)).toBe(1)
    rooms.clock.jump(HOUR)
  })

  test('a claim of a worker that died under a clock in the future is over after the time of a lease', async () => {
    const { email, workId, row } = await letter()
    rooms.clock.jump(FORTY_DAYS)
    const dead = gate()
    void worker('dead').settle(workId, { ...rooms.handlers, 'participation.unconfirmed': () => {
      dead.open()
      return new Promise<never>(() => undefined)
    } })
    await dead.opened
    rooms.clock.jump(-FORTY_DAYS)
    const other = worker('other')
    await other.leases.releaseExpired()
    rooms.clock.advance(LEASE_MILLISECONDS + 1)
    await other.leases.releaseExpired()
    expect(await row()).toMatchObject({ state: 'pending' })
    await rooms.drain()
    expect(await arrived(email)).toBe(1)
  })

  test('a letter that was put off under a clock in the future is tried again, and one that was put off keeps its back-off', async () => {
    const { email, workId, row } = await letter()
    const refuse = { ...rooms.handlers, 'participation.unconfirmed': async () => ({ kind: 'later' as const, reason: 'smtp_451' }) }
    rooms.clock.jump(FORTY_DAYS)
    await worker('one').settle(workId, refuse)
    rooms.clock.jump(-FORTY_DAYS)
    expect(await worker('one').due(100)).toContain(workId)
    await worker('one').settle(workId, refuse)
    expect(await row()).toMatchObject({ attempts: 2, runAfter: new Date(rooms.clock.now().getTime() + retryDelay(2)) })
    expect(await worker('one').due(100)).not.toContain(workId)
    rooms.clock.advance(retryDelay(2))
    await rooms.drain()
    expect(await arrived(email)).toBe(1)
  })

  test('a domain that was silent under a clock in the future is left alone for a minute, not for 40 days', async () => {
    const { email, workId } = await letter()
    const limited = new Settler(rooms.transactions, rooms.clock, 'limited', (error) => { throw error }, { perLane: 2, wait: async () => null })
    rooms.clock.jump(FORTY_DAYS)
    await limited.settle(workId, { ...rooms.handlers, 'participation.unconfirmed': async () => {
      rooms.clock.advance(20_000)
      return { kind: 'later', reason: 'smtp_timeout' }
    } })
    rooms.clock.jump(-FORTY_DAYS)
    expect(await limited.due(100)).not.toContain(workId)
    rooms.clock.advance(61_000)
    expect(await limited.due(100)).toContain(workId)
    await limited.settle(workId, rooms.handlers)
    expect(await arrived(email)).toBe(1)
  })

  test('somebody who registers again is told again, although the first letter is dated in the future', async () => {
    rooms.clock.jump(FORTY_DAYS)
    const { email } = await letter()
    await rooms.drain()
    rooms.clock.jump(-FORTY_DAYS)
    const event = await rooms.get(EventLookup).eventForRegistration(eventId)
    const said = somebody({ email })
    for (let letters = 2; letters <= 3; letters++) {
      expect(await rooms.get(Registrations).register(event!, said)).toEqual({ kind: 'sent' })
      await rooms.drain()
      expect(await arrived(email)).toBe(letters)
      rooms.clock.advance(HOUR)
    }
  })

  test('a link that was sent under the right clock is good again when the clock is, and the log stays one chain', async () => {
    const { token } = await letter()
    await rooms.drain()
    await rooms.get(AuditChain).seal()
    rooms.clock.jump(FORTY_DAYS)
    expect(await rooms.get(Confirmations).confirm(token)).toEqual({ kind: 'gone' })
    await letter()
    await rooms.get(AuditChain).seal()
    rooms.clock.jump(-FORTY_DAYS)
    expect(await rooms.get(PersonalLinks).find('confirm', token)).toMatchObject({ kind: 'valid' })
    rooms.clock.jump(-HOUR)
    expect(await rooms.get(Confirmations).confirm(token)).toMatchObject({ kind: 'confirmed' })
    await rooms.get(AuditChain).seal()
    rooms.clock.jump(HOUR)
    await rooms.drain()
  })
})
