import { Module } from '@nestjs/common'
import { ContactsModule } from '@app/contacts'
import { EventsModule } from '@app/events'
import { MailingModule } from '@app/mailing'
import { ParticipantsModule } from '@app/participants'
import { StaffModule } from '@app/staff'
import { NightlyRetention } from './nightly-retention.js'

/** What is done with a person's data over all libraries: deletion when its time is up. */
@Module({ imports: [StaffModule, ContactsModule, EventsModule, ParticipantsModule, MailingModule], providers: [NightlyRetention], exports: [NightlyRetention] })
export class PrivacyModule {}
