import { Injectable } from '@nestjs/common'
import type { OrganisationInput } from '@app/contracts'
import { Organisations } from '@app/contacts'
import { type HostFacts, Hosts, Notices } from '@app/events'
import type { Tx } from '@app/platform'
import type { Actor } from '@app/staff'
import { inventedHost, inventedHostNotices } from './texts/invented-host.js'
import { realHostPrivacyInEnglish, realHostTexts } from './texts/real-host.js'

type OrganisationDetails = Partial<Omit<OrganisationInput, 'name' | 'host'>>

const NO_DETAILS: Omit<OrganisationInput, 'name' | 'host'> = { shortName: null, land: null, street: null, postcode: null, city: null }

/** Organisations of the demo in the address book, each once, and those of them that answer for events. */
@Injectable()
export class OrganisationBook {
  constructor(private readonly organisations: Organisations, private readonly hosts: Hosts, private readonly notices: Notices) {}

  /** Writes down those whose names are not in `known` yet, and adds them to it. */
  async add(tx: Tx, known: Map<string, string>, names: readonly string[], actor: Actor, details: OrganisationDetails = {}): Promise<void> {
    for (const name of names) {
      if (!known.has(name)) known.set(name, await this.organisations.create(tx, { ...NO_DETAILS, ...details, name }, actor))
    }
  }

  /** Makes a real body a host whose texts say that it has nothing to do with this installation. */
  async realHost(tx: Tx, organisationId: string, name: string, actor: Actor): Promise<void> {
    const ownerId = await this.host(tx, organisationId, realHostTexts(name), actor)
    await this.notices.save(tx, { kind: 'privacy', ownerId, language: 'en', body: realHostPrivacyInEnglish(name) }, actor)
  }

  /** The invented host with complete texts. @returns id of its organisation */
  async inventedHost(tx: Tx, actor: Actor): Promise<string> {
    const { organisation, ...texts } = inventedHost
    const organisationId = await this.organisations.create(tx, organisation, actor)
    const ownerId = await this.host(tx, organisationId, texts, actor)
    for (const notice of inventedHostNotices) await this.notices.save(tx, { ownerId, ...notice }, actor)
    return organisationId
  }

  private async host(tx: Tx, organisationId: string, facts: HostFacts, actor: Actor): Promise<string> {
    const id = await this.hosts.save(tx, organisationId, facts, actor)
    if (id === null) throw new Error('A host with texts was not saved.')
    return id
  }
}
