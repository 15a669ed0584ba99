import { Controller, Req } from '@nestjs/common'
import { type FormatList, type Received, type SeriesView, type SeriesViewList, operations } from '@app/contracts'
import { EventViews, Formats, SeriesEditing } from '@app/events'
import { Transactions } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

@Controller()
export class SeriesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: SeriesEditing,
    private readonly views: EventViews,
    private readonly formats: Formats,
  ) {}

  @Handles(operations.listFormats)
  async listFormats(): Promise<FormatList> {
    return { items: await this.formats.list() }
  }

  @Handles(operations.listStaffSeries)
  async list(): Promise<SeriesViewList> {
    return { items: await this.views.seriesViews() }
  }

  @Handles(operations.createSeries)
  async create(@Req() { signedIn }: StaffRequest, @Input() { body }: Received<typeof operations.createSeries>): Promise<SeriesView> {
    const id = await this.transactions.run((tx) => this.editing.create(tx, body, accountActor(signedIn.account.id)))
    return this.views.seriesView(id)
  }

  @Handles(operations.updateSeries)
  async update(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.updateSeries>): Promise<SeriesView> {
    await this.transactions.run((tx) => this.editing.update(tx, params.id, body, accountActor(signedIn.account.id)))
    return this.views.seriesView(params.id)
  }
}
