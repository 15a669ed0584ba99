import { Confirmations, ParticipationEntity } from '@app/participants'
import { DATA_SOURCES, type DataSources } from '@app/platform'
import type { DataSource } from 'typeorm'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

/** The statements that a piece of work sends over one connection; how a transaction is opened and closed differs by database. */
async function statementsOf(source: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const { logger } = source
  source.logger = { logQuery: (text) => void statements.push(text), logQueryError() {}, logQuerySlow() {}, logSchemaBuild() {}, logMigration() {}, log() {} }
  try {
    await work()
  } finally {
    source.logger = logger
  }
  return statements.filter((text) => !/^(BEGIN|START|COMMIT|SET)/i.test(text)).map((text) => `${/\w+/.exec(text)![0]} ${/(?:FROM|INTO|UPDATE)\s+[`"]?(\w+)/.exec(text)![1]}`)
}

onEachDatabase('confirming a registration', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  test.each([[50, 'confirmed'], [0, 'waiting']] as const)('holds the lock of the event for six statements, of which one reads (%s seats)', async (capacity, place) => {
    const eventId = await plantEvent(rooms, { capacity })
    const [token] = await registerPeople(rooms, eventId, [person(1)])
    const statements = await statementsOf(rooms.get<DataSources>(DATA_SOURCES).writer, () => rooms.get(Confirmations).confirm(token!))
    expect(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { eventId })).toMatchObject({ place })
    expect(statements).toEqual(['UPDATE event', 'SELECT participation', 'UPDATE participation', 'INSERT audit_entry', 'INSERT outbox', 'INSERT personal_link'])
  })
})
