import { Controller, Req } from '@nestjs/common'
import { type BarrierReportList, type BarrierReportView, type Received, operations } from '@app/contracts'
import { BarrierReports } from '@app/events'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

/** Reported barriers: read and closed by whoever may change the texts of the host. */
@Controller()
export class BarriersController {
  constructor(private readonly reports: BarrierReports) {}

  @Handles(operations.listBarrierReports)
  list(@Req() { signedIn }: StaffRequest): Promise<BarrierReportList> {
    return this.reports.list(signedIn.rights.scope('organisations.write'))
  }

  @Handles(operations.closeBarrierReport)
  close(@Req() { signedIn }: StaffRequest, @Input() { params }: Received<typeof operations.closeBarrierReport>): Promise<BarrierReportView> {
    return this.reports.close(params.id, signedIn.rights.scope('organisations.write'), accountActor(signedIn.account.id))
  }
}
