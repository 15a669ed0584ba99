import { Controller, Req } from '@nestjs/common'
import { type FormatList, type Received, type SeriesView, type SeriesViewList, operations } from '@app/contracts'
import { Formats, SeriesEditing, SeriesViews } from '@app/events'
import { Transactions } from '@app/platform'
import { Gate, accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

@Controller()
export class SeriesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: SeriesEditing,
    private readonly views: SeriesViews,
    private readonly formats: Formats,
    private readonly gate: Gate,
  ) {}

  @Handles(operations.listFormats)
  async listFormats(): Promise<FormatList> {
    return { items: await this.formats.list() }
  }

  @Handles(operations.listStaffSeries)
  async list(@Req() { signedIn }: StaffRequest): Promise<SeriesViewList> {
    return { items: await this.views.list(signedIn.rights) }
  }

  @Handles(operations.createSeries)
  async create(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.createSeries>): Promise<SeriesView> {
    const { account, rights } = signedIn
    const id = await this.transactions.run(async (tx) => {
      const created = await this.editing.create(tx, body, accountActor(account.id))
      await this.gate.assertDestination(tx, rights, 'programme.write', created)
      return created
    })
    return this.views.one(rights, id)
  }

  @Handles(operations.updateSeries)
  async update(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.updateSeries>): Promise<SeriesView> {
    const { expectedRevision, ...facts } = body
    await this.transactions.run((tx) => this.editing.update(tx, params.id, facts, accountActor(signedIn.account.id), expectedRevision))
    return this.views.one(signedIn.rights, params.id)
  }
}
