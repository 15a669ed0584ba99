import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Confirmations, ParticipationEntity, Withdrawals } from '@app/participants'
import { DATA_SOURCES, type DataSources } from '@app/platform'
import { AuditChain, participantActor } from '@app/staff'
import { type MailRooms, keptMail, openMailRooms, plantFullEvent, somebody } from '../mailing/mail-rooms.js'
import { registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type TablesPlace, tablesNow } from '../support/installation-tables.js'
import { type Acknowledged, type Seen, brokenInvariants, changesBetween } from './invariants.js'
import { healthFaults } from './invariants-of-health.js'

onEachDatabase('the invariants', (database) => {
  let rooms: MailRooms
  let place: TablesPlace
  let eventId: string
  let seen: Required<Seen>
  /** By the order in which they came: two have seats, the third moved up when one left, the fourth waits. */
  let ids: string[]
  const sql = (statement: string, values: unknown[] = []) => rooms.get<DataSources>(DATA_SOURCES).writer.query(statement, values)
  const acknowledged: Acknowledged[] = []

  beforeAll(async () => {
    rooms = await openMailRooms(database)
    place = await database.place()
    eventId = await plantFullEvent(rooms, { capacity: 2 })
    const people: ParticipationEntity[] = []
    for (let n = 0; n < 4; n++) {
      const [token] = await registerPeople(rooms, eventId, [somebody()])
      await rooms.drain()
      const result = await rooms.get(Confirmations).confirm(token!)
      if (result.kind !== 'confirmed') throw new Error(`not confirmed: ${result.kind}`)
      people.push(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id: result.participationId }))
      await rooms.drain()
    }
    ids = people.map(({ id }) => id)
    await rooms.get(Withdrawals).withdraw(ids[0]!, participantActor(ids[0]!))
    await rooms.drain()
    const mails = await Promise.all(readdirSync(rooms.mailFolder).filter((name) => name.endsWith('.eml')).map((name) => keptMail(rooms.mailFolder, name)))
    for (const [at, { email }] of people.entries()) acknowledged.push({ eventId, email: email!, what: at === 0 ? 'withdrawn' : 'confirmed' })
    seen = {
      mails: mails.map(({ parsed }) => ({ messageId: parsed.messageId!, to: [parsed.to!].flat().flatMap(({ value }) => value.map(({ address }) => address!)) })),
      repeats: 0, shown: [{ id: eventId, taken: 2, waiting: 1 }], acknowledged,
    }
  }, 60_000)
  afterAll(() => rooms.close())

  /** What is found broken while a row is not as it should be. */
  const found = async (statement: string, back: string, value: string) => {
    await sql(statement, [value])
    try {
      return await brokenInvariants(place, seen)
    } finally {
      await sql(back, [value])
    }
  }

  test('hold over four people, two seats, one withdrawal and all their letters', async () => {
    expect(await brokenInvariants(place, seen)).toEqual([])
    expect(seen.mails.length).toBe(10)
  })

  test('I1: more people than places', async () => {
    expect(await found('UPDATE event SET capacity = 1 WHERE id = ?', 'UPDATE event SET capacity = 2 WHERE id = ?', eventId))
      .toEqual([`doctor: places: more confirmed than places in 1 event (${eventId})`])
  })

  test.each([{ taken: 1, waiting: 1 }, { taken: 2, waiting: 0 }])('I2: a count shown that is not that of the rows: %p', async (counts) => {
    expect(await brokenInvariants(place, { shown: [{ id: eventId, ...counts }] }))
      .toEqual([`I2: event ${eventId} shows ${counts.taken} taken and ${counts.waiting} waiting, its rows say 2 and 1`])
  })

  test('I3: a letter that nobody will write, and one too many', async () => {
    const kind = "kind = 'participation.changed' AND subject_id"
    const gone = await found(`UPDATE outbox SET subject_id = 'x' WHERE ${kind} = ?`, "UPDATE outbox SET subject_id = ? WHERE subject_id = 'x'", ids[1]!)
    expect(gone).toEqual([`doctor: letters: no outbox row for 1 registration (${ids[1]})`, `I3: registration ${ids[1]} has 0 outbox rows about its place for 1 moves`])
    const twice = await found(
      `INSERT INTO outbox (id, kind, subject_id, payload, lane, state, attempts, run_after, created_at) SELECT 'x', kind, subject_id, payload, lane, 'pending', 0, '2999-01-01', created_at FROM outbox WHERE ${kind} = ?`,
      "DELETE FROM outbox WHERE id = 'x' AND subject_id = ?", ids[1]!,
    )
    expect(twice).toEqual([`I3: registration ${ids[1]} has 2 outbox rows about its place for 1 moves`])
  })

  test('I3: a letter withheld without a reason', async () => {
    const row = "kind = 'participation.unconfirmed' AND subject_id = ?"
    const silent = await found(`UPDATE outbox SET state = 'withheld' WHERE ${row}`, `UPDATE outbox SET state = 'done' WHERE ${row}`, ids[3]!)
    expect(silent).toEqual([expect.stringMatching(/^doctor: letters: withheld or given up without a reason: 1 outbox row/), expect.stringMatching(/^I3: outbox row \S+ is withheld without a reason$/)])
  })

  test('I3: a letter whose link leads nowhere', async () => {
    for (const [purpose, what] of [['confirm', 'link to confirm by'], ['manage', 'link to its page']] as const) {
      const lost = await found(`UPDATE personal_link SET subject_id = 'x' WHERE purpose = '${purpose}' AND subject_id = ?`, "UPDATE personal_link SET subject_id = ? WHERE subject_id = 'x'", ids[3]!)
      expect(lost).toEqual([`I3: registration ${ids[3]} has no ${what}`])
    }
  })

  test('I4: a mail marked sent that never came, one that nobody wrote, one at another address, one that came twice', async () => {
    const [first, ...others] = seen.mails
    expect(await brokenInvariants(place, { mails: others })).toEqual([expect.stringMatching(/^I4: the mail of outbox row \S+ is marked sent and has not arrived$/)])
    expect(await brokenInvariants(place, { mails: [...seen.mails, { ...first!, messageId: '<x@y.example>' }] })).toEqual(['I4: a mail arrived that stands in no row: x@y.example'])
    expect(await brokenInvariants(place, { mails: [...others, { ...first!, to: ['fremd@stadt.example'] }] })).toEqual([expect.stringMatching(/ came to another address than its own$/)])
    expect(await brokenInvariants(place, { mails: [...seen.mails, first!], repeats: 0 })).toEqual(['I4: 1 mails came once more, 0 are explained'])
    expect(await brokenInvariants(place, { mails: [...seen.mails, first!], repeats: 1 })).toEqual([])
  })

  test('I4: a row that is done although its mail is not', async () => {
    const half = await found("UPDATE message SET fate = 'sending' WHERE participation_id = ?", "UPDATE message SET fate = 'sent' WHERE participation_id = ?", ids[3]!)
    expect(half).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/^I4: outbox row \S+ is done, but its mail is sending$/)))
  })

  test('I5: somebody who was overtaken', async () => {
    const early = await found('UPDATE participation SET arrival_no = 0 WHERE id = ?', 'UPDATE participation SET arrival_no = 4 WHERE id = ?', ids[3]!)
    expect(early).toEqual([ids[1], ids[2]].sort().map((id) => `I5: registration ${id} has a seat, but somebody who came before it waits`))
  })

  test('I6: a change that the log does not know, one that it tells twice, and a line that was rewritten', async () => {
    const line = "action = 'participation.accept' AND subject_id"
    const silent = await found(`UPDATE audit_entry SET subject_id = 'x' WHERE ${line} = ?`, "UPDATE audit_entry SET subject_id = ? WHERE subject_id = 'x'", ids[1]!)
    expect(silent).toContain(`I6: registration ${ids[1]} was changed 1 times, the log has 0 lines`)
    const state = "UPDATE participation SET place = 'refused' WHERE id = ?"
    expect(await found(state, state.replace('refused', 'confirmed'), ids[1]!)).toContain(`I6: registration ${ids[1]} is accepted/refused, the log ends with accepted/confirmed`)
    const other = `UPDATE audit_entry SET action = 'participation.register' WHERE ${line} = ?`
    await sql("UPDATE audit_entry SET request_id = 'x' WHERE action = 'participation.accept'")
    expect(await found(other, "UPDATE audit_entry SET action = 'participation.accept' WHERE request_id = 'x' AND subject_id = ?", ids[1]!)).toContain(`I6: registration ${ids[1]} has 2 lines about its beginning`)
    const rewritten = await found(`UPDATE audit_entry SET salt = CONCAT('x', salt) WHERE ${line} = ?`, `UPDATE audit_entry SET salt = SUBSTR(salt, 2) WHERE ${line} = ?`, ids[1]!)
    expect(rewritten).toEqual([expect.stringMatching(/^I6: audit line \S+ is not what its digest says$/)])
  })

  test('I7: a row that was changed, added or lost while somebody only looked', async () => {
    const before = await tablesNow(place)
    expect(changesBetween(before, await tablesNow(place))).toEqual([])
    await sql("UPDATE participation SET seats = 2 WHERE id = ?", [ids[3]!])
    const after = await tablesNow(place)
    await sql("UPDATE participation SET seats = 1 WHERE id = ?", [ids[3]!])
    expect(changesBetween(before, after)).toEqual([`I7: participation ${ids[3]} was changed`])
    const without = { ...before, participation: before.participation!.filter(({ id }) => id !== ids[3]) }
    expect(changesBetween(before, without)).toEqual([`I7: participation ${ids[3]} is gone`])
    expect(changesBetween(without, before)).toEqual([`I7: participation ${ids[3]} was added`])
  })

  test('I8: an acknowledged request that left nothing, left half of it, or was counted twice', async () => {
    const { email } = acknowledged[1]!
    expect(await brokenInvariants(place, { acknowledged: [{ eventId, email: 'niemand@stadt.example', what: 'registered' }] })).toEqual(['I8: niemand@stadt.example was registered and has 0 registrations'])
    expect(await brokenInvariants(place, { acknowledged: [{ eventId, email, what: 'withdrawn' }] })).toEqual([`I8: ${email} was withdrawn and is accepted`])
    const twin = await found(`UPDATE participation SET email = '${email}' WHERE id = ?`, `UPDATE participation SET email = '${acknowledged[2]!.email}' WHERE id = ?`, ids[2]!)
    expect(twin).toContain(`I8: ${email} was confirmed and has 2 registrations`)
  })

  // The last one, because it cannot be taken back.
  test('I6: a sealed line that is gone', async () => {
    await rooms.get(AuditChain).seal()
    expect(await brokenInvariants(place, seen)).toEqual([])
    await sql('DELETE FROM audit_entry WHERE chain_no = 2')
    expect(await brokenInvariants(place)).toContain('doctor: audit log: entry 2 is missing')
  })
})

test('I9: a fault that health does not tell, and one that it tells for too long', async () => {
  let said: [number, object] = [200, { status: 'ready' }]
  const server = createServer((_request, response) => {
    response.writeHead(said[0]).end(JSON.stringify(said[1]))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    expect(await healthFaults(url, null)).toEqual([])
    expect(await healthFaults(url, 'database', 100)).toEqual(['I9: health says "200 ready" while the fault is database'])
    said = [503, { status: 'unavailable', fault: 'database' }]
    expect(await healthFaults(url, 'database')).toEqual([])
    expect(await healthFaults(url, null, 100)).toEqual(['I9: health says "503 database" and nothing is wrong'])
  } finally {
    server.closeAllConnections()
    server.close()
  }
  expect(await healthFaults(url, null, 100)).toEqual([expect.stringMatching(/^I9: health says "no answer: /)])
})
