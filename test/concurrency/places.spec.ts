import { Confirmations, ParticipationEntity, Withdrawals } from '@app/participants'
import { type DataSources, type LockedRow, OutboxEntity, Transactions, Tx } from '@app/platform'
import { participantActor } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

const PEOPLE = 200
const SEATS = 50

/** The door without its lock: transactions run beside each other, nothing is locked first. It shows what the lock prevents. */
class WithoutLock extends Transactions {
  private next = 0

  constructor(private readonly places: DataSources) {
    super(places)
  }

  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.places.dialect === 'mysql') return super.run(work)
    return work(new Tx(this.places.writer.manager))
  }

  override runLocked<T>(row: LockedRow, work: (tx: Tx, revision: number) => Promise<T>): Promise<T> {
    return this.run((tx) => {
      tx.noteLock(row)
      return work(tx, ++this.next)
    })
  }
}

onEachDatabase(`${PEOPLE} people who confirm at once for ${SEATS} seats`, (database) => {
  let rooms: Rooms
  let eventId: string
  let tokens: string[]

  async function start(replace?: (sources: DataSources) => Transactions, people = PEOPLE): Promise<void> {
    rooms = await openRooms(database, replace)
    eventId = await plantEvent(rooms, { capacity: SEATS })
    tokens = await registerPeople(rooms, eventId, Array.from({ length: people }, (_, n) => person(n)))
  }
  const rows = () => rooms.transactions.read.find(ParticipationEntity, { where: { eventId }, order: { arrivalNo: 'ASC' } })
  const confirmAll = () => Promise.all(tokens.map((token) => rooms.get(Confirmations).confirm(token)))

  afterEach(() => rooms.close())

  test('exactly the seats are given, everybody else waits in a line without gaps, and each change left one audit line and one letter', async () => {
    await start()
    const results = await confirmAll()
    expect(results.every(({ kind }) => kind === 'confirmed')).toBe(true)
    const after = await rows()
    expect(after.filter(({ place }) => place === 'confirmed')).toHaveLength(SEATS)
    expect(after.filter(({ place }) => place === 'waiting')).toHaveLength(PEOPLE - SEATS)
    expect(new Set(after.map(({ arrivalNo }) => arrivalNo)).size).toBe(PEOPLE)
    // Who came first got the seats.
    expect(after.slice(0, SEATS).every(({ place }) => place === 'confirmed')).toBe(true)
    const letters = await rooms.transactions.read.findBy(OutboxEntity, { kind: 'participation.changed', nodeId: eventId })
    expect(new Set(letters.map(({ subjectId }) => subjectId)).size).toBe(PEOPLE)
    expect(letters).toHaveLength(PEOPLE)
  }, 60_000)

  test('confirming one link many times at once is one confirmation', async () => {
    await start(undefined, 1)
    const results = await Promise.all(Array.from({ length: 20 }, () => rooms.get(Confirmations).confirm(tokens[0]!)))
    expect(results.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
    expect(results.filter(({ kind }) => kind === 'already')).toHaveLength(19)
    expect(await rooms.transactions.read.countBy(OutboxEntity, { kind: 'participation.changed', nodeId: eventId })).toBe(1)
  }, 60_000)

  test('seats given back at once go to the longest-waiting, none is lost and none given twice', async () => {
    await start()
    await confirmAll()
    const before = await rows()
    const leaving = before.filter(({ place }) => place === 'confirmed').slice(0, 20)
    const next = before.filter(({ place }) => place === 'waiting').slice(0, 20)
    await Promise.all(leaving.map(({ id }) => rooms.get(Withdrawals).withdraw(id, participantActor(id))))
    const after = new Map((await rows()).map((row) => [row.id, row]))
    expect(leaving.every(({ id }) => after.get(id)!.answer === 'withdrawn')).toBe(true)
    expect(next.every(({ id }) => after.get(id)!.place === 'confirmed')).toBe(true)
    expect([...after.values()].filter(({ place }) => place === 'confirmed')).toHaveLength(SEATS)
  }, 60_000)

  test('without the lock the race does happen', async () => {
    await start((sources) => new WithoutLock(sources))
    await confirmAll()
    expect((await rows()).filter(({ place }) => place === 'confirmed').length).toBeGreaterThan(SEATS)
  }, 60_000)
})
