import { Injectable } from '@nestjs/common'
import type { AccountView, Language, RoleView } from '@app/contracts'
import { NodeTitles, endOfDay, lastDayBefore } from '@app/events'
import { type AccountFacts, AccountList, type GrantFacts, type Rights } from '@app/staff'

/** The day of a role ends in Germany. */
const ZONE = 'Europe/Berlin'

/** The instant at which a role ends that holds up to and including this day. */
export const endOf = (lastDay: string | null): Date | null => (lastDay === null ? null : endOfDay(lastDay, ZONE))

/** Accounts with what the nodes of their roles are called, which libraries on the right know. */
@Injectable()
export class AccountViews {
  constructor(private readonly accounts: AccountList, private readonly titles: NodeTitles) {}

  async list(rights: Rights, language: Language): Promise<AccountView[]> {
    return this.viewsOf(await this.accounts.list(rights), language)
  }

  /** @throws Problem `not_found` */
  async one(rights: Rights, id: string, language: Language): Promise<AccountView> {
    return (await this.viewsOf([await this.accounts.one(rights, id)], language))[0]!
  }

  /** @throws Problem `not_found` also for an account that the caller does not reach */
  facts(rights: Rights, id: string): Promise<AccountFacts> {
    return this.accounts.one(rights, id)
  }

  private async viewsOf(accounts: AccountFacts[], language: Language): Promise<AccountView[]> {
    const titles = await this.titles.of(accounts.flatMap(({ roles }) => roles.flatMap(({ nodeId }) => nodeId ?? [])), language)
    const roleOf = ({ id, role, nodeId, kind, land, expiresAt }: GrantFacts): RoleView => ({
      id, role, land,
      node: nodeId === null || kind === null ? null : { id: nodeId, kind, title: titles.get(nodeId) ?? '' },
      lastDay: expiresAt === null ? null : lastDayBefore(expiresAt, ZONE),
    })
    return accounts.map(({ lastSeenAt, roles, invitation, ...account }) => ({
      ...account,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      roles: roles.map(roleOf),
      invitation: invitation && { ...invitation, expiresAt: invitation.expiresAt?.toISOString() ?? null },
    }))
  }
}
