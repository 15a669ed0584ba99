import { Injectable } from '@nestjs/common'
import { IsNull, LessThan } from 'typeorm'
import { Clock, KeyRing, Problem, Transactions, type Tx } from '@app/platform'
import { accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { FactorChanges, type FactorAdded } from './factor-changes.js'
import { newSeed, stepOf, totpAddress } from './totp-code.js'

const SET_UP_MINUTES = 30
const SEALED_FOR = 'account'

/** What an app is given to show codes. `pending` comes back with the first of them: until then nothing is stored. */
export interface TotpOffer {
  seed: string
  address: string
  pending: string
}

/** Codes of six digits from an app (RFC 6238). The seed is sealed, and every code counts once. */
@Injectable()
export class Totp {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly audit: Audit,
    private readonly changes: FactorChanges,
  ) {}

  /** @param issuer what the app shows above the code */
  offer({ id, email }: AccountEntity, sessionId: string, issuer: string): TotpOffer {
    const seed = newSeed()
    const until = this.clock.now().getTime() + SET_UP_MINUTES * 60_000
    return { seed, address: totpAddress(seed, issuer, email), pending: this.keys.seal('totp-pending', JSON.stringify({ accountId: id, sessionId, seed, until })) }
  }

  /**
   * Takes the seed into use once a first code proves that the app has it; the session goes on under a new token, as one with a second factor.
   * @throws Problem `invalid` at `/code`, `link_gone` when the offer is not of this session or too old, `verb_not_possible` when there is an app already
   */
  async confirm(accountId: string, sessionId: string, pending: string, code: string): Promise<FactorAdded> {
    const seed = this.seedOf(pending, accountId, sessionId)
    const step = stepOf(seed, digitsOf(code), this.clock.now())
    if (step === null) throw new Problem('invalid', {}, [{ pointer: '/code', code: 'field.code_wrong' }])
    return this.transactions.run(async (tx) => {
      const update = await tx.db.update(AccountEntity, { id: accountId, totpSealed: IsNull() }, { totpSealed: this.keys.seal(SEALED_FOR, `${accountId} ${seed}`), totpStep: step })
      if (update.affected === 0) throw new Problem('verb_not_possible')
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'factor.add', subject: { kind: 'account', id: accountId }, change: { kind: 'totp' } })
      return this.changes.added(tx, accountId, sessionId)
    })
  }

  /** Uses up a code: of the same code given twice, even at the same moment, one counts. */
  async use(tx: Tx, { id, totpSealed }: AccountEntity, code: string): Promise<boolean> {
    if (totpSealed === null) return false
    // The account stands in it: a seed that somebody moves to another row does not count there.
    const [sealedFor, seed] = this.keys.open(SEALED_FOR, totpSealed).split(' ')
    const step = sealedFor === id ? stepOf(seed!, digitsOf(code), this.clock.now()) : null
    if (step === null) return false
    const update = await tx.db.update(AccountEntity, [{ id, totpStep: IsNull() }, { id, totpStep: LessThan(step) }], { totpStep: step })
    return update.affected === 1
  }

  /** @throws Problem `not_found` when there is no app */
  async remove(accountId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { totpSealed } = await tx.db.findOneByOrFail(AccountEntity, { id: accountId })
      if (totpSealed === null) throw new Problem('not_found')
      await tx.db.update(AccountEntity, { id: accountId }, { totpSealed: null, totpStep: null })
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'factor.remove', subject: { kind: 'account', id: accountId }, change: { kind: 'totp' } })
      await this.changes.removed(tx, accountId)
    })
  }

  private seedOf(pending: string, accountId: string, sessionId: string): string {
    const offered = openOrNull(this.keys, pending)
    if (offered === null || offered.accountId !== accountId || offered.sessionId !== sessionId || offered.until < this.clock.now().getTime()) throw new Problem('link_gone')
    return offered.seed
  }
}

const digitsOf = (code: string) => code.replace(/\s/g, '')

function openOrNull(keys: KeyRing, pending: string): { accountId: string; sessionId: string; seed: string; until: number } | null {
  try {
    return JSON.parse(keys.open('totp-pending', pending)) as { accountId: string; sessionId: string; seed: string; until: number }
  } catch {
    return null
  }
}
