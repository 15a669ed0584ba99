import { Test, type TestingModule } from '@nestjs/testing'
import { type Config, DATA_SOURCES, DataDirLock, type DataSources, FixedClock, PlatformModule, Transactions, createLogger } from '@app/platform'
import { AccountEntity, Accounts } from '@app/staff'
import { FirstStart } from '../../apps/api/src/first-start.js'
import { joinHooks, schema } from '../../apps/assembly.js'
import { DemoModule } from '../../apps/demo/demo.module.js'
import { onEachDatabase } from '../support/databases.js'
import { TEST_NOW, testConfig } from '../support/rooms.js'

onEachDatabase('the first start', (database) => {
  let module: TestingModule
  let config: Config

  beforeAll(async () => {
    joinHooks()
    config = { ...(await testConfig(database)), mode: 'production', firstAdmin: { name: 'Ada Muster', address: 'Ada@haus.example' } }
    const clock = new FixedClock(new Date(TEST_NOW))
    module = await Test.createTestingModule({ imports: [PlatformModule.forRoot({ config, schema, clock, logger: createLogger('silent') }), DemoModule], providers: [DataDirLock] }).compile()
  }, 60_000)
  afterAll(() => module.close())

  const start = () => new FirstStart(module, config).run()

  test('is refused while the database is older than the program', async () => {
    await expect(start()).rejects.toThrow('run "npm run migrate" once')
    await module.get<DataSources>(DATA_SOURCES).writer.runMigrations({ transaction: 'each' })
  })

  test('makes one administrator though several servers start at once, and none of them fails', async () => {
    const started = await Promise.all([start(), start(), start()])
    expect(await module.get(Transactions).read.count(AccountEntity)).toBe(1)
    const holders = await Promise.all(started.flatMap(({ signInToken }) => signInToken ?? []).map((token) => module.get(Accounts).holderOf(token)))
    expect(holders).toEqual([expect.objectContaining({ email: 'Ada@haus.example', name: 'Ada Muster' })])
  })

  test('is the only one in production that prints a link', async () => {
    expect(await start()).toEqual({ signInToken: null, demo: false })
  })

  test('is renewed elsewhere until somebody has chosen a password, and never afterwards', async () => {
    const accounts = module.get(Accounts)
    const startAlone = () => {
      module.get(DataDirLock).onApplicationShutdown()
      return new FirstStart(module, { ...config, mode: 'small' }).run()
    }
    // Whom the configuration names later is no account yet, and nobody gets a link to one that was not made.
    module.get(DataDirLock).onApplicationShutdown()
    expect(await new FirstStart(module, { ...config, mode: 'small', firstAdmin: null }).run()).toEqual({ signInToken: null, demo: false })
    const { signInToken } = await startAlone()
    const { id } = (await accounts.holderOf(signInToken!))!
    expect(await accounts.signInByLink(signInToken!)).not.toBeNull()
    expect(await accounts.signInByLink(signInToken!)).toBeNull()
    await accounts.setPassword(id, 'ein langes Passwort')
    expect(await startAlone()).toEqual({ signInToken: null, demo: false })
  })
})
