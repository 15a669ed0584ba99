import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readOwnMail } from './eml-reader.js'
import { sentAtOf } from './stored-mail-name.js'

/** One line of the built-in mailbox. */
export interface StoredMailLine {
  name: string
  to: string
  subject: string
  sentAt: Date
  /** METHOD of its calendar message, or null. */
  method: string | null
}

export interface StoredMail {
  sentAt: Date
  /** Name and address. */
  from: string
  to: string
  subject: string
  text: string
  calendar: string | null
  /** The file as it is. */
  raw: string
}

/** What the built-in mailbox holds, read from the files themselves: what is shown is what was sent. */
export class StoredMails {
  constructor(private readonly folder: string) {}

  /** The newest first. A letter that was sent twice after a crash is shown once, as a mailbox folds it by its Message-ID. */
  async list(limit = 200): Promise<StoredMailLine[]> {
    const names = (await this.names()).sort()
    const firstOf = new Map(names.toReversed().map((name) => [name.slice(name.indexOf('-')), name]))
    const shown = [...firstOf.values()].sort().toReversed().slice(0, limit)
    return Promise.all(shown.map(async (name) => {
      const { to, subject, method } = readOwnMail(await readFile(join(this.folder, name)))
      return { name, to, subject, sentAt: sentAtOf(name)!, method }
    }))
  }

  /** @param name from `list`; any other text, a path for example, finds nothing */
  async read(name: string): Promise<StoredMail | null> {
    const sentAt = sentAtOf(name)
    if (sentAt === null) return null
    try {
      const raw = await readFile(join(this.folder, name))
      const { from, to, subject, text, calendar } = readOwnMail(raw)
      return { sentAt, from, to, subject, text, calendar, raw: raw.toString('utf8') }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  /** Deletes what was sent before an instant. @returns how many files went */
  async deleteBefore(before: Date): Promise<number> {
    const old = (await this.names()).filter((name) => sentAtOf(name)! < before)
    for (const name of old) await rm(join(this.folder, name), { force: true })
    return old.length
  }

  /** Deletes what was sent to one address. @returns how many files went */
  async deleteTo(address: string): Promise<number> {
    let gone = 0
    for (const name of await this.names()) {
      const { to } = readOwnMail(await readFile(join(this.folder, name)))
      // Whole: `ada@…` also stands at the end of `maxada@…`.
      if (to.toLowerCase() !== address.toLowerCase()) continue
      await rm(join(this.folder, name), { force: true })
      gone++
    }
    return gone
  }

  private async names(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => sentAtOf(name) !== null)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }
}
