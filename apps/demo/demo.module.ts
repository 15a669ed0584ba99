import { Module } from '@nestjs/common'
import { ContactsModule } from '@app/contacts'
import { EventsModule } from '@app/events'
import { ParticipantsModule } from '@app/participants'
import { StaffModule } from '@app/staff'
import { DemoLoader } from './demo-loader.js'
import { InventedRegistrations } from './invented-registrations.js'
import { InventedSeries } from './invented-series.js'
import { OrganisationBook } from './organisation-book.js'
import { RealEvents } from './real-events.js'

/** The demo data of the product; the api loads it at its first start, the command line on request. */
@Module({
  imports: [StaffModule, ContactsModule, EventsModule, ParticipantsModule],
  providers: [DemoLoader, RealEvents, InventedSeries, InventedRegistrations, OrganisationBook],
  exports: [DemoLoader],
})
export class DemoModule {}
