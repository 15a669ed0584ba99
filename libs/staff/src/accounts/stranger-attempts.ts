import { Injectable } from '@nestjs/common'
import { Clock, IdempotencyKeyEntity, KeyRing, Transactions, type Tx, isDuplicate, newId } from '@app/platform'
import { FORGOTTEN_AFTER_MILLISECONDS, type SignInAttempts, afterAttempt, countingNow } from './sign-in-attempts.js'

const SCOPE = 'sign-in'

/**
 * Attempts at addresses without an account, which slow down like all others, in every process, across restarts and at the same moment:
 * otherwise the delay would tell who has one. Kept as a MAC of the address among the keys of requests, for as long as they count.
 */
@Injectable()
export class StrangerAttempts {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly keys: KeyRing) {}

  async of(email: string): Promise<SignInAttempts> {
    const row = await this.transactions.read.findOneBy(IdempotencyKeyEntity, { scope: SCOPE, keyHash: this.hash(email) })
    return row === null ? { failed: 0, retryAt: null } : { failed: row.status ?? 0, retryAt: new Date(row.expiresAt.getTime() - FORGOTTEN_AFTER_MILLISECONDS) }
  }

  /** Counts one more attempt; false when another one came first, as it is with accounts. @param before what `of` said */
  count(tx: Tx, email: string, before: SignInAttempts): Promise<boolean> {
    const now = this.clock.now()
    const { failed, retryAt } = afterAttempt(countingNow(before, now), now)
    return this.write(tx, this.hash(email), before, { status: failed, expiresAt: expiryOf(retryAt!) }, now)
  }

  private async write(tx: Tx, keyHash: string, { failed, retryAt }: SignInAttempts, after: { status: number; expiresAt: Date }, createdAt: Date): Promise<boolean> {
    if (retryAt !== null) return (await tx.db.update(IdempotencyKeyEntity, { scope: SCOPE, keyHash, status: failed, expiresAt: expiryOf(retryAt) }, after)).affected !== 0
    try {
      await tx.db.insert(IdempotencyKeyEntity, { id: newId(), scope: SCOPE, keyHash, requestHash: keyHash, createdAt, ...after })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Not readable from a copy of the database, where a digest of an address could be guessed. */
  private hash(email: string): string {
    return this.keys.sign(SCOPE, email.toLowerCase())
  }
}

/** The row goes when its attempts no longer count. */
function expiryOf(retryAt: Date): Date {
  return new Date(retryAt.getTime() + FORGOTTEN_AFTER_MILLISECONDS)
}
