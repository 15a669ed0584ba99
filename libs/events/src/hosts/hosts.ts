import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Language, OrganisationInput, OrganisationView, PublicHost } from '@app/contracts'
import { OrganisationEntity, Organisations } from '@app/contacts'
import { Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { HostEntity } from '../entities/host.entity.js'
import { freeSlug } from '../free-slug.js'
import { Notices } from './notices.js'

/** What makes an organisation a responsible host; the texts are those a host must show (imprint, information text, accessibility). */
export type HostFacts = NonNullable<OrganisationInput['host']> & { legalForm?: string; senderEmail?: string | null; website?: string | null }

export interface PublicHostTexts {
  host: PublicHost
  imprint: string | null
  privacy: string | null
  accessibility: string | null
}

const DEFAULT_LEGAL_FORM = 'oeffentlich'

/** Organisations that answer for events: one host row each, with its own address in the web. */
@Injectable()
export class Hosts {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly organisations: Organisations,
    private readonly notices: Notices,
  ) {}

  /**
   * Makes the organisation a host or changes what it shows. A privacy text becomes a new version of the notice `privacy` in German;
   * registrations point at the version they were shown. `null` changes nothing: a host is never deleted.
   * @returns id of the host row, or null
   * @throws Problem `not_found` when there is no such organisation
   */
  async save(tx: Tx, organisationId: string, host: HostFacts | null, actor: Actor): Promise<string | null> {
    if (host === null) return null
    const organisation = await tx.db.findOneBy(OrganisationEntity, { id: organisationId })
    if (!organisation) throw new Problem('not_found')
    const before = await tx.db.findOneBy(HostEntity, { organisationId })
    const id = before?.id ?? newId()
    const columns = {
      imprint: host.imprint,
      privacy: host.privacy,
      accessibility: host.accessibility,
      senderName: host.senderName,
      ...(host.legalForm === undefined ? {} : { legalForm: host.legalForm }),
      ...(host.senderEmail === undefined ? {} : { senderEmail: host.senderEmail }),
      ...(host.website === undefined ? {} : { website: host.website }),
    }
    if (before) await tx.db.update(HostEntity, { id }, columns)
    else {
      const slug = await freeSlug(tx, HostEntity, organisation.name, 'gastgeber')
      await tx.db.insert(HostEntity, { id, organisationId, legalForm: DEFAULT_LEGAL_FORM, slug, colours: {}, ...columns })
    }
    await this.audit.record(tx, { actor, action: before ? 'host.update' : 'host.create', subject: { kind: 'host', id }, change: { organisationId, ...lengthsOf(columns) } })
    if (host.privacy !== null) await this.notices.save(tx, { kind: 'privacy', ownerId: id, language: 'de', body: host.privacy }, actor)
    return id
  }

  /** Organisations with what they show as hosts. */
  async views(q?: string): Promise<OrganisationView[]> {
    return this.viewsOf(await this.organisations.list(q))
  }

  /** @throws Problem `not_found`. */
  async view(organisationId: string): Promise<OrganisationView> {
    const [view] = await this.viewsOf([...(await this.organisations.byIds([organisationId])).values()])
    if (!view) throw new Problem('not_found')
    return view
  }

  /** The legal pages of a host by its address, in the language asked for where there is such a version. */
  async publicHost(slug: string, language: Language): Promise<PublicHostTexts | null> {
    const host = await this.transactions.read.findOneBy(HostEntity, { slug })
    if (!host) return null
    const organisation = await this.transactions.read.findOneByOrFail(OrganisationEntity, { id: host.organisationId })
    const privacy = await this.notices.current(this.transactions.read, 'privacy', host.id, language)
    return {
      host: publicHostOf(host, organisation.name),
      imprint: host.imprint,
      privacy: privacy?.body ?? host.privacy,
      accessibility: host.accessibility,
    }
  }

  private async viewsOf(organisations: OrganisationEntity[]): Promise<OrganisationView[]> {
    const ids = organisations.map(({ id }) => id)
    const hosts = ids.length === 0 ? [] : await this.transactions.read.findBy(HostEntity, { organisationId: In(ids) })
    return organisations.map(({ id, name, shortName, land, street, postcode, city }) => {
      const host = hosts.find(({ organisationId }) => organisationId === id)
      return {
        id, name, shortName, land: land as OrganisationView['land'], street, postcode, city,
        host: host
          ? { slug: host.slug, imprint: host.imprint, privacy: host.privacy, accessibility: host.accessibility, senderName: host.senderName }
          : null,
      }
    })
  }
}

export function publicHostOf(host: HostEntity, name: string): PublicHost {
  return { slug: host.slug, name, hasImprint: host.imprint !== null, hasPrivacy: host.privacy !== null, hasAccessibility: host.accessibility !== null }
}

/** The audit log names what changed; long texts stay where they are. */
function lengthsOf(columns: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(columns).map(([key, text]) => [key, text !== null && text.length > 300 ? `${text.slice(0, 300)}…` : text]))
}
