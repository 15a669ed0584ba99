import { Readable } from 'node:stream'
import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import type { Response } from 'express'
import { type Language, type ParticipantPage, type ParticipantRow, type Received, operations } from '@app/contracts'
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
    const { event, language } = await this.begin(request, params.id, query, 'csv')
    const pieces = await begun(this.sheets.csv(event, query, query.columns, language))
    nameFile(response, event, language, operations.attendanceCsv, 'csv')
    return new StreamableFile(Readable.from(pieces))
  }

  @Handles(operations.attendanceXlsx)
  async xlsx(@Req() request: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params, query }: Received<typeof operations.attendanceXlsx>): Promise<StreamableFile> {
    const { event, language } = await this.begin(request, params.id, query, 'xlsx')
    const file = await this.sheets.xlsx(event, query, query.columns, language)
    nameFile(response, event, language, operations.attendanceXlsx, 'xlsx')
    return new StreamableFile(file)
  }

  /** Every list that leaves the house is written down before: by whom, which columns, filtered by what. What was searched for may be a name and is left out. */
  private async begin({ signedIn, may }: StaffRequest, eventId: string, query: Received<Export>['query'], format: 'csv' | 'xlsx') {
    // The list for the door holds no addresses; everything that stands on screen is for those who may see it there.
    if (query.columns === 'all' && !may.includes('people.read')) throw new Problem('forbidden')
    const event = await this.event(eventId)
    const { language, id } = signedIn.account
    const { columns, ...filter } = query
    const filters = Object.entries(filter).filter(([, value]) => value !== undefined && value.length > 0).map(([key]) => key)
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actor: accountActor(id), action: `attendance.export_${format}`, subject: { kind: 'event', id: eventId }, nodeId: eventId, change: { format, columns, filters },
      }),
    )
    return { event, language }
  }

  private async event(id: string): Promise<EventForRegistration> {
    const event = await this.events.eventForRegistration(id)
    if (!event || event.id !== id) throw new Problem('not_found')
    return event
  }
}

/** The file says what it is. Only once it is there: a refusal must not be saved as a list. */
function nameFile(response: Response, event: EventForRegistration, language: Language, operation: Export, ending: string): void {
  const name = `${words(language).sheet.attendance}-${event.slug}.${ending}`.toLowerCase()
  response.setHeader('content-type', operation.answer)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
}

/** The pieces once heading and first row are there: what fails until then is answered as a problem, not by a file that breaks off. */
async function begun(pieces: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
  const first = [await pieces.next(), await pieces.next()].flatMap(({ done, value }) => (done === true ? [] : [value]))
  return (async function* () {
    yield* first
    yield* pieces
  })()
}
