import { Test, type TestingModule } from '@nestjs/testing'
import { EventsModule } from '@app/events'
import { ParticipantsModule } from '@app/participants'
import { type Config, Clock, DATA_SOURCES, type DataSources, FixedClock, PlatformModule, Transactions, createLogger, readConfig } from '@app/platform'
import { StaffModule } from '@app/staff'
import { joinHooks, schema } from '../../apps/assembly.js'
import { guardAudit } from './audit-guard.js'
import type { TestDatabase } from './databases.js'

/** The libraries on a fresh database, without HTTP and without mails: for tests of what services decide. */
export interface Rooms {
  clock: FixedClock
  get: TestingModule['get']
  transactions: Transactions
  close(): Promise<void>
}

export const TEST_NOW = '2026-11-25T09:00:00.000Z'

/** @param replace put another door for writes in place of the real one, to show what it prevents */
export async function openRooms(database: TestDatabase, replace?: (sources: DataSources) => Transactions): Promise<Rooms> {
  const clock = new FixedClock(new Date(TEST_NOW))
  joinHooks()
  const config = await testConfig(database)
  const builder = Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config, schema, clock, logger: createLogger('silent') }), StaffModule, EventsModule, ParticipantsModule],
  })
  if (replace) builder.overrideProvider(Transactions).useFactory({ factory: replace, inject: [DATA_SOURCES] })
  const module = await builder.compile()
  await module.get<DataSources>(DATA_SOURCES).writer.runMigrations({ transaction: 'each' })
  await module.init()
  guardAudit(module.get(Transactions), module.get<DataSources>(DATA_SOURCES))
  return {
    clock: module.get(Clock) as FixedClock,
    get: module.get.bind(module) as TestingModule['get'],
    transactions: module.get(Transactions),
    close: () => module.close(),
  }
}

/** The embedded configuration of a test; only the database is the one asked for, the queue stays in memory. */
export async function testConfig(database: TestDatabase): Promise<Config> {
  const { databaseUrl, dataDir } = await database.place()
  return { ...readConfig({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' }), databaseUrl }
}
