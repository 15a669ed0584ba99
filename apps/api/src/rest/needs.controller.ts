import { Readable } from 'node:stream'
import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import type { Response } from 'express'
import { type NeedsCounts, type NeedsList, type Received, operations } from '@app/contracts'
import { EventLookup } from '@app/events'
import { words } from '@app/i18n'
import { Needs, NeedsSheet, Readings } from '@app/participants'
import { Problem } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { attachment } from '../http/attachment.js'
import { Handles, Input } from '../http/operation.js'

/** What people of an event need: in numbers for whoever books it, by name for the role needs (C7). */
@Controller()
export class NeedsController {
  constructor(private readonly events: EventLookup, private readonly needs: Needs, private readonly sheet: NeedsSheet, private readonly readings: Readings) {}

  @Handles(operations.countNeeds)
  counts(@Input() { params }: Received<typeof operations.countNeeds>): Promise<NeedsCounts> {
    return this.needs.counts(params.id)
  }

  @Handles(operations.listNeeds)
  async list(@Req() { signedIn }: StaffRequest, @Input() { params }: Received<typeof operations.listNeeds>): Promise<NeedsList> {
    const items = await this.needs.list(params.id)
    await this.readings.list('reading.needs', params.id, items.length, accountActor(signedIn.account.id))
    return { items }
  }

  @Handles(operations.needsCsv)
  async csv(@Req() { signedIn }: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params }: Received<typeof operations.needsCsv>): Promise<StreamableFile> {
    const event = await this.events.eventForRegistration(params.id)
    if (!event || event.id !== params.id) throw new Problem('not_found')
    const { id, language } = signedIn.account
    const { text, people } = await this.sheet.csv(params.id, language)
    await this.readings.list('reading.needs_csv', params.id, people, accountActor(id))
    attachment(response, `${words(language).sheet.needs.file}-${event.slug}.csv`, operations.needsCsv.answer)
    return new StreamableFile(Readable.from([text]))
  }
}
