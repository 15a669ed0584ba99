import type { INestApplicationContext } from '@nestjs/common'
import { Formats } from '@app/events'
import { type Config, ConfigError, DATA_SOURCES, DataDirLock, type DataSources, Transactions } from '@app/platform'
import { Accounts } from '@app/staff'
import { DEMO_ORGANISER, DemoLoader } from '../../demo/demo-loader.js'

export interface Started {
  /** Token of a one-time sign-in link, when nobody could sign in otherwise or the demo is on. In production only the very first start has one. */
  signInToken: string | null
  demo: boolean
}

/** Where the configuration names nobody: no letter reaches this address, so its password cannot be chosen anew by mail. */
const NOBODY_NAMED = { name: 'Verwaltung', address: 'verwaltung@dialogwerk.example' }

/**
 * Brings the database to where this version needs it. Embedded and small servers migrate by themselves; in production that is a
 * step of its own (`npm run migrate`), because several processes start at once.
 */
export class FirstStart {
  constructor(private readonly app: INestApplicationContext, private readonly config: Config) {}

  async run(): Promise<Started> {
    if (this.config.mode !== 'production') this.app.get(DataDirLock).take(this.config.dataDir)
    await this.migrate()
    await this.app.get(Formats).seed()
    const demo = await this.app.get(DemoLoader).state()
    if (demo === 'interrupted') throw new ConfigError(['Loading the demo was interrupted: move DATA_DIR away and start again, or set DEMO=0 with an empty database.'])
    const hasDemo = demo === 'loaded'
    if (hasDemo && this.config.smtpUrl !== null) {
      throw new ConfigError(['This database holds the demo, which never sends real mail: leave out SMTP_URL, or start with an empty database and DEMO=0.'])
    }
    const accounts = this.app.get(Accounts)
    if (demo === 'empty' && this.config.demo) {
      const { organiserSignInToken } = await this.app.get(DemoLoader).load()
      return { signInToken: organiserSignInToken, demo: true }
    }
    const holder = await this.holder(accounts, hasDemo)
    if (holder === null) return { signInToken: (await accounts.isEmpty()) ? await this.setUp(accounts) : null, demo: hasDemo }
    // Nobody has signed in yet: the former link may be lost, so a new one is printed. Not in production, where logs are kept and read by
    // others and processes start often: there the command line makes a new one.
    const mayRenew = hasDemo || (this.config.mode !== 'production' && (await accounts.hasNoPassword(holder)))
    return { signInToken: mayRenew ? await this.app.get(Transactions).run((tx) => accounts.signInLink(tx, holder)) : null, demo: hasDemo }
  }

  /** Who is let in by a printed link. The configuration may have named somebody after the account was made. */
  private async holder(accounts: Accounts, hasDemo: boolean): Promise<string | null> {
    if (hasDemo) return accounts.idOf(DEMO_ORGANISER.email)
    const named = this.config.firstAdmin && (await accounts.idOf(this.config.firstAdmin.address))
    return named ?? accounts.idOf(NOBODY_NAMED.address)
  }

  private async migrate(): Promise<void> {
    const { writer } = this.app.get<DataSources>(DATA_SOURCES)
    if (this.config.mode !== 'production') {
      await writer.runMigrations({ transaction: 'each' })
      return
    }
    if (await writer.showMigrations()) throw new ConfigError(['The database is older than this program: run "npm run migrate" once, then start again.'])
  }

  private async setUp(accounts: Accounts): Promise<string | null> {
    const { name, address } = this.config.firstAdmin ?? NOBODY_NAMED
    try {
      return await this.app.get(Transactions).run(async (tx) => accounts.signInLink(tx, await accounts.create(tx, { email: address, name: name || address, role: 'admin' })))
    } catch (error) {
      // Several servers start at once: the unique key lets one of them win, and that one prints the link.
      if (await accounts.isEmpty()) throw error
      return null
    }
  }
}
