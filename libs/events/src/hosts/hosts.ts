import { Injectable } from '@nestjs/common'
import { In, IsNull, Not } from 'typeorm'
import { CONSENT_PURPOSES, LANGUAGES, type Language, type OrganisationInput, type OrganisationView, type PublicHost } from '@app/contracts'
import { OrganisationEntity, Organisations } from '@app/contacts'
import { words } from '@app/i18n'
import { InstallationEntity, Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { HostEntity } from '../entities/host.entity.js'
import { insertWithSlug } from '../free-slug.js'
import { Notices } from './notices.js'

/** What makes an organisation a responsible host; the texts are those a host must show (imprint, information text, accessibility). */
export type HostFacts = NonNullable<OrganisationInput['host']> & { legalForm?: string; senderEmail?: string | null; website?: string | null }

/** What everybody with a right to the address book reads; whether they may change it depends on who asks. */
export type OrganisationWithHost = Omit<OrganisationView, 'mayChange'>

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
   * Makes the organisation a host or changes what it shows. A privacy text becomes a new version of the notice `privacy` in German, and a
   * new host starts with the wordings of consent that ship; registrations point at the versions they were shown. `null` changes
   * nothing: a host is never deleted.
   * @returns id of the host row, or null
   * @throws Problem `not_found` when there is no such organisation; `invalid` when imprint or privacy text would be emptied, because
   * events that are public rely on them
   */
  async save(tx: Tx, organisationId: string, host: HostFacts | null, actor: Actor): Promise<string | null> {
    if (host === null) return null
    const organisation = await tx.db.findOneBy(OrganisationEntity, { id: organisationId })
    if (!organisation) throw new Problem('not_found')
    const before = await tx.db.findOneBy(HostEntity, { organisationId })
    const columns = columnsOf(host)
    const emptied = (['imprint', 'privacy'] as const).filter((field) => before && before[field] !== null && columns[field] === null)
    if (emptied.length > 0) throw new Problem('invalid', {}, emptied.map((field) => ({ pointer: `/host/${field}`, code: 'field.required' })))
    const id = before?.id ?? newId()
    if (before) await tx.db.update(HostEntity, { id }, columns)
    else {
      const row = { id, organisationId, legalForm: DEFAULT_LEGAL_FORM, colours: {}, ...columns }
      await insertWithSlug(tx, HostEntity, organisation.name, 'gastgeber', (slug) => tx.db.insert(HostEntity, { ...row, slug }))
    }
    await this.audit.record(tx, {
      actor, action: before ? 'host.update' : 'host.create', subject: { kind: 'host', id },
      change: { organisationId, ...(before ? { before: shortened(columnsOf(before)) } : {}), after: shortened(columns) },
    })
    if (columns.privacy !== null) await this.notices.save(tx, { kind: 'privacy', ownerId: id, language: 'de', body: columns.privacy }, actor)
    if (!before) await this.addConsents(tx, id, actor)
    return id
  }

  /** Organisations with what they show as hosts. */
  async views(q?: string): Promise<OrganisationWithHost[]> {
    return this.viewsOf(await this.organisations.list(q))
  }

  /** @throws Problem `not_found`. */
  async view(organisationId: string): Promise<OrganisationWithHost> {
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

  /** The wordings that the registration form shows; a consent is kept with the version it was given to (Art. 7 GDPR). */
  private async addConsents(tx: Tx, hostId: string, actor: Actor): Promise<void> {
    for (const language of LANGUAGES) {
      for (const purpose of CONSENT_PURPOSES) {
        const body = words(language).vocabulary.consents[purpose]
        await this.notices.save(tx, { kind: `consent:${purpose}`, ownerId: hostId, language, body }, actor)
      }
    }
  }

  /** Who runs this installation, as far as its own pages must say: the first host with an imprint; in the demo the invented one. */
  async ofInstallation(): Promise<PublicHost | null> {
    const db = this.transactions.read
    const demo = await db.findOneBy(InstallationEntity, { name: 'demo_host' })
    const host = await db.findOne(HostEntity, { where: demo ? { organisationId: demo.value } : { imprint: Not(IsNull()) }, order: { id: 'ASC' } })
    if (!host) return null
    return publicHostOf(host, (await db.findOneByOrFail(OrganisationEntity, { id: host.organisationId })).name)
  }

  private async viewsOf(organisations: OrganisationEntity[]): Promise<OrganisationWithHost[]> {
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

function columnsOf({ imprint, privacy, accessibility, senderName, legalForm, senderEmail, website }: HostFacts) {
  return {
    imprint, privacy, accessibility, senderName,
    ...(legalForm === undefined ? {} : { legalForm }),
    ...(senderEmail === undefined ? {} : { senderEmail }),
    ...(website === undefined ? {} : { website }),
  }
}

/** The audit log names what changed; of long texts the beginning, the versions themselves are kept as notices. */
function shortened(columns: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(columns).map(([key, text]) => [key, text !== null && text.length > 300 ? `${text.slice(0, 300)}…` : text]))
}
