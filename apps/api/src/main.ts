import '../../production.js'
import 'reflect-metadata'
import { join } from 'node:path'
import { LOGGER, type Logger, NestLog, readConfig } from '@app/platform'
import { openApi } from './app.js'
import { endOnSignal, exitWith } from '../../process-end.js'
import { listen } from './http/server.js'
import { probePort } from './port-probe.js'
import { startMessage } from './start-message.js'
import { startWork } from './work.js'

try {
  const config = readConfig()
  await probePort(config.port, config.host)
  const { app, started } = await openApi({ config, dist: join(import.meta.dirname, '../../..') })
  endOnSignal(app)
  await listen(app, config)
  const logger = app.get<Logger>(LOGGER)
  app.useLogger(new NestLog(logger))
  await startWork(app, config)
  process.stdout.write(startMessage(config, started))
  logger.info({ mode: config.mode }, 'started')
} catch (error) {
  exitWith(error)
}
