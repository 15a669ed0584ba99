import { In } from 'typeorm'
import type { EventHooks } from '@app/events'
import { Problem } from '@app/platform'
import { AttendanceEntity } from './entities/attendance.entity.js'

/** What participants answer when parts of an event go: attendance that was recorded is evidence and stays. */
export const participantsOnEvents: EventHooks = {
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
