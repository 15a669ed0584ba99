import { Module } from '@nestjs/common'
import { ContactsModule } from '@app/contacts'
import { StaffModule } from '@app/staff'
import { assertEventMachine } from './domain/event-machine.js'
import { EventEditing } from './editing/event-editing.js'
import { EventFacts } from './editing/event-facts.js'
import { Roles } from './editing/roles.js'
import { SeriesEditing } from './editing/series-editing.js'
import { EventClockwork } from './event-clockwork.js'
import { Formats } from './formats.js'
import { Hosts } from './hosts/hosts.js'
import { Notices } from './hosts/notices.js'
import { EventLookup } from './programme/event-lookup.js'
import { EventViews } from './programme/event-views.js'
import { Programme } from './programme/programme.js'
import { Responsible } from './programme/responsible.js'

const offered = [Formats, Hosts, Notices, SeriesEditing, EventEditing, EventFacts, Programme, EventViews, EventLookup, EventClockwork]

@Module({ imports: [StaffModule, ContactsModule], providers: [...offered, Roles, Responsible], exports: offered })
export class EventsModule {
  constructor() {
    assertEventMachine()
  }
}
