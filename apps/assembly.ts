import { contactsEntities, contactsMigrations } from '@app/contacts'
import { eventsEntities, eventsMigrations } from '@app/events'
import { mailingEntities, mailingMigrations } from '@app/mailing'
import { participantsEntities, participantsMigrations } from '@app/participants'
import { type Schema, platformEntities, platformMigrations } from '@app/platform'
import { staffEntities, staffMigrations } from '@app/staff'

/** The whole schema, in the order of the libraries: a table stands behind those it points at. */
export const schema: Schema = {
  entities: [...platformEntities, ...staffEntities, ...contactsEntities, ...eventsEntities, ...participantsEntities, ...mailingEntities],
  migrations: [...platformMigrations, ...staffMigrations, ...contactsMigrations, ...eventsMigrations, ...participantsMigrations, ...mailingMigrations],
}
