import { Injectable } from '@nestjs/common'
import { In, IsNull, Not } from 'typeorm'
import {
  CONSENT_PURPOSES, type Jurisdiction, LANGUAGES, type Land, type Language, type OrganisationInput, type OrganisationView, type PublicHost, jurisdictionOf,
} from '@app/contracts'
import { OrganisationEntity, Organisations, checkEmail } from '@app/contacts'
import { words } from '@app/i18n'
import { InstallationEntity, Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { RelyingEvents } from '../editing/relying-events.js'
import { HostEntity } from '../entities/host.entity.js'
import { insertWithSlug } from '../free-slug.js'
import { Notices } from './notices.js'

type HostInput = NonNullable<OrganisationInput['host']>

/** What makes an organisation a responsible host; the texts are those a host must show (imprint, information text, accessibility). */
export type HostFacts = Pick<HostInput, 'imprint' | 'privacy' | 'accessibility' | 'senderName'> & Partial<HostInput> & { legalForm?: string; website?: string | null }

/** What everybody with a right to the address book reads; whether they may change it depends on who asks. */
export type OrganisationWithHost = Omit<OrganisationView, 'mayChange'>

export interface PublicHostTexts {
  host: PublicHost
  imprint: string | null
  privacy: string | null
  accessibility: string | null
  /** Leichte Sprache. */
  easy: string | null
  /** Who reads reports of barriers, if the host named an address of its own. */
  contact: string | null
  jurisdiction: Jurisdiction | null
  /** Who arbitrates, in the host's own words. */
  arbitration: string | null
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
    private readonly relying: RelyingEvents,
  ) {}

  /**
   * Makes the organisation a host or changes what it shows. A privacy text becomes a new version of the notice `privacy` in German, and a
   * new host starts with the wordings of consent that ship; registrations point at the versions they were shown. `null` changes
   * nothing: a host is never deleted.
   * @returns id of the host row, or null
   * @throws Problem `not_found` when there is no such organisation; `invalid` when imprint or privacy text would be emptied, because
   * events that are public rely on them, or when the address is none
   */
  async save(tx: Tx, organisationId: string, host: HostFacts | null, actor: Actor): Promise<string | null> {
    if (host === null) return null
    const organisation = await tx.db.findOneBy(OrganisationEntity, { id: organisationId })
    if (!organisation) throw new Problem('not_found')
    const before = await tx.db.findOneBy(HostEntity, { organisationId })
    const columns = columnsOf(host)
    const emptied = (['imprint', 'privacy'] as const).filter((field) => before && before[field] !== null && columns[field] === null)
    if (emptied.length > 0) {
      const event = await this.relying.nameOfOne(tx, organisationId)
      const error = event === null ? { code: 'field.required' } : { code: 'field.host_text_needed', params: { host: organisation.name, event } }
      throw new Problem('invalid', {}, emptied.map((field) => ({ pointer: `/host/${field}`, ...error })))
    }
    if (host.senderEmail) assertEmail(host.senderEmail)
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
      easy: host.easyLanguage,
      contact: host.senderEmail,
      jurisdiction: jurisdictionOf(host.jurisdiction, organisation.land as Land | null),
      arbitration: host.arbitration,
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
    const versions = await this.notices.versions(this.transactions.read, 'privacy', hosts.map((host) => host.id), 'de')
    return organisations.map(({ id, revision, name, shortName, land, street, postcode, city }) => {
      const host = hosts.find(({ organisationId }) => organisationId === id)
      return {
        id, revision, name, shortName, land: land as OrganisationView['land'], street, postcode, city,
        host: host
          ? {
              slug: host.slug, imprint: host.imprint, privacy: host.privacy, privacyVersion: versions.get(host.id) ?? null, accessibility: host.accessibility, senderName: host.senderName,
              senderEmail: host.senderEmail, jurisdiction: host.jurisdiction, arbitration: host.arbitration, easyLanguage: host.easyLanguage, signVideoUrl: host.signVideoUrl,
            }
          : null,
      }
    })
  }
}

export function publicHostOf(host: HostEntity, name: string): PublicHost {
  return {
    slug: host.slug, name, hasImprint: host.imprint !== null, hasPrivacy: host.privacy !== null, hasAccessibility: host.accessibility !== null,
    hasEasyLanguage: host.easyLanguage !== null, signVideoUrl: host.signVideoUrl,
  }
}

const OPTIONAL = ['legalForm', 'senderEmail', 'website', 'jurisdiction', 'arbitration', 'easyLanguage', 'signVideoUrl'] as const

/** What is not said stays as it is. */
function columnsOf(host: HostFacts) {
  const { imprint, privacy, accessibility, senderName } = host
  const said = Object.fromEntries(OPTIONAL.flatMap((column) => (host[column] === undefined ? [] : [[column, host[column]]])))
  return { imprint, privacy, accessibility, senderName, ...(said as Partial<Pick<HostFacts, (typeof OPTIONAL)[number]>>) }
}

function assertEmail(address: string): void {
  const problem = checkEmail(address)
  if (problem) throw new Problem('invalid', {}, [{ pointer: '/host/senderEmail', code: `field.email_${problem}` }])
}

/** The audit log names what changed; of long texts the beginning, the versions themselves are kept as notices. */
function shortened(columns: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(columns).map(([key, text]) => [key, text !== null && text.length > 300 ? `${text.slice(0, 300)}…` : text]))
}
