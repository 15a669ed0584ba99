import { existsSync } from 'node:fs'
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type Config, ConfigError, DATA_SOURCES, type DataSources, PlatformModule, SystemClock, createLogger, sqliteFile } from '@app/platform'
import { joinHooks, schema } from '../../assembly.js'

/** The database, the keys and the rooms that a command asks for; no HTTP and no queue. */
@Module({})
class InstallationModule {
  static forRoot(config: Config, rooms: Type[]): DynamicModule {
    // Nothing is sent from here, so Redis may be down.
    const platform = PlatformModule.forRoot({ config: { ...config, redisUrl: null }, schema, clock: new SystemClock(), logger: createLogger(config.logLevel) })
    return { module: InstallationModule, imports: [platform, ...rooms] }
  }
}

/**
 * Works on an installation, also while its server runs: SQLite lets one process write at a time and the others wait.
 * @param rooms modules of the libraries that the work needs
 * @throws ConfigError when there is no database, or one of another version
 */
export async function withInstallation<T>(config: Config, rooms: Type[], work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  if (config.databaseUrl === null && !existsSync(sqliteFile(config.dataDir))) {
    throw new ConfigError(['There is no database in DATA_DIR: set DATA_DIR to the folder of the installation, or start the server once.'])
  }
  joinHooks()
  const app = await NestFactory.createApplicationContext(InstallationModule.forRoot(config, rooms), { logger: false, abortOnError: false })
  try {
    if (await app.get<DataSources>(DATA_SOURCES).writer.showMigrations()) throw new ConfigError(['The database is older than this program: run "npm run migrate" once, then try again.'])
    return await work(app)
  } finally {
    await app.close()
  }
}
