import { AttendanceEntity, NOBODY, ParticipationEntity } from '@app/participants'
import { EventDayEntity, EventEnds, EventEntity, FundingEntity } from '@app/events'
import { MessageEntity } from '@app/mailing'
import { KeyRing, RetentionRunEntity, newId } from '@app/platform'
import { AuditChain, AuditEntryEntity, verifyChain } from '@app/staff'
import { NightlyRetention } from '../../apps/privacy/nightly-retention.js'
import { onEachDatabase } from '../support/databases.js'
import { tablesNow } from '../support/installation-tables.js'
import { type DemoRooms, openDemoRooms } from '../scenarios/demo-rooms.js'

const DAY = 24 * 3_600_000
const YEAR = 365.25 * DAY

onEachDatabase('retention over a demo that lies two years back', (database) => {
  let rooms: DemoRooms
  let before: ParticipationEntity[]
  let lines: RetentionRunEntity[]
  const people = () => rooms.transactions.read.find(ParticipationEntity, { order: { id: 'ASC' } })
  const stored = async () => JSON.stringify(await tablesNow(await database.place()))
  /** Names and addresses of a person, as they would stand in a column. */
  const marks = (row: ParticipationEntity) => [row.email, row.emailNormalised, row.phone, row.nameSearch].filter((mark): mark is string => mark !== null && mark.length > 6)

  /** Who must still have a name, worked out from the events alone: who had a place where something was held less than five years after the grant. */
  async function mustStay(rows: readonly ParticipationEntity[]): Promise<Set<string>> {
    const events = new Map((await rooms.transactions.read.find(EventEntity)).map((event) => [event.id, event]))
    const days = await rooms.transactions.read.find(EventDayEntity)
    const now = rooms.clock.now().getTime()
    return new Set(
      rows
        .filter((row) => {
          const event = events.get(row.eventId)!
          const last = days.filter(({ eventId }) => eventId === row.eventId).map(({ onDate }) => onDate).sort().at(-1)
          const dated = last === undefined ? event.sortOn && Date.UTC(Number(event.sortOn.slice(0, 4)) + 1, 0, 1) : Date.parse(last) + DAY
          const over = event.cancelledAt?.getTime() ?? (dated || event.createdAt.getTime())
          if (now - over < 0.45 * YEAR) return true
          return event.state !== 'cancelled' && ['confirmed', 'door'].includes(row.place) && now - over < 4.95 * YEAR
        })
        .map(({ id }) => id),
    )
  }

  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    await rooms.loader.load()
    // Letters and their log, as a worker would have written them.
    const some = (await people()).filter(({ email }) => email !== null).slice(0, 40)
    await rooms.transactions.run((tx) =>
      tx.db.insert(MessageEntity, some.map((row) => ({
        id: newId(), outboxId: newId(), kind: 'confirmed', eventId: row.eventId, participationId: row.id, email: row.email, domain: 'stadt.example', language: row.language,
        subject: 'Ihr Platz', messageId: `<${newId()}@dialog.example>`, verp: newId(), fate: 'sent' as const, sentAt: rooms.clock.now(),
      }))),
    )
    await rooms.get(AuditChain).seal()
    rooms.clock.advance(2 * YEAR)
    before = await people()
    lines = await rooms.get(NightlyRetention).runNow()
  }, 180_000)
  afterAll(() => rooms.close())

  test('leaves the names of exactly those who had a place where something was held', async () => {
    const stay = await mustStay(before)
    const after = await people()
    expect(after).toHaveLength(before.length)
    expect(stay.size).toBeGreaterThan(100)
    expect(before.length - stay.size).toBeGreaterThan(20)
    const named = after.filter(({ anonymisedAt }) => anonymisedAt === null).map(({ id }) => id)
    expect(named).toEqual(after.filter(({ id }) => stay.has(id)).map(({ id }) => id))
    for (const row of after.filter(({ id }) => !stay.has(id))) expect(row).toMatchObject(NOBODY)
  })

  test('changes neither answers, places, groups nor numbers, so every count is as it was', async () => {
    const counted = (rows: readonly ParticipationEntity[]) => rows.map(({ id, eventId, answer, place, groupKey, seats, arrivalNo, origin }) => ({ id, eventId, answer, place, groupKey, seats, arrivalNo, origin }))
    expect(counted(await people())).toEqual(counted(before))
  })

  test('leaves nothing of those who went in any column of any table', async () => {
    const stay = await mustStay(before)
    const kept = new Set(before.filter(({ id }) => stay.has(id)).flatMap(marks))
    const gone = before.filter(({ id }) => !stay.has(id)).flatMap(marks).filter((mark) => !kept.has(mark))
    expect(gone.length).toBeGreaterThan(20)
    const rows = await stored()
    expect(gone.filter((mark) => rows.includes(mark))).toEqual([])
    // The same look finds those who stay.
    expect([...kept].filter((mark) => rows.includes(mark)).length).toBe(kept.size)
  })

  test('takes the Land from those whom it would still tell', async () => {
    const groups = new Map<string, number>()
    for (const { eventId, groupKey, land, anonymisedAt } of await people()) {
      if (anonymisedAt !== null && land !== null) groups.set(`${eventId} ${groupKey} ${land}`, (groups.get(`${eventId} ${groupKey} ${land}`) ?? 0) + 1)
    }
    expect([...groups.values()].filter((size) => size < 5)).toEqual([])
  })

  test('cuts the logs, and the chain of what is left holds', async () => {
    expect(await rooms.transactions.read.count(MessageEntity)).toBe(0)
    const horizon = rooms.clock.now().getTime() - 370 * DAY
    const entries = await rooms.transactions.read.find(AuditEntryEntity)
    expect(entries.filter(({ at }) => at.getTime() < horizon)).toEqual([])
    await rooms.get(AuditChain).seal()
    expect(await verifyChain(rooms.transactions.read, rooms.get(KeyRing))).toMatchObject({ kind: 'whole', open: 0 })
  })

  test('reports in numbers alone', async () => {
    const report = JSON.stringify(await rooms.transactions.read.find(RetentionRunEntity))
    for (const mark of before.flatMap(marks)) expect(report).not.toContain(mark)
    const line = (retention: string, tableName: string) => lines.find((one) => one.retention === retention && one.tableName === tableName)!
    const emptied = line('A', 'participation').anonymised + line('N', 'participation').anonymised
    expect(emptied).toBe(before.length - (await mustStay(before)).size)
    expect(line('N', 'participation').oldestLeft).not.toBeNull()
    expect(line('L', 'message').deleted).toBe(40)
  })

  test('finds nothing more to do the next time', async () => {
    const again = await rooms.get(NightlyRetention).runNow()
    expect(again.filter(({ anonymised }) => anonymised > 0)).toEqual([])
    const rows = await people()
    await rooms.get(NightlyRetention).runNow()
    expect(await people()).toEqual(rows)
  })

  test('takes the others when the period after the grant is over, but none that a funder wants to see later', async () => {
    const named = (await people()).filter(({ anonymisedAt }) => anonymisedAt === null)
    const ends = await rooms.get(EventEnds).of([...new Set(named.map(({ eventId }) => eventId))])
    const held = named.find(({ eventId, place }) => place === 'confirmed' && ends.get(eventId)!.grantOver < rooms.clock.now())!.eventId
    const keepUntil = new Date(rooms.clock.now().getTime() + 8 * YEAR).toISOString().slice(0, 10)
    await rooms.transactions.run((tx) => tx.db.insert(FundingEntity, { id: newId(), nodeId: held, keepUntil }))
    rooms.clock.advance(5 * YEAR)
    const report = await rooms.get(NightlyRetention).runNow()
    const left = (await people()).filter(({ anonymisedAt }) => anonymisedAt === null)
    const fiveYearsAgo = new Date(rooms.clock.now().getTime() - 5 * YEAR)
    expect(new Set(left.filter(({ eventId }) => ends.get(eventId)!.grantOver < fiveYearsAgo).map(({ eventId }) => eventId))).toEqual(new Set([held]))
    expect(left.length).toBeLessThan(named.length)
    expect(report.find((line) => line.retention === 'N' && line.tableName === 'participation')!.blocked).toBeGreaterThan(0)
  })
})

