import { Injectable } from '@nestjs/common'
import { type FactorStanding, needsSecondFactor } from '@app/contracts'
import { InstallationEntity, Transactions } from '@app/platform'
import type { AccountEntity } from '../entities/account.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import type { Rights } from '../rights/rights.js'

/** Whether an account has a second factor, and whether a session may go on without it. */
@Injectable()
export class FactorStandings {
  constructor(private readonly transactions: Transactions) {}

  /** @param isGiven whether it was given in this session */
  async of(account: Pick<AccountEntity, 'id' | 'totpSealed'>, isGiven: boolean, rights: Rights): Promise<FactorStanding> {
    if (isGiven) return 'given'
    if (await this.has(account)) return 'asked'
    if (!needsSecondFactor(rights.somewhere)) return 'not_needed'
    // The demo holds invented people and never sends mail: nobody has to fetch a phone to look around.
    return (await this.transactions.read.existsBy(InstallationEntity, { name: 'demo' })) ? 'not_needed' : 'to_set_up'
  }

  async has({ id, totpSealed }: Pick<AccountEntity, 'id' | 'totpSealed'>): Promise<boolean> {
    return totpSealed !== null || this.transactions.read.existsBy(CredentialEntity, { accountId: id, kind: 'passkey' })
  }
}
