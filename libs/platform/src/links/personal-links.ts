import { IsNull } from 'typeorm'
import type { Clock } from '../clock.js'
import type { Transactions, Tx } from '../database/transactions.js'
import { newId, randomToken } from '../ids.js'
import type { KeyRing } from '../secrets/key-ring.js'
import { PersonalLinkEntity } from './personal-link.entity.js'

export type LinkPurpose = PersonalLinkEntity['purpose']

export type FoundLink =
  | { kind: 'valid'; subjectId: string; linkId: string }
  /** Genuine, but its time is over or it was revoked. */
  | { kind: 'gone'; subjectId: string }
  | { kind: 'unknown' }

/**
 * Personal links `<selector>.<mac>`: a random selector finds the row, the MAC over purpose, selector and epoch proves that we made
 * it. Purposes are not interchangeable. The token itself is stored nowhere: mails compute it from the row again.
 */
export class PersonalLinks {
  constructor(private readonly transactions: Transactions, private readonly keys: KeyRing, private readonly clock: Clock) {}

  /** Makes a link and returns its token. */
  async create(tx: Tx, purpose: LinkPurpose, subjectId: string, expiresAt: Date | null = null): Promise<string> {
    const selector = randomToken(16)
    await tx.insertBlind(PersonalLinkEntity, { id: newId(), purpose, selector, epoch: 1, subjectId, expiresAt, createdAt: this.clock.now() })
    return this.token({ purpose, selector, epoch: 1 })
  }

  /** Token of the newest link of this purpose that is not revoked, or null. */
  async tokenFor(purpose: LinkPurpose, subjectId: string): Promise<string | null> {
    return (await this.tokensFor(purpose, [subjectId])).get(subjectId) ?? null
  }

  /** The same for many in one look; who has none is not in it. */
  async tokensFor(purpose: LinkPurpose, subjectIds: readonly string[]): Promise<Map<string, string>> {
    if (subjectIds.length === 0) return new Map()
    const rows = await this.transactions.pickAll(PersonalLinkEntity, { subjectId: subjectIds, purpose, revokedAt: null }, ['subjectId', 'purpose', 'selector', 'epoch'])
    return new Map(rows.map((row) => [row.subjectId, this.token(row)]))
  }

  /** Finds what a token stands for; changes nothing, so that mail scanners may ask as often as they like. */
  async find(purpose: LinkPurpose, token: string): Promise<FoundLink> {
    const [selector, mac, ...more] = token.split('.')
    if (!selector || !mac || more.length > 0 || selector.length > 32 || mac.length > 64) return { kind: 'unknown' }
    const row = await this.transactions.pick(PersonalLinkEntity, { selector, purpose }, ['id', 'subjectId', 'epoch', 'expiresAt', 'revokedAt'])
    if (!row || !this.keys.verify(`link:${purpose}`, `${selector}.${row.epoch}`, mac)) return { kind: 'unknown' }
    const over = row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= this.clock.now())
    return over ? { kind: 'gone', subjectId: row.subjectId } : { kind: 'valid', subjectId: row.subjectId, linkId: row.id }
  }

  /** Revokes all links of a purpose; returns how many were still open, so that a one-time link is used by one caller only. */
  async revoke(tx: Tx, purpose: LinkPurpose, subjectId: string): Promise<number> {
    const update = await tx.db.update(PersonalLinkEntity, { purpose, subjectId, revokedAt: IsNull() }, { revokedAt: this.clock.now() })
    return update.affected ?? 0
  }

  private token({ purpose, selector, epoch }: Pick<PersonalLinkEntity, 'purpose' | 'selector' | 'epoch'>): string {
    return `${selector}.${this.keys.sign(`link:${purpose}`, `${selector}.${epoch}`)}`
  }
}
