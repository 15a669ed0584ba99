import '../../production.js'
import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { MailHandlers } from '@app/mailing'
import { ConfigError, NestLog, OutboxWorker, SystemClock, createLogger, readConfig } from '@app/platform'
import { endOnSignal, exitWith } from '../../process-end.js'
import { joinHooks, schema } from '../../assembly.js'
import { MetricsServer } from '../../metrics/metrics-server.js'
import { Routines } from '../../routines.js'
import { WorkerModule } from './worker.module.js'

try {
  const config = readConfig()
  if (config.mode !== 'production') throw new ConfigError(['A worker of its own needs DATABASE_URL, REDIS_URL and SMTP_URL; without them the api does the work itself.'])
  joinHooks()
  const logger = createLogger(config.logLevel)
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ config, schema, clock: new SystemClock(), logger }), { logger: false, abortOnError: false })
  app.useLogger(new NestLog(logger))
  endOnSignal(app)
  await app.get(MetricsServer).start()
  await app.get(OutboxWorker).start(app.get(MailHandlers))
  app.get(Routines).start()
  logger.info({ mode: config.mode }, 'worker started')
  process.stdout.write('Dialogwerk worker runs.\n')
} catch (error) {
  exitWith(error)
}
