import { Inject, Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type Language, addresses } from '@app/contracts'
import { OrganisationEntity } from '@app/contacts'
import { EventLookup, FundingEntity, HostEntity, Hosts } from '@app/events'
import { CONFIG, type Config, Transactions } from '@app/platform'
import { Tree } from '@app/staff'
import type { MailHost } from '../domain/mail-facts.js'

const PRODUCT = 'Dialogwerk'
/** An imprint belongs in a footer: its first lines, the rest stands behind the link. */
const IMPRINT_LINES = 10

/** Reads who answers for an event towards the reader of a mail: the leading host, its imprint, the claims of the funders. */
@Injectable()
export class HostFactsReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventLookup,
    private readonly tree: Tree,
    private readonly hosts: Hosts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A host without texts is shown by the name and address of its organisation, an event without host by the sender of MAIL_FROM. */
  async read(eventId: string, language: Language): Promise<MailHost> {
    const claim = await this.claimOf(eventId)
    const [host] = await this.events.hostsOf(eventId)
    return host ? this.of(host, language, claim) : this.nobody(language, claim)
  }

  /** Who runs this installation, towards a colleague. */
  async ofInstallation(language: Language): Promise<MailHost> {
    const shown = await this.hosts.ofInstallation()
    const host = shown && (await this.transactions.read.findOneBy(HostEntity, { slug: shown.slug }))
    return host ? this.of(host, language, null) : this.nobody(language, null)
  }

  /** One host, whatever it invites to. */
  ofHost(host: HostEntity, language: Language): Promise<MailHost> {
    return this.of(host, language, null)
  }

  private async of(host: HostEntity, language: Language, claim: string | null): Promise<MailHost> {
    const organisation = await this.transactions.read.findOneByOrFail(OrganisationEntity, { id: host.organisationId })
    const link = (page: 'imprint' | 'privacy' | 'accessibility') => `${this.config.publicUrl}${addresses.legal(language, host.slug, page)}`
    return {
      name: organisation.name,
      senderName: host.senderName ?? organisation.name,
      senderContact: host.senderEmail,
      claim,
      imprintLines: imprintLines(host.imprint) ?? [organisation.name, ...addressOf(organisation)],
      imprintUrl: link('imprint'),
      privacyUrl: link('privacy'),
      accessibilityUrl: link('accessibility'),
    }
  }

  /** Claims of the event and of what stands above it, word for word, each once. */
  private async claimOf(eventId: string): Promise<string | null> {
    const above = await this.tree.ancestry(eventId)
    if (above.length === 0) return null
    const rows = await this.transactions.read.find(FundingEntity, { where: { nodeId: In(above) }, order: { id: 'ASC' } })
    const claims = rows.sort((a, b) => above.indexOf(a.nodeId) - above.indexOf(b.nodeId)).flatMap(({ claim }) => (claim ? [claim] : []))
    return [...new Set(claims)].join(' ') || null
  }

  private nobody(language: Language, claim: string | null): MailHost {
    const name = this.config.mailFrom.name || PRODUCT
    const home = `${this.config.publicUrl}${addresses.home(language)}`
    return { name, senderName: name, claim, imprintLines: [name], imprintUrl: home, privacyUrl: home, accessibilityUrl: home }
  }
}

function imprintLines(text: string | null): string[] | null {
  const lines = (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.length === 0 ? null : lines.slice(0, IMPRINT_LINES)
}

function addressOf({ street, postcode, city }: OrganisationEntity): string[] {
  const town = [postcode, city].filter(Boolean).join(' ')
  const line = [street, town].filter(Boolean).join(', ')
  return line === '' ? [] : [line]
}
