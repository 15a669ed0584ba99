import { type Config, type DataSources, DATA_SOURCES, FixedClock, Outbox, OutboxEntity, PersonalLinks, PlatformModule, QUEUE, type Queue, Relay, Settler, Sweeper, Throttle, Transactions, newId, readConfig } from '@app/platform'
import { Test, type TestingModule } from '@nestjs/testing'
import { pino } from 'pino'
import { type Mariadb, type Redis, describeWith, startMariadb, startRedis } from '../services/index.js'
import { temporaryFolder } from '../support/databases.js'
import { Tally } from './gate.js'
import { probeSchema } from './probe.js'
import { done, testEntry, testHandlers } from './test-work.js'

async function start(config: Config): Promise<TestingModule> {
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config, schema: probeSchema, clock: new FixedClock(new Date('2026-03-02T09:00:00Z')), logger: pino({ level: 'silent' }) })],
  }).compile()
  await module.init()
  await module.get<DataSources>(DATA_SOURCES).writer.runMigrations({ transaction: 'each' })
  return module
}

/** A row is written, handed over, handled and settled; what is open is asked once. */
async function expectWork(module: TestingModule): Promise<void> {
  const transactions = module.get(Transactions)
  const handled = new Tally()
  const settler = module.get(Settler)
  const settled = new Tally()
  await module.get<Queue>(QUEUE).consume(async (id) => {
    await settler.settle(id, testHandlers(async () => {
      handled.add()
      return done
    }))
    settled.add()
  }, { concurrency: 2 })
  module.get(Sweeper).start(60_000)
  const token = await transactions.run(async (tx) => {
    await module.get(Outbox).add(tx, testEntry(newId()))
    return module.get(PersonalLinks).create(tx, 'confirm', newId())
  })
  await settled.reaches(1)
  expect(await transactions.read.countBy(OutboxEntity, { state: 'done' })).toBe(1)
  expect(await module.get(PersonalLinks).find('confirm', token)).toMatchObject({ kind: 'valid' })
  expect(await module.get(Throttle).take({ name: 'test', points: 1, windowSeconds: 60 }, 'a')).toBeNull()
}

async function expectClosed(module: TestingModule, sources: DataSources): Promise<void> {
  await module.close()
  expect(sources.writer.isInitialized || sources.reader.isInitialized).toBe(false)
  await expect(module.get<Queue>(QUEUE).add(['x'])).rejects.toThrow('The queue is closed.')
}

describe('the platform with everything built in', () => {
  const folder = temporaryFolder()

  test('works from one call and closes all it opened, with work in hand finished', async () => {
    const module = await start(readConfig({ DATA_DIR: folder() }))
    await expectWork(module)
    const transactions = module.get(Transactions)
    await transactions.run((tx) => module.get(Outbox).add(tx, testEntry(newId())))
    await expectClosed(module, module.get<DataSources>(DATA_SOURCES))
  })

  test('finds its rows and links again after the next start', async () => {
    const place = `${folder()}/again`
    const first = await start(readConfig({ DATA_DIR: place }))
    const token = await first.get(Transactions).run((tx) => first.get(PersonalLinks).create(tx, 'manage', newId()))
    await first.close()
    const second = await start(readConfig({ DATA_DIR: place }))
    expect(await second.get(PersonalLinks).find('manage', token)).toMatchObject({ kind: 'valid' })
    await second.close()
  })
})

describeWith(['mariadb', 'redis'], 'the platform in production', () => {
  const folder = temporaryFolder()
  let mariadb: Mariadb
  let redis: Redis
  const config = async () => readConfig({
    DATA_DIR: folder(),
    DATABASE_URL: await mariadb.createDatabase(),
    REDIS_URL: redis.url,
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_URL: 'https://dialog.example.org',
    MAIL_FROM: 'einladung@example.org',
    SECRET_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
  })

  beforeEach(async () => {
    [mariadb, redis] = await Promise.all([startMariadb(), startRedis()])
  })
  afterEach(async () => {
    await Promise.all([mariadb.stop(), redis.stop()])
  })

  test('works from one call and closes all it opened', async () => {
    const module = await start(await config())
    await expectWork(module)
    await expectClosed(module, module.get<DataSources>(DATA_SOURCES))
  })

  test('starts, commits and closes while Redis is gone', async () => {
    const given = await config()
    await redis.kill()
    const module = await start(given)
    const transactions = module.get(Transactions)
    await transactions.run((tx) => module.get(Outbox).add(tx, testEntry(newId())))
    await module.get(Relay).settled()
    expect(await transactions.read.countBy(OutboxEntity, { state: 'pending' })).toBe(1)
    expect(await module.get(Throttle).take({ name: 'test', points: 1, windowSeconds: 60 }, 'a')).toBeNull()
    expect(await module.get(Throttle).take({ name: 'test', points: 1, windowSeconds: 60 }, 'a')).toBeGreaterThan(0)
    await expectClosed(module, module.get<DataSources>(DATA_SOURCES))
  })
})
