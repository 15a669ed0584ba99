import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { In, IsNull, Not } from 'typeorm'
import { Clock, KeyRing, Transactions, type Tx, newId, randomToken } from '@app/platform'
import { AccountEntity } from '../entities/account.entity.js'
import { RoleGrantEntity } from '../entities/role-grant.entity.js'
import { SessionEntity } from '../entities/session.entity.js'

const MINUTE = 60_000
export const SESSION_IDLE = 30 * MINUTE
export const SESSION_MOST = 10 * 60 * MINUTE
const TOUCH_EVERY = MINUTE

export interface SignedIn {
  sessionId: string
  account: AccountEntity
  /** Goes back with every write of the console; bound to this session. */
  csrf: string
}

/** Sessions of staff: the cookie holds 256 random bits, the table their SHA-256; 30 minutes idle, 10 hours at most, revocable. */
@Injectable()
export class Sessions {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly keys: KeyRing) {}

  /** Opens a session and returns the token for the cookie. */
  async open(tx: Tx, accountId: string): Promise<string> {
    const now = this.clock.now()
    const token = randomToken(32)
    await tx.db.insert(SessionEntity, {
      id: newId(), accountId, tokenHash: hashOf(token), createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_MOST),
    })
    return token
  }

  /** Who this cookie belongs to, or null when the session is over, idle too long, revoked, or its account has no staff role over the whole programme. */
  async find(token: string): Promise<SignedIn | null> {
    const now = this.clock.now()
    const session = await this.transactions.read.findOneBy(SessionEntity, { tokenHash: hashOf(token), revokedAt: IsNull() })
    if (!session || session.expiresAt <= now || now.getTime() - session.lastSeenAt.getTime() > SESSION_IDLE) return null
    const account = await this.transactions.read.findOneBy(AccountEntity, { id: session.accountId, state: 'active' })
    if (!account || !(await this.isStaff(account.id))) return null
    if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY) {
      await this.transactions.run((tx) => tx.db.update(SessionEntity, { id: session.id }, { lastSeenAt: now }))
    }
    return { sessionId: session.id, account, csrf: this.csrf(session.id) }
  }

  verifyCsrf(sessionId: string, token: string): boolean {
    return this.keys.verify('csrf', sessionId, token)
  }

  async close(sessionId: string): Promise<void> {
    await this.transactions.run((tx) => tx.db.update(SessionEntity, { id: sessionId, revokedAt: IsNull() }, { revokedAt: this.clock.now() }))
  }

  /** Ends all sessions of an account but one. */
  async closeOthers(tx: Tx, accountId: string, sessionId: string | null): Promise<void> {
    const others = { accountId, revokedAt: IsNull(), ...(sessionId === null ? {} : { id: Not(sessionId) }) }
    await tx.db.update(SessionEntity, others, { revokedAt: this.clock.now() })
  }

  private csrf(sessionId: string): string {
    return this.keys.sign('csrf', sessionId)
  }

  private async isStaff(accountId: string): Promise<boolean> {
    const now = this.clock.now()
    // Only rights over the whole programme open it: one over a part of it must not, as long as reads do not go through scopes.
    const whole = { nodeId: IsNull(), land: IsNull() }
    const grants = await this.transactions.read.findBy(RoleGrantEntity, { accountId, role: In(['admin', 'organiser']), revokedAt: IsNull(), ...whole })
    return grants.some((grant) => grant.expiresAt === null || grant.expiresAt > now)
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
