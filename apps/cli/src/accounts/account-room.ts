import { existsSync } from 'node:fs'
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type Config, ConfigError, DATA_SOURCES, type DataSources, PlatformModule, SystemClock, createLogger, sqliteFile } from '@app/platform'
import { StaffModule } from '@app/staff'
import { joinHooks, schema } from '../../../assembly.js'

/** What accounts need: the database and the keys, no HTTP and no queue. */
@Module({})
class AccountModule {
  static forRoot(config: Config): DynamicModule {
    // Nothing is sent from here, so Redis may be down.
    const platform = PlatformModule.forRoot({ config: { ...config, redisUrl: null }, schema, clock: new SystemClock(), logger: createLogger(config.logLevel) })
    return { module: AccountModule, imports: [platform, StaffModule] }
  }
}

/**
 * Works on the accounts of an installation, also while its server runs: SQLite lets one process write at a time and the others wait.
 * @throws ConfigError when there is no database, or one of another version
 */
export async function withAccounts<T>(config: Config, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  if (config.databaseUrl === null && !existsSync(sqliteFile(config.dataDir))) {
    throw new ConfigError(['There is no database in DATA_DIR: set DATA_DIR to the folder of the installation, or start the server once.'])
  }
  joinHooks()
  const app = await NestFactory.createApplicationContext(AccountModule.forRoot(config), { logger: false, abortOnError: false })
  try {
    if (await app.get<DataSources>(DATA_SOURCES).writer.showMigrations()) throw new ConfigError(['The database is older than this program: run "npm run migrate" once, then try again.'])
    return await work(app)
  } finally {
    await app.close()
  }
}
