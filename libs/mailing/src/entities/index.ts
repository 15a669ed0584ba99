import { CalendarEntryEntity } from './calendar-entry.entity.js'
import { MessageEntity } from './message.entity.js'

export {
  CalendarEntryEntity,
  MessageEntity,
}

/** The tables of this library, listed for the data source. */
export const mailingEntities = [
  CalendarEntryEntity,
  MessageEntity,
]
