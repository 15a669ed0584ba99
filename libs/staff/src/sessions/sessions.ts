import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { type FactorStanding, PROOF_MINUTES, SESSION_IDLE_MINUTES } from '@app/contracts'
import { IsNull, MoreThan, MoreThanOrEqual, Not } from 'typeorm'
import { Clock, KeyRing, Transactions, type Tx, newId, randomToken, storeFaultOf } from '@app/platform'
import { AccountEntity } from '../entities/account.entity.js'
import { SessionEntity } from '../entities/session.entity.js'
import type { Rights } from '../rights/rights.js'
import { FactorStandings } from '../second-factor/factor-standing.js'
import { RightsReader } from '../rights/rights-reader.js'

const MINUTE = 60_000
export const SESSION_IDLE = SESSION_IDLE_MINUTES * MINUTE
export const SESSION_MOST = 10 * 60 * MINUTE
const TOUCH_EVERY = MINUTE
/** How long requests that were under way may still carry the token before the last one. */
const FORMER_COUNTS = MINUTE / 2

export interface SignedIn {
  sessionId: string
  account: AccountEntity
  /** What the account may do at this moment. */
  rights: Rights
  secondFactor: FactorStanding
  /** Whether its person proved in the last ten minutes who they are. */
  isProved: boolean
  /** Goes back with every write of the console; bound to this session. */
  csrf: string
  /** Another token for the cookie, because the account's roles have changed; null as long as the one sent stays. */
  nextToken: string | null
}

