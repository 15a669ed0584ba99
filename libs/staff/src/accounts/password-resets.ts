import { Injectable } from '@nestjs/common'
import { Clock, Outbox, PersonalLinks, Transactions, newId } from '@app/platform'
import { accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { Sessions } from '../sessions/sessions.js'
import { hashPassword } from './passwords.js'

export const RESET_MINUTES = 10

/** A forgotten password: a letter with a link that works once and for ten minutes. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: PersonalLinks,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Has a letter written if there is such an account. For an address without one the same statements run, with work about nobody that is
   * withheld later: neither answer nor time tells who has an account.
   */
  async ask(email: string): Promise<void> {
    const emailNormalised = email.toLowerCase()
    const account = await this.transactions.read.findOneBy(AccountEntity, { emailNormalised, state: 'active' })
    const lane = emailNormalised.split('@').pop()!
    await this.transactions.run((tx) => this.outbox.add(tx, { kind: 'account.reset', subjectId: account?.id ?? newId(), payload: {}, lane }))
  }

  /** The link for a letter that leaves now: made so late, because its ten minutes must not pass in a queue. Former ones stop working. */
  async linkFor(accountId: string): Promise<{ token: string; expiresAt: Date }> {
    const expiresAt = new Date(this.clock.now().getTime() + RESET_MINUTES * 60_000)
    return this.transactions.run(async (tx) => {
      await this.links.revoke(tx, 'reset', accountId)
      return { token: await this.links.create(tx, 'reset', accountId, expiresAt), expiresAt }
    })
  }

  /** Uses a link up: sets the password and ends every session and sign-in link of the account. @returns false when the link is unknown, over or used */
  async use(token: string, password: string): Promise<boolean> {
    const link = await this.links.find('reset', token)
    if (link.kind !== 'valid') return false
    const passwordHash = await hashPassword(password)
    const id = link.subjectId
    return this.transactions.run(async (tx) => {
      if ((await this.links.revoke(tx, 'reset', id)) === 0) return false
      const update = await tx.db.update(AccountEntity, { id, state: 'active' }, { passwordHash, failed: 0, retryAt: null })
      if (update.affected === 0) return false
      await this.links.revoke(tx, 'signin', id)
      await this.sessions.closeOthers(tx, id, null)
      await this.audit.record(tx, { actor: accountActor(id), action: 'account.password', subject: { kind: 'account', id }, change: { by: 'mail' } })
      return true
    })
  }
}
