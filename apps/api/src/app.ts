import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { type Clock, type Config, SystemClock, createLogger } from '@app/platform'
import { joinHooks, schema } from '../../assembly.js'
import { ApiModule } from './api.module.js'
import { FirstStart, type Started } from './first-start.js'
import { limitConnections, prepareServer } from './http/server.js'

export interface ApiOptions {
  config: Config
  /** Folder of everything built: assets and console. */
  dist: string
  clock?: Clock
}

/** Opens the whole API, ready to listen; the database is migrated and filled where this mode does so by itself. */
export async function openApi({ config, dist, clock = new SystemClock() }: ApiOptions): Promise<{ app: NestExpressApplication; started: Started }> {
  joinHooks()
  const logger = createLogger(config.logLevel)
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot({ config, schema, clock, logger, dist }), {
    bodyParser: false,
    abortOnError: false,
    // A start that fails is told once, in a sentence; from then on main.ts lets Nest speak.
    logger: false,
  })
  try {
    prepareServer(app, config, logger, dist)
    const started = await new FirstStart(app, config).run()
    await app.init()
    limitConnections(app)
    return { app, started }
  } catch (error) {
    await app.close().catch(() => undefined)
    throw error
  }
}
