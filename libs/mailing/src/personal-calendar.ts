import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, Clock, type Config, Transactions } from '@app/platform'
import { organiserAddress } from './delivery/postage.js'
import { deliverableAddress } from './domain/mail-address.js'
import { CalendarEntryEntity } from './entities/calendar-entry.entity.js'
import { MailFactsReader } from './facts/mail-facts-reader.js'

/** The calendar entry of one person as a file, for those whose mail system strips attachments: same UID, so that it is one entry. */
@Injectable()
export class PersonalCalendar {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly facts: MailFactsReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns null without a confirmed place, a date, or before the letter with the entry has been written. */
  async fileFor(participationId: string): Promise<string | null> {
    const read = await this.facts.read(participationId)
    if (typeof read === 'string' || read.participation.place !== 'confirmed') return null
    const entry = await this.transactions.read.findOneBy(CalendarEntryEntity, { participationId, itemKey: read.event.id, status: 'confirmed' })
    // Imported with the first file: the start of the server does not wait for the calendar library.
    const { calendarDraft } = await import('./compose/message.js')
    const draft = calendarDraft('place_confirmed', read.facts)
    if (!entry || !draft) return null
    const { host, person } = read.facts
    return draft.fill({
      uid: entry.uid,
      sequence: entry.sequence,
      method: 'REQUEST',
      status: 'CONFIRMED',
      stampedAt: this.clock.now().toISOString(),
      organiserAddress: organiserAddress(this.config, entry.uid),
      organiserName: host.senderName,
      attendeeAddress: deliverableAddress(person.email),
      attendeeName: person.displayName,
    })
  }
}
