import { join } from 'node:path'
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { EventsModule } from '@app/events'
import { ParticipantsModule } from '@app/participants'
import { CONFIG, Clock, type Config } from '@app/platform'
import { StaffModule } from '@app/staff'
import { Audiences } from './audience/audiences.js'
import { BarrierLetters } from './barriers/barrier-letters.js'
import { CalendarEntries } from './calendar-entries/calendar-entries.js'
import { ColleagueFactsReader } from './colleagues/colleague-facts.js'
import { ColleagueLetters } from './colleagues/colleague-letters.js'
import { ColleaguePost } from './colleagues/colleague-post.js'
import { DELIVERY, type Delivery } from './delivery/delivery.js'
import { dkimSigner } from './delivery/dkim.js'
import { MailDirectory } from './delivery/mail-directory.js'
import { SmtpDelivery } from './delivery/smtp-delivery.js'
import { StoredMails } from './delivery/stored-mails.js'
import { EventFactsReader } from './facts/event-facts.js'
import { HostFactsReader } from './facts/host-facts.js'
import { KnownEvents } from './facts/known-events.js'
import { MailFactsReader } from './facts/mail-facts-reader.js'
import { AddressBlocks } from './handlers/address-blocks.js'
import { EventFanOut } from './handlers/event-fan-out.js'
import { LetterBeginnings } from './handlers/letter-beginnings.js'
import { LetterSender } from './handlers/letter-sender.js'
import { MailHandlers } from './handlers/mail-handlers.js'
import { MessageMarks } from './handlers/message-marks.js'
import { OutboxAgain } from './outbox-view/outbox-again.js'
import { OutboxView } from './outbox-view/outbox-view.js'
import { PersonalCalendar } from './personal-calendar.js'
import { MailingRetention } from './retention/mailing-retention.js'

/** Where the built-in mailbox keeps its mails. */
const folderOf = (config: Config) => join(config.dataDir, 'mail')

/** Mails about registrations, and to colleagues: through SMTP_URL, or into the built-in mailbox where none is set. */
@Module({
  imports: [StaffModule, EventsModule, ParticipantsModule],
  providers: [
    {
      provide: DELIVERY,
      useFactory: (config: Config, clock: Clock): Delivery =>
        config.smtpUrl === null ? new MailDirectory(folderOf(config), clock) : new SmtpDelivery(config.smtpUrl, clock, undefined, dkimSigner(config.dkim), config.limits.mailConnections),
      inject: [CONFIG, Clock],
    },
    { provide: StoredMails, useFactory: (config: Config) => new StoredMails(folderOf(config)), inject: [CONFIG] },
    AddressBlocks, Audiences, BarrierLetters, CalendarEntries, ColleaguePost, ColleagueFactsReader, ColleagueLetters, EventFactsReader, EventFanOut, HostFactsReader, KnownEvents, LetterBeginnings, LetterSender, MailFactsReader, MailHandlers, MailingRetention, MessageMarks, OutboxAgain, OutboxView, PersonalCalendar,
  ],
  exports: [MailHandlers, MailingRetention, StoredMails, AddressBlocks, Audiences, OutboxAgain, OutboxView, PersonalCalendar],
})
export class MailingModule implements OnApplicationShutdown {
  constructor(@Inject(DELIVERY) private readonly delivery: Delivery) {}

  onApplicationShutdown(): Promise<void> {
    return this.delivery.close()
  }
}
