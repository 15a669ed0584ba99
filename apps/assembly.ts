import { type ContactHooks, OrganisationEntity, contactHooks, contactsEntities, contactsMigrations } from '@app/contacts'
import { BarrierReportEntity, type EventHooks, eventHooks, eventsEntities, eventsMigrations, eventsOnContacts } from '@app/events'
import { mailingEntities, mailingMigrations, mailingOnParticipants } from '@app/mailing'
import {
  NeedOfferEntity, type ParticipationHooks, QuestionEntity, participantsEntities, participantsMigrations, participantsOnContacts, participantsOnEvents, participationHooks,
} from '@app/participants'
import { InstallationEntity, Nothing, type Schema, platformEntities, platformMigrations } from '@app/platform'
import { NodeEntity, NodeLandEntity, staffEntities, staffMigrations } from '@app/staff'

/** The whole schema, in the order of the libraries: a table stands behind those it points at. */
export const schema: Schema = {
  entities: [...platformEntities, ...staffEntities, ...contactsEntities, ...eventsEntities, ...participantsEntities, ...mailingEntities],
  migrations: [...platformMigrations, ...staffMigrations, ...contactsMigrations, ...eventsMigrations, ...participantsMigrations, ...mailingMigrations],
  // A report of a barrier changes no page, and everybody may send one.
  shown: [...eventsEntities.filter((entity) => entity !== BarrierReportEntity), NodeEntity, NodeLandEntity, OrganisationEntity, InstallationEntity, QuestionEntity, NeedOfferEntity],
}

/** Who answers which hook; the compiler finds a library that was left out. */
interface Declared {
  contacts: ContactHooks
  events: EventHooks
  participants: ParticipationHooks
}

interface RightOf {
  contacts: 'events' | 'participants' | 'workshops' | 'mailing'
  events: 'participants' | 'workshops' | 'mailing'
  participants: 'workshops' | 'mailing'
}

type Assembly = { [L in keyof Declared]: { [R in RightOf[L]]: Declared[L] | Nothing } }

/** Joins the hooks, left to right. Called once by every app before anything is written. */
export function joinHooks(): void {
  const noSeats = new Nothing('agenda items have no seats of their own yet')
  const byOutbox = new Nothing('letters follow through the outbox, after the commit')
  const nobody = new Nothing('it keeps nothing about contacts')
  const assembly: Assembly = {
    contacts: { events: eventsOnContacts, participants: participantsOnContacts, workshops: nobody, mailing: nobody },
    events: { participants: participantsOnEvents, workshops: noSeats, mailing: byOutbox },
    participants: { workshops: noSeats, mailing: mailingOnParticipants },
  }
  contactHooks.join(Object.values(assembly.contacts))
  eventHooks.join(Object.values(assembly.events))
  participationHooks.join(Object.values(assembly.participants))
}
