import type { INestApplicationContext } from '@nestjs/common'
import { MailHandlers } from '@app/mailing'
import { type Config, OutboxWorker } from '@app/platform'
import { Routines } from '../../routines.js'

/** Without Redis this process is its own worker; in production the workers are processes of their own. */
export async function startWork(app: INestApplicationContext, config: Config): Promise<void> {
  if (config.mode === 'production') return
  await app.get(OutboxWorker).start(app.get(MailHandlers))
  app.get(Routines).start()
}