onEachDatabase('who attended', (database) => {
  let rooms: DemoRooms
  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    await rooms.loader.load()
  }, 120_000)
  afterAll(() => rooms.close())

  test('is who was marked, where attendance was recorded', async () => {
    const { read } = rooms.transactions
    const confirmed = await read.findBy(ParticipationEntity, { place: 'confirmed' })
    const days = new Map((await read.find(EventDayEntity)).map((day) => [day.eventId, day]))
    const recent = (row: ParticipationEntity) => (days.get(row.eventId)?.onDate ?? '') > '2026-01-01'
    const eventId = confirmed.find((row) => recent(row) && confirmed.filter((other) => other.eventId === row.eventId).length >= 3)!.eventId
    const [came, marked, absent] = confirmed.filter((row) => row.eventId === eventId)
    const mark = { eventId, dayId: days.get(eventId)!.id, kind: 'in' as const, recordedAt: rooms.clock.now(), source: 'sheet' as const }
    const wrong = newId()
    await rooms.transactions.run(async (tx) => {
      await tx.db.insert(AttendanceEntity, { id: newId(), participationId: came!.id, clientRef: newId(), ...mark })
      await tx.db.insert(AttendanceEntity, { id: wrong, participationId: marked!.id, clientRef: newId(), ...mark })
      await tx.db.insert(AttendanceEntity, { id: newId(), participationId: marked!.id, clientRef: newId(), ...mark, kind: 'void', voidsId: wrong })
    })
    rooms.clock.advance(2 * YEAR)
    await rooms.get(NightlyRetention).runNow()
    const named = async ({ id }: ParticipationEntity) => (await read.findOneByOrFail(ParticipationEntity, { id })).anonymisedAt === null
    expect([await named(came!), await named(marked!), await named(absent!)]).toEqual([true, false, false])
  })
})
