import { Module } from '@nestjs/common'
import { ContactsModule } from '@app/contacts'
import { EventsModule } from '@app/events'
import { MailingModule } from '@app/mailing'
import { ParticipantsModule } from '@app/participants'
import { StaffModule } from '@app/staff'
import { ErasurePlans } from './erasure-plans.js'
import { NightlyRetention } from './nightly-retention.js'
import { PersonErasure } from './person-erasure.js'
import { PersonExports } from './person-export.js'
import { People } from './person.js'
import { Resealing } from './resealing.js'

/** What is done with a person's data over all libraries: what is known is told, forgotten when asked for, and deleted when its time is up. */
const offered = [ErasurePlans, NightlyRetention, People, PersonErasure, PersonExports, Resealing]

@Module({ imports: [StaffModule, ContactsModule, EventsModule, ParticipantsModule, MailingModule], providers: offered, exports: offered })
export class PrivacyModule {}
