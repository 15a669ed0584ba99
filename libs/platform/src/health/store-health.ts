import type { Redis } from 'ioredis'
import type { DataSources } from '../database/data-sources.js'
import type { Transactions } from '../database/transactions.js'
import { InstallationEntity } from '../installation/installation.entity.js'
import { newId } from '../ids.js'

/** `database`: it does not answer. `disk`: it answers, but has no room to write. `queue`: Redis is gone; registrations go on, mails wait. */
export type Lack = 'database' | 'disk' | 'queue'

/** How long a store may take to answer before it counts as gone. */
const PATIENCE_MILLISECONDS = 2_000

/** What this process stands on, asked afresh each time. */
export class StoreHealth {
  constructor(private readonly sources: DataSources, private readonly transactions: Transactions, private readonly redis: Redis | null) {}

  /** The worst that is lacking now, or null; answers within some seconds whatever happens. */
  async lack(): Promise<Lack | null> {
    if (!(await answers(this.sources.reader.query('SELECT 1')))) return 'database'
    if (this.sources.walSync?.fault) return 'disk'
    // Nobody is told that a disk has room again, so somebody has to try.
    if (this.transactions.isFull && !(await answers(this.tryToWrite()))) return 'disk'
    if (this.redis && !(await answers(this.redis.ping()))) return 'queue'
    return null
  }

  /** Leaves nothing behind but what the database itself writes down. */
  private tryToWrite(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const id = newId()
      await tx.insertBlind(InstallationEntity, { id, name: `room-${id}`, value: 'x'.repeat(500), notedAt: new Date(0) })
      await tx.db.delete(InstallationEntity, { id })
    })
  }
}

async function answers(question: Promise<unknown>): Promise<boolean> {
  let timer!: NodeJS.Timeout
  const late = new Promise<boolean>((resolve) => { timer = setTimeout(resolve, PATIENCE_MILLISECONDS, false) })
  try {
    return await Promise.race([question.then(() => true, () => false), late])
  } finally {
    clearTimeout(timer)
  }
}
