import { Readable } from 'node:stream'
import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import type { Response } from 'express'
import { type ParticipantPage, type ParticipantRow, type Received, operations } from '@app/contracts'
import { EventLookup, type EventForRegistration } from '@app/events'
import { words } from '@app/i18n'
import { AttendanceSheets, ParticipantList, StaffRegistrations } from '@app/participants'
import { Problem, Transactions } from '@app/platform'
import { Audit, accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

type Export = typeof operations.attendanceCsv | typeof operations.attendanceXlsx

@Controller()
export class ParticipantsController {
  constructor(
    private readonly events: EventLookup,
    private readonly participants: ParticipantList,
    private readonly staff: StaffRegistrations,
    private readonly sheets: AttendanceSheets,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  @Handles(operations.listParticipants)
  async list(@Input() { params, query }: Received<typeof operations.listParticipants>): Promise<ParticipantPage> {
    await this.event(params.id)
    return this.participants.page(params.id, query)
  }

  @Handles(operations.addParticipant)
  async add(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.addParticipant>): Promise<ParticipantRow> {
    const added = await this.staff.add(params.id, body, accountActor(signedIn.account.id))
    return this.participants.one(params.id, added.id)
  }

  @Handles(operations.editParticipant)
  async edit(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.editParticipant>): Promise<ParticipantRow> {
    await this.staff.edit(params.id, params.participantId, body, accountActor(signedIn.account.id))
    return this.participants.one(params.id, params.participantId)
  }

  @Handles(operations.moveParticipant)
  async move(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.moveParticipant>): Promise<ParticipantRow> {
    await this.staff.move(params.id, params.participantId, body.verb, body.reason, accountActor(signedIn.account.id))
    return this.participants.one(params.id, params.participantId)
  }

  @Handles(operations.attendanceCsv)
  async csv(@Req() request: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params, query }: Received<typeof operations.attendanceCsv>): Promise<StreamableFile> {
    const { event, language } = await this.begin(request, response, params.id, operations.attendanceCsv, 'csv')
    return new StreamableFile(Readable.from(this.sheets.csv(event, query, query.columns, language)))
  }

  @Handles(operations.attendanceXlsx)
  async xlsx(@Req() request: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params, query }: Received<typeof operations.attendanceXlsx>): Promise<StreamableFile> {
    const { event, language } = await this.begin(request, response, params.id, operations.attendanceXlsx, 'xlsx')
    return new StreamableFile(await this.sheets.xlsx(event, query, query.columns, language))
  }

  /** Every list that leaves the house is written down, and the file says what it is. */
  private async begin({ signedIn }: StaffRequest, response: Response, eventId: string, operation: Export, ending: string) {
    const event = await this.event(eventId)
    const { language, id } = signedIn.account
    await this.transactions.run((tx) =>
      this.audit.record(tx, { actor: accountActor(id), action: `attendance.export_${ending}`, subject: { kind: 'event', id: eventId }, nodeId: eventId }),
    )
    const name = `${words(language).sheet.attendance}-${event.slug}.${ending}`.toLowerCase()
    response.setHeader('content-type', operation.answer)
    response.setHeader('content-disposition', `attachment; filename="${name}"`)
    return { event, language }
  }

  private async event(id: string): Promise<EventForRegistration> {
    const event = await this.events.eventForRegistration(id)
    if (!event || event.id !== id) throw new Problem('not_found')
    return event
  }
}
