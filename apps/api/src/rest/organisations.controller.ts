import { Controller, Req } from '@nestjs/common'
import { Organisations } from '@app/contacts'
import { type OrganisationList, type OrganisationView, type Received, operations } from '@app/contracts'
import { Hosts } from '@app/events'
import { Transactions } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

@Controller()
export class OrganisationsController {
  constructor(private readonly transactions: Transactions, private readonly organisations: Organisations, private readonly hosts: Hosts) {}

  @Handles(operations.listOrganisations)
  async list(@Input() { query }: Received<typeof operations.listOrganisations>): Promise<OrganisationList> {
    return { items: await this.hosts.views(query.q) }
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
    return this.hosts.view(id)
  }

  @Handles(operations.updateOrganisation)
  async update(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.updateOrganisation>): Promise<OrganisationView> {
    const actor = accountActor(signedIn.account.id)
    const { host, ...facts } = body
    await this.transactions.run(async (tx) => {
      await this.organisations.update(tx, params.id, facts, actor)
      await this.hosts.save(tx, params.id, host, actor)
    })
    return this.hosts.view(params.id)
  }
}
