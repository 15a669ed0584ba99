import { Module } from '@nestjs/common'
import { ContactsModule } from '@app/contacts'
import { StaffModule } from '@app/staff'
import { assertEventMachine } from './domain/event-machine.js'
import { AgendaRows } from './editing/agenda-rows.js'
import { EventBirth } from './editing/event-birth.js'
import { EventEditing } from './editing/event-editing.js'
import { EventFacts } from './editing/event-facts.js'
import { EventMoves } from './editing/event-moves.js'
import { RelyingEvents } from './editing/relying-events.js'
import { Roles } from './editing/roles.js'
import { SeriesEditing } from './editing/series-editing.js'
import { SheetReader } from './editing/sheet-reader.js'
import { SheetWriter } from './editing/sheet-writer.js'
import { EventClockwork } from './event-clockwork.js'
import { Formats } from './formats.js'
import { BarrierReports } from './hosts/barrier-reports.js'
import { Hosts } from './hosts/hosts.js'
import { Notices } from './hosts/notices.js'
import { OrganisationReach } from './hosts/organisation-reach.js'
import { EventBundles } from './programme/event-bundles.js'
import { EventLookup } from './programme/event-lookup.js'
import { EventPage } from './programme/event-page.js'
import { EventViews } from './programme/event-views.js'
import { NodeFacts } from './programme/node-facts.js'
import { NodeTitles } from './programme/node-titles.js'
import { ProgrammeRevisions } from './programme/programme-revisions.js'
import { Programme } from './programme/programme.js'
import { Responsible } from './programme/responsible.js'
import { SeriesViews } from './programme/series-views.js'
import { StaffFacts } from './programme/staff-facts.js'
import { EventEnds } from './retention/event-ends.js'
import { EventsRetention } from './retention/events-retention.js'

const offered = [
  BarrierReports, Formats, Hosts, Notices, OrganisationReach, SeriesEditing, EventEditing, EventFacts, Programme, ProgrammeRevisions, EventViews, SeriesViews, NodeTitles, EventLookup,
  EventClockwork, EventEnds, EventsRetention,
]
const inside = [AgendaRows, EventBirth, EventBundles, EventMoves, EventPage, NodeFacts, RelyingEvents, Responsible, Roles, SheetReader, SheetWriter, StaffFacts]

@Module({ imports: [StaffModule, ContactsModule], providers: [...offered, ...inside], exports: offered })
export class EventsModule {
  constructor() {
    assertEventMachine()
  }
}
