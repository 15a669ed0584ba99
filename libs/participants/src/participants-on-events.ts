import { In } from 'typeorm'
import type { EventHooks } from '@app/events'
import { Problem } from '@app/platform'
import { AttendanceEntity } from './entities/attendance.entity.js'
import { writeQuestions } from './questions/question-rows.js'

/** What participants do when an event comes: it asks what its format asks. When parts of it go: attendance that was recorded is evidence and stays. */
export const participantsOnEvents: EventHooks = {
  eventCreated: (tx, { eventId, asks }) => writeQuestions(tx, eventId, asks),

  async itemRemoving(tx, { eventId, itemIds, dayIds }) {
    if (itemIds.length === 0 && dayIds.length === 0) return
    const used = await tx.db.count(AttendanceEntity, {
      where: [
        ...(itemIds.length > 0 ? [{ eventId, agendaItemId: In(itemIds) }] : []),
        ...(dayIds.length > 0 ? [{ eventId, dayId: In(dayIds) }] : []),
      ],
    })
    if (used > 0) throw new Problem('agenda_item_in_use')
  },
}
