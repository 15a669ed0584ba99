import { Inject, Injectable } from '@nestjs/common'
import { type Language, addresses } from '@app/contracts'
import { NodeTitles, lastDayBefore } from '@app/events'
import { formatDayShort, words } from '@app/i18n'
import { CONFIG, Clock, type Config, PersonalLinkEntity, PersonalLinks, Transactions } from '@app/platform'
import { AccountEntity, NodeEntity, PasswordResets, RoleGrantEntity } from '@app/staff'
import { In, IsNull } from 'typeorm'
import type { ColleagueFacts, ColleagueRole } from '../domain/colleague-content.js'
import type { ResetFacts } from '../domain/reset-content.js'
import { colleagueTexts } from '../domain/texts/colleagues.js'
import { HostFactsReader } from '../facts/host-facts.js'
import { momentWords } from '../facts/person-facts.js'

const ZONE = 'Europe/Berlin'

/** Everything a letter to a colleague is made of, read just before it leaves. */
@Injectable()
export class ColleagueFactsReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly hosts: HostFactsReader,
    private readonly titles: NodeTitles,
    private readonly links: PersonalLinks,
    private readonly resets: PasswordResets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns a short code when there is nothing to write any more: `gone`, `state_changed` */
  async read(accountId: string, inviterId: string): Promise<ColleagueFacts | 'gone' | 'state_changed'> {
    const { read } = this.transactions
    const account = await read.findOneBy(AccountEntity, { id: accountId })
    if (!account || account.state === 'closed') return 'gone'
    const { language, name, email } = account
    const roles = await this.rolesOf(accountId, language)
    const link = account.state === 'active' ? { kind: 'givenRole' as const, url: `${this.config.publicUrl}${addresses.console()}` } : await this.setUpLink(accountId, language)
    if (roles.length === 0 || link === null) return 'state_changed'
    const inviter = (await read.findOneBy(AccountEntity, { id: inviterId }))?.name ?? this.config.mailFrom.name
    return { language, name, email, inviter, roles, link, host: await this.hosts.ofInstallation(language) }
  }

  /** @returns `gone` where there is no account that could be entered, or never was one */
  async readReset(accountId: string): Promise<ResetFacts | 'gone'> {
    const account = await this.transactions.read.findOneBy(AccountEntity, { id: accountId, state: 'active' })
    if (!account) return 'gone'
    const { language, name, email } = account
    const { token, expiresAt } = await this.resets.linkFor(accountId)
    return { language, name, email, url: `${this.config.publicUrl}${addresses.resetPassword(token)}`, until: momentWords(expiresAt, ZONE, language), host: await this.hosts.ofInstallation(language) }
  }

  private async setUpLink(accountId: string, language: Language): Promise<ColleagueFacts['link'] | null> {
    const row = await this.transactions.read.findOne(PersonalLinkEntity, { where: { purpose: 'signin', subjectId: accountId, revokedAt: IsNull() }, order: { id: 'DESC' } })
    const token = await this.links.tokenFor('signin', accountId)
    if (token === null || !row?.expiresAt || row.expiresAt <= this.clock.now()) return null
    return { kind: 'invited', url: `${this.config.publicUrl}${addresses.signIn(token)}`, until: momentWords(row.expiresAt, ZONE, language) }
  }

  private async rolesOf(accountId: string, language: Language): Promise<ColleagueRole[]> {
    const { read } = this.transactions
    const now = this.clock.now()
    const grants = (await read.find(RoleGrantEntity, { where: { accountId, revokedAt: IsNull() }, order: { id: 'ASC' } })).filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    const ids = grants.flatMap(({ nodeId }) => nodeId ?? [])
    const kinds = new Map((ids.length === 0 ? [] : await read.findBy(NodeEntity, { id: In(ids) })).map(({ id, kind }) => [id, kind]))
    const titles = await this.titles.of(ids, language)
    const { vocabulary } = words(language)
    const texts = colleagueTexts[language]
    return grants.map(({ role, nodeId, land, expiresAt }) => ({
      role: vocabulary.roles[role],
      where: [
        nodeId === null ? texts.whole : texts[kinds.get(nodeId) ?? 'series'](titles.get(nodeId) ?? ''),
        ...(land === null ? [] : [texts.onlyLand(vocabulary.lands[land])]),
        ...(expiresAt === null ? [] : [texts.until(formatDayShort(language, lastDayBefore(expiresAt, ZONE)))]),
      ],
    }))
  }
}