/**
 * Sessions of staff: the cookie holds 256 random bits, the table their SHA-256; 30 minutes idle, 10 hours at most, revocable. The token
 * changes at sign-in and when the roles of the account do.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly rights: RightsReader,
    private readonly factors: FactorStandings,
  ) {}

  /** Opens a session, in which its person has just proved who they are, and returns the token for the cookie. */
  async open(tx: Tx, accountId: string, { device = null, secondFactor = false, openedBy = null, providerSession = null, provedAt = this.clock.now() }: Partial<Pick<SessionEntity, 'device' | 'secondFactor' | 'openedBy' | 'providerSession' | 'provedAt'>> = {}): Promise<string> {
    const now = this.clock.now()
    const token = randomToken(32)
    await tx.db.insert(SessionEntity, {
      id: newId(), accountId, device, secondFactor, openedBy, providerSession, provedAt, tokenHash: hashOf(token), createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_MOST),
    })
    return token
  }

  /** Who this cookie belongs to, or null when the session is over, idle too long or revoked, or its account is not active. */
  async find(token: string): Promise<SignedIn | null> {
    const now = this.clock.now()
    const session = await this.byToken(hashOf(token), now)
    if (!session || session.expiresAt <= now) return null
    // One that was last seen in the future is from a clock that was wrong, and would outlast all its limits.
    const rested = now.getTime() - session.lastSeenAt.getTime()
    if (Math.abs(rested) > SESSION_IDLE) return null
    const account = await this.transactions.read.findOneBy(AccountEntity, { id: session.accountId, state: 'active' })
    if (!account) return null
    const rights = await this.rights.of(account.id)
    const nextToken = session.stale ? await this.rotate(session, now) : null
    if (rested > TOUCH_EVERY) await this.touch(session.id, now)
    const secondFactor = await this.factors.of(account, session.secondFactor, rights)
    const isProved = session.provedAt !== null && Math.abs(now.getTime() - session.provedAt.getTime()) <= PROOF_MINUTES * MINUTE
    return { sessionId: session.id, account, rights, secondFactor, isProved, csrf: this.csrf(session.id), nextToken }
  }

  /** The second factor was given in a session: it ends, and a new one with another token takes its place. @returns that token */
  async strengthen(tx: Tx, accountId: string, sessionId: string): Promise<string> {
    const { device, openedBy, providerSession } = await this.ended(tx, accountId, sessionId)
    return this.open(tx, accountId, { device, openedBy, providerSession, secondFactor: true })
  }

  /** A second factor was added: likewise, but nobody proved anew who they are, so that one addition does not allow the next for ever. */
  async strengthenUnproved(tx: Tx, accountId: string, sessionId: string): Promise<string> {
    const { device, openedBy, providerSession, provedAt } = await this.ended(tx, accountId, sessionId)
    return this.open(tx, accountId, { device, openedBy, providerSession, provedAt, secondFactor: true })
  }

  /** Somebody proved again who they are: a new session goes on in place of this one, so that a copy of its cookie gains nothing. @returns its token */
  async prove(tx: Tx, accountId: string, sessionId: string): Promise<string> {
    const { device, openedBy, providerSession, secondFactor } = await this.ended(tx, accountId, sessionId)
    return this.open(tx, accountId, { device, openedBy, providerSession, secondFactor })
  }

  private async ended(tx: Tx, accountId: string, sessionId: string): Promise<SessionEntity> {
    const session = await tx.db.findOneByOrFail(SessionEntity, { id: sessionId })
    await this.closeOne(tx, accountId, sessionId)
    return session
  }

  /** The account has no second factor any more: no session counts as one in which it was given. */
  async weaken(tx: Tx, accountId: string): Promise<void> {
    await tx.db.update(SessionEntity, { accountId, revokedAt: IsNull() }, { secondFactor: false })
  }

  /** Has every session of an account change its token at the next request, because its roles have changed. */
  async renew(tx: Tx, accountId: string): Promise<void> {
    await tx.db.update(SessionEntity, { accountId, revokedAt: IsNull() }, { stale: true })
  }

  verifyCsrf(sessionId: string, token: string): boolean {
    return this.keys.verify('csrf', sessionId, token)
  }

  async close(sessionId: string): Promise<void> {
    await this.transactions.run((tx) => tx.db.update(SessionEntity, { id: sessionId, revokedAt: IsNull() }, { revokedAt: this.clock.now() }))
  }

  /** Sessions of an account that go on, the one last used first. */
  async ofAccount(accountId: string): Promise<SessionEntity[]> {
    const now = this.clock.now()
    const idle = new Date(now.getTime() - SESSION_IDLE)
    return this.transactions.read.find(SessionEntity, {
      where: { accountId, revokedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThanOrEqual(idle) }, order: { lastSeenAt: 'DESC', id: 'DESC' },
    })
  }

  /** Ends one session of an account. @returns false when the account has no such session, or it is over */
  async closeOne(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
    const update = await tx.db.update(SessionEntity, { id: sessionId, accountId, revokedAt: IsNull() }, { revokedAt: this.clock.now() })
    return update.affected !== 0
  }

  /** Ends all sessions of an account but one. @returns how many */
  async closeOthers(tx: Tx, accountId: string, sessionId: string | null): Promise<number> {
    const others = { accountId, revokedAt: IsNull(), ...(sessionId === null ? {} : { id: Not(sessionId) }) }
    const update = await tx.db.update(SessionEntity, others, { revokedAt: this.clock.now() })
    return update.affected ?? 0
  }

  /**
   * Ends the sessions that were opened in one session at the provider of OpenID Connect, or in any.
   * @param accountId of that person; null: whose they are is not said
   * @param providerSession its digest; those of the account of which it is not known go as well. null: all that were opened by the provider
   * @returns how many, by account
   */
  async closeOfProvider(tx: Tx, accountId: string | null, providerSession: string | null): Promise<Map<string, number>> {
    const isOpen = { revokedAt: IsNull(), ...(accountId === null ? {} : { accountId }) }
    const unknown = { ...isOpen, openedBy: 'oidc' as const, ...(providerSession === null ? {} : { providerSession: IsNull() }) }
    const where = [...(providerSession === null ? [] : [{ ...isOpen, providerSession }]), ...(accountId === null ? [] : [unknown])]
    const ended = new Map<string, number>()
    if (where.length === 0) return ended
    // Again, until there is none: one that was just given another token goes on as another row.
    for (let found = await tx.db.findBy(SessionEntity, where); found.length > 0; found = await tx.db.findBy(SessionEntity, where)) {
      for (const session of found) {
        if (await this.closeOne(tx, session.accountId, session.id)) ended.set(session.accountId, (ended.get(session.accountId) ?? 0) + 1)
      }
    }
    return ended
  }

  /** Nobody is kept from reading because it cannot be noted: on a disk that is full for example. */
  private async touch(id: string, now: Date): Promise<void> {
    try {
      await this.transactions.run((tx) => tx.db.update(SessionEntity, { id }, { lastSeenAt: now }))
    } catch (error) {
      if (storeFaultOf(error) === null) throw error
    }
  }

  private csrf(sessionId: string): string {
    return this.keys.sign('csrf', sessionId)
  }

  private async byToken(tokenHash: string, now: Date): Promise<SessionEntity | null> {
    const { read } = this.transactions
    return (await read.findOneBy(SessionEntity, { tokenHash, revokedAt: IsNull() }))
      ?? read.findOneBy(SessionEntity, { formerHash: tokenHash, formerUntil: MoreThan(now), revokedAt: IsNull() })
  }

  /** Of several requests at the same moment one gets the new token; the others come in by the former one. */
  private async rotate({ id, tokenHash }: SessionEntity, now: Date): Promise<string | null> {
    const token = randomToken(32)
    const change = { tokenHash: hashOf(token), stale: false, formerHash: tokenHash, formerUntil: new Date(now.getTime() + FORMER_COUNTS) }
    const update = await this.transactions.run((tx) => tx.db.update(SessionEntity, { id, tokenHash, stale: true }, change))
    return update.affected === 0 ? null : token
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
