import { Inject, Injectable } from '@nestjs/common'
import type { SessionView } from '@app/contracts'
import { CONFIG, type Config, InstallationEntity, Problem, Transactions } from '@app/platform'
import { OidcBindings, Sessions, type SignedIn } from '@app/staff'

/** A session as the console sees it. */
@Injectable()
export class SessionViews {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly transactions: Transactions, private readonly sessions: Sessions, private readonly oidc: OidcBindings) {}

  async of({ account, rights, csrf, secondFactor }: SignedIn): Promise<SessionView> {
    const demo = await this.transactions.read.existsBy(InstallationEntity, { name: 'demo' })
    return {
      account: { id: account.id, name: account.name, email: account.email, language: account.language },
      csrf,
      may: rights.somewhere,
      mayEverywhere: rights.everywhere,
      // Every start of the demo prints a new link; nobody has to make up a password to look around.
      // Whoever is bound to the provider gets in by it.
      needsPassword: account.passwordHash === null && !demo && (await this.oidc.ofAccount(account.id)) === null,
      secondFactor,
      mode: this.config.mode,
      demo,
    }
  }

  /** Of a session that was opened this moment. @throws Problem `not_signed_in` when it has ended since */
  async opened(token: string): Promise<SessionView> {
    const signedIn = await this.sessions.find(token)
    if (!signedIn) throw new Problem('not_signed_in')
    return this.of(signedIn)
  }
}
