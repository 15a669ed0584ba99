import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '@app/platform'
import type { ComposedMail } from '../compose/message.js'
import type { Delivery, DeliveryOutcome } from './delivery.js'
import { storedMailName } from './stored-mail-name.js'

/**
 * The mailbox of the embedded mode: every mail becomes one `.eml` file, byte for byte what a mail server would have got. A file is
 * either there as a whole or not at all: it is written beside its place, forced to disk and renamed.
 */
export class MailDirectory implements Delivery {
  readonly connections = 5

  constructor(private readonly folder: string, private readonly clock: Clock) {}

  async deliver(mail: ComposedMail): Promise<DeliveryOutcome> {
    const date = this.clock.now()
    const name = storedMailName(date, mail.messageId)
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    // Imported with the first mail: the start of the server does not wait for it.
    const { wireText, writeMail } = await import('./mime.js')
    await writeWhole(this.folder, name, wireText(writeMail(mail, date)))
    return { kind: 'sent' }
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}

async function writeWhole(folder: string, name: string, content: string): Promise<void> {
  const beside = join(folder, `.${name}.part`)
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, join(folder, name))
  } catch (error) {
    // A disk that is full is not to be filled with beginnings, one for each try.
    await rm(beside, { force: true })
    throw error
  }
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
