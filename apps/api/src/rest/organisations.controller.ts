import { Controller, Req } from '@nestjs/common'
import { Organisations } from '@app/contacts'
import { type OrganisationList, type OrganisationView, type Received, operations } from '@app/contracts'
import { Hosts, OrganisationReach, type OrganisationWithHost } from '@app/events'
import { Problem, Transactions } from '@app/platform'
import { type Rights, accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

/** The address book of organisations: one for everybody, changed by whoever is responsible wherever an organisation has a part. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly hosts: Hosts,
    private readonly reach: OrganisationReach,
  ) {}

  @Handles(operations.listOrganisations)
  async list(@Req() { signedIn }: StaffRequest, @Input() { query }: Received<typeof operations.listOrganisations>): Promise<OrganisationList> {
    return { items: await this.withRights(signedIn.rights, await this.hosts.views(query.q)) }
  }

  @Handles(operations.createOrganisation)
  async create(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.createOrganisation>): Promise<OrganisationView> {
    const actor = accountActor(signedIn.account.id)
    const { host, ...facts } = body
    const id = await this.transactions.run(async (tx) => {
      const created = await this.organisations.create(tx, facts, actor)
      await this.hosts.save(tx, created, host, actor)
      return created
    })
    return this.view(signedIn.rights, id)
  }

  @Handles(operations.updateOrganisation)
  async update(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.updateOrganisation>): Promise<OrganisationView> {
    const { account, rights } = signedIn
    const actor = accountActor(account.id)
    const { host, expectedRevision, ...facts } = body
    await this.transactions.run(async (tx) => {
      const outside = await this.reach.outside(tx.db, rights.scope('organisations.write'), [params.id])
      if (outside.size > 0) throw new Problem('used_elsewhere')
      await this.organisations.update(tx, params.id, facts, actor, expectedRevision)
      await this.hosts.save(tx, params.id, host, actor)
    })
    return this.view(rights, params.id)
  }

  private async view(rights: Rights, id: string): Promise<OrganisationView> {
    return (await this.withRights(rights, [await this.hosts.view(id)]))[0]!
  }

  private async withRights(rights: Rights, organisations: OrganisationWithHost[]): Promise<OrganisationView[]> {
    const scope = rights.scope('organisations.write')
    const outside = await this.reach.outside(this.transactions.read, scope, organisations.map(({ id }) => id))
    return organisations.map((organisation) => ({ ...organisation, mayChange: !scope.isEmpty && !outside.has(organisation.id) }))
  }
}
