import { type DynamicModule, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { type Config, NestLog, SystemClock, createLogger, readConfig } from '@app/platform'
import { ApiModule } from '../../apps/api/src/api.module.js'
import { FirstStart } from '../../apps/api/src/first-start.js'
import { limitConnections, listen, prepareServer } from '../../apps/api/src/http/server.js'
import { joinHooks, schema } from '../../apps/assembly.js'
import { TrivialController } from './trivial.controller.js'

export interface BenchServerOptions {
  port: number
  dataDir: string
  /** null: SQLite in the data folder. */
  databaseUrl: string | null
  /** null: mails into the built-in mailbox. */
  smtpUrl: string | null
  /** Connections to the mail server; as many as usual when left out. */
  mailConnections?: number
}

@Module({})
class BenchModule {
  static around(api: DynamicModule): DynamicModule {
    return { module: BenchModule, imports: [api], controllers: [TrivialController] }
  }
}

/** The api as `openApi` opens it, with the trivial routes beside its own. Nothing consumes the outbox: letters wait until they are asked for. */
export async function openBenchApp(options: BenchServerOptions): Promise<{ app: NestExpressApplication; config: Config }> {
  joinHooks()
  const read = readConfig({ DATA_DIR: options.dataDir, PORT: String(options.port), DEMO: '0', LOG_LEVEL: 'error', FORM_MIN_SECONDS: '0', LIMIT_SIGNUPS_PER_IP: '0', LIMIT_MAILS_PER_DOMAIN: '0' })
  const config: Config = {
    ...read,
    limits: { ...read.limits, ...(options.mailConnections === undefined ? {} : { mailConnections: options.mailConnections }) },
    databaseUrl: options.databaseUrl,
    smtpUrl: options.smtpUrl,
    mailFrom: { name: 'Dialogwerk', address: 'einladung@dialog.example' },
    dkim: { domain: 'dialog.example', selector: 'bench', key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey },
  }
  const logger = createLogger(config.logLevel)
  const dist = join(import.meta.dirname, '../..')
  const api = ApiModule.forRoot({ config, schema, clock: new SystemClock(), logger, dist })
  const app = await NestFactory.create<NestExpressApplication>(BenchModule.around(api), { bodyParser: false, abortOnError: false, logger: new NestLog(logger) })
  prepareServer(app, config, logger, dist)
  await new FirstStart(app, config).run()
  await app.init()
  limitConnections(app)
  await listen(app, config)
  return { app, config }
}
