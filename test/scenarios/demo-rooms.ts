import { Test, type TestingModule } from '@nestjs/testing'
import { Programme } from '@app/events'
import { Places } from '@app/participants'
import { DATA_SOURCES, type DataSources, FixedClock, PlatformModule, Transactions, createLogger } from '@app/platform'
import { joinHooks, schema } from '../../apps/assembly.js'
import { DemoLoader, DemoModule } from '../../apps/demo/index.js'
import { PrivacyModule } from '../../apps/privacy/privacy.module.js'
import { guardAudit } from '../support/audit-guard.js'
import type { TestDatabase } from '../support/databases.js'
import { TEST_NOW, testConfig } from '../support/rooms.js'

/** The demo's part of the product on a fresh database, without HTTP and without anybody who sends mails. */
export interface DemoRooms {
  clock: FixedClock
  get: TestingModule['get']
  loader: DemoLoader
  programme: Programme
  places: Places['countMany']
  transactions: Transactions
  close(): Promise<void>
}

export async function openDemoRooms(database: TestDatabase, now: string = TEST_NOW): Promise<DemoRooms> {
  const clock = new FixedClock(new Date(now))
  joinHooks()
  const config = await testConfig(database)
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config, schema, clock, logger: createLogger('silent') }), DemoModule, PrivacyModule],
  }).compile()
  await module.get<DataSources>(DATA_SOURCES).writer.runMigrations({ transaction: 'each' })
  await module.init()
  guardAudit(module.get(Transactions, { strict: false }), module.get<DataSources>(DATA_SOURCES))
  const places = module.get(Places, { strict: false })
  return {
    clock,
    get: ((token: never) => module.get(token, { strict: false })) as TestingModule['get'],
    loader: module.get(DemoLoader, { strict: false }),
    programme: module.get(Programme, { strict: false }),
    places: (events) => places.countMany(events as never),
    transactions: module.get(Transactions, { strict: false }),
    close: () => module.close(),
  }
}
