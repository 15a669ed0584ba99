import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import type { OutboxState } from '@app/contracts'
import { Clock, OutboxEntity, PersonalLinkEntity, Problem, Transactions } from '@app/platform'
import { AccountEntity } from '../entities/account.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { type GrantFacts, Reach } from '../rights/reach.js'
import type { Rights } from '../rights/rights.js'

export interface AccountFacts extends Pick<AccountEntity, 'id' | 'name' | 'email' | 'state' | 'lastSeenAt'> {
  /** Roles that the caller reaches. */
  roles: GrantFacts[]
  /** Whether it has others. */
  hasMore: boolean
  hasSecondFactor: boolean
  hasOidc: boolean
  invitation: { expiresAt: Date | null; mail: OutboxState | null } | null
}

/** Accounts as those see them who manage access: all of them, or those with a role in the own part of the programme. */
@Injectable()
export class AccountList {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly reach: Reach) {}

  /** By name; closed ones last. The number of queries does not depend on how many there are. */
  async list(rights: Rights): Promise<AccountFacts[]> {
    const grants = await this.reach.standing(rights)
    const reached = [...new Set(grants.flatMap(({ accountId, isReached }) => (isReached ? accountId : [])))]
    const { read } = this.transactions
    const accounts = rights.scope('access.manage').isWhole ? await read.find(AccountEntity) : reached.length === 0 ? [] : await read.findBy(AccountEntity, { id: In(reached) })
    const facts = await this.factsOf(accounts, grants)
    const isClosed = ({ state }: AccountFacts) => Number(state === 'closed')
    return facts.sort((a, b) => isClosed(a) - isClosed(b) || a.name.localeCompare(b.name, 'de') || (a.id < b.id ? -1 : 1))
  }

  /** @throws Problem `not_found` also for an account that the caller does not reach */
  async one(rights: Rights, id: string): Promise<AccountFacts> {
    const account = await this.transactions.read.findOneBy(AccountEntity, { id })
    const [facts] = account ? await this.factsOf([account], await this.reach.standing(rights, id)) : []
    if (!facts || (facts.roles.length === 0 && !rights.scope('access.manage').isWhole)) throw new Problem('not_found')
    return facts
  }

  private async factsOf(accounts: AccountEntity[], grants: GrantFacts[]): Promise<AccountFacts[]> {
    const invitations = await this.invitations(accounts.filter(({ state }) => state === 'invited').map(({ id }) => id))
    const credentials = accounts.length === 0 ? [] : await this.transactions.read.find(CredentialEntity, { where: { accountId: In(accounts.map(({ id }) => id)), kind: In(['passkey', 'oidc']) }, select: { accountId: true, kind: true } })
    const having = (wanted: CredentialEntity['kind']) => new Set(credentials.flatMap(({ accountId, kind }) => (kind === wanted ? accountId : [])))
    const [withPasskey, withOidc] = [having('passkey'), having('oidc')]
    return accounts.map(({ id, name, email, state, lastSeenAt, totpSealed }) => {
      const own = grants.filter(({ accountId }) => accountId === id)
      const hasSecondFactor = totpSealed !== null || withPasskey.has(id)
      return { id, name, email, state, lastSeenAt, hasSecondFactor, hasOidc: withOidc.has(id), roles: own.filter(({ isReached }) => isReached), hasMore: own.some(({ isReached }) => !isReached), invitation: invitations.get(id) ?? null }
    })
  }

  /** Until when the link works, and where the newest letter with it stands. */
  private async invitations(ids: string[]): Promise<Map<string, NonNullable<AccountFacts['invitation']>>> {
    if (ids.length === 0) return new Map()
    const { read } = this.transactions
    const now = this.clock.now()
    const links = await read.findBy(PersonalLinkEntity, { purpose: 'signin', subjectId: In(ids), revokedAt: IsNull() })
    const mails = await read.find(OutboxEntity, { where: { kind: 'account.invited', subjectId: In(ids) }, order: { id: 'DESC' } })
    return new Map(ids.map((id) => {
      const expiresAt = links.find(({ subjectId }) => subjectId === id)?.expiresAt ?? null
      return [id, { expiresAt: expiresAt !== null && expiresAt > now ? expiresAt : null, mail: mails.find(({ subjectId }) => subjectId === id)?.state ?? null }]
    }))
  }
}
