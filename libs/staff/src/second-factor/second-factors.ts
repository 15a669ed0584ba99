import { Injectable } from '@nestjs/common'
import { Clock, Transactions } from '@app/platform'
import { accountActor } from '../actor.js'
import { afterAttempt, secondsToWait } from '../accounts/sign-in-attempts.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { Sessions } from '../sessions/sessions.js'
import { RecoveryCodes } from './recovery-codes.js'
import { Totp } from './totp.js'

export type FactorResult = { kind: 'given'; token: string } | { kind: 'refused' } | { kind: 'wait'; seconds: number }

/** The second step of signing in: a code from the app or one of the recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly totp: Totp,
    private readonly codes: RecoveryCodes,
    private readonly sessions: Sessions,
  ) {}

  /** Guesses slow down like those of a password, and a right password does not take the delay back; nobody is locked out for good. */
  async give(account: AccountEntity, sessionId: string, code: string): Promise<FactorResult> {
    const now = this.clock.now()
    const { id, factorFailed } = account
    const seconds = secondsToWait({ failed: factorFailed, retryAt: account.factorRetryAt }, now)
    if (seconds !== null) return { kind: 'wait', seconds }
    const { failed, retryAt } = afterAttempt(factorFailed, now)
    // Counted before the code is looked at: of many guesses at the same moment only the first is one.
    const counted = await this.transactions.run((tx) => tx.db.update(AccountEntity, { id, factorFailed }, { factorFailed: failed, factorRetryAt: retryAt }))
    if (counted.affected === 0) return { kind: 'wait', seconds: 1 }
    return this.transactions.run(async (tx): Promise<FactorResult> => {
      const by = (await this.totp.use(tx, account, code)) ? 'totp' : (await this.codes.use(tx, id, code)) ? 'recovery' : null
      if (by === null) return { kind: 'refused' }
      await tx.db.update(AccountEntity, { id }, { factorFailed: 0, factorRetryAt: null })
      await this.audit.record(tx, { actor: accountActor(id), action: 'factor.give', subject: { kind: 'account', id }, change: { by } })
      return { kind: 'given', token: await this.sessions.strengthen(tx, id, sessionId) }
    })
  }
}
