import { Injectable } from '@nestjs/common'
import { OrganisationEntity } from '@app/contacts'
import { Formats } from '@app/events'
import { Clock, InstallationEntity, Transactions, type Tx, newId } from '@app/platform'
import { AccountEntity, Accounts, type Actor, NodeEntity, accountActor, systemActor } from '@app/staff'
import { InventedSeries } from './invented-series.js'
import { RealEvents } from './real-events.js'

export const DEMO_ORGANISER = { email: 'organisation@dialogwerk.example', name: 'Organisation (Demo)' } as const

/** `interrupted`: the process ended while the demo was loaded. `foreign`: something else is there. */
export type DemoState = 'empty' | 'loaded' | 'interrupted' | 'foreign'

/**
 * Loads the demo: five real events as they were published, invented people, and invented editions around today that are open for
 * registration. Everything goes through the services that a user's clicks go through; all invented addresses end in .example.
 */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly formats: Formats,
    private readonly real: RealEvents,
    private readonly invented: InventedSeries,
  ) {}

  /** What is in the database, as far as the demo is concerned. */
  async state(): Promise<DemoState> {
    const db = this.transactions.read
    const row = await db.findOneBy(InstallationEntity, { name: 'demo' })
    if (row) return row.value === 'loaded' ? 'loaded' : 'interrupted'
    const there = await Promise.all([AccountEntity, NodeEntity, OrganisationEntity].map((entity) => db.existsBy(entity, {})))
    return there.includes(true) ? 'foreign' : 'empty'
  }

  /**
   * Fills an empty database, one transaction for each event.
   * @returns a one-time sign-in link's token for the demo's organiser
   * @throws Error with the remedy when the database is not empty
   */
  async load(): Promise<{ organiserSignInToken: string }> {
    await this.assertEmpty()
    await this.formats.seed()
    const accountId = await this.transactions.run(async (tx) => {
      await this.note(tx, 'demo', 'loading')
      return this.accounts.create(tx, { ...DEMO_ORGANISER, role: 'admin' }, systemActor)
    })
    const hostId = await this.fill(accountActor(accountId))
    const organiserSignInToken = await this.transactions.run(async (tx) => {
      await this.note(tx, 'demo_host', hostId)
      await tx.db.update(InstallationEntity, { name: 'demo' }, { value: 'loaded', notedAt: this.clock.now() })
      return this.accounts.signInLink(tx, accountId)
    })
    return { organiserSignInToken }
  }

  private async fill(actor: Actor): Promise<string> {
    const organisations = new Map<string, string>()
    for (const sheet of this.real.sheets) {
      // On MySQL a transaction may run twice: what the first run noted must not stay.
      const known = await this.transactions.run(async (tx) => {
        const grown = new Map(organisations)
        await this.real.load(tx, sheet, grown, actor)
        return grown
      })
      for (const [name, id] of known) organisations.set(name, id)
    }
    return this.invented.load(organisations, actor)
  }

  private async assertEmpty(): Promise<void> {
    const state = await this.state()
    if (state === 'empty') return
    if (state === 'loaded') throw new Error('The demo is already in this database.')
    if (state === 'interrupted') throw new Error('Loading the demo was interrupted, and only a part of it is there. Start again with an empty database: move DATA_DIR away, or empty the schema of DATABASE_URL.')
    throw new Error('The demo loads only into an empty database, and this one is in use. Set DEMO=0, or start with an empty database.')
  }

  private async note(tx: Tx, name: string, value: string): Promise<void> {
    await tx.db.insert(InstallationEntity, { id: newId(), name, value, notedAt: this.clock.now() })
  }
}
