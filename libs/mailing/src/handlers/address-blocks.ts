import { Injectable } from '@nestjs/common'
import { AddressBlockEntity } from '@app/contacts'
import { Clock, KeyRing, Transactions } from '@app/platform'

const PURPOSE = 'address-block'

/**
 * Addresses that must not be written to. Kept as a MAC of the address, so that an objection outlives the data of whoever made it, and a
 * change of keys as long as the former key stays in the ring.
 * Letters about one's own registration stop at blocks of everything; blocks of lists concern lists only.
 */
@Injectable()
export class AddressBlocks {
  constructor(private readonly transactions: Transactions, private readonly keys: KeyRing, private readonly clock: Clock) {}

  /** @param email in its normalised form */
  async isBlocked(email: string): Promise<boolean> {
    return (await this.blockedAmong([email])).has(email)
  }

  /** Those of the addresses that must not be written to, in one look. @param emails in their normalised form */
  async blockedAmong(emails: readonly string[]): Promise<Set<string>> {
    const byHash = new Map(emails.flatMap((email) => this.hashes(email).map((hash) => [hash, email])))
    if (byHash.size === 0) return new Set()
    const rows = await this.transactions.pickAll(AddressBlockEntity, { emailHash: [...byHash.keys()], scope: 'all', liftedAt: null }, ['emailHash', 'expiresAt'])
    const now = this.clock.now()
    return new Set(rows.filter(({ expiresAt }) => expiresAt === null || expiresAt > now).map(({ emailHash }) => byHash.get(emailHash)!))
  }

  /** What an address may stand as: one for each key of the ring. */
  hashes(email: string): string[] {
    return this.keys.everySign(PURPOSE, email)
  }

  hash(email: string): string {
    return this.keys.sign(PURPOSE, email)
  }
}
