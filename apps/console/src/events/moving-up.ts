import type { EventDetail } from '@app/contracts'
import { OPEN_TO_STAFF } from '../participants/views.js'

/**
 * How many people move up from the waiting list when the number of places becomes what was typed. Counted from what the console was told
 * last; people whose companions need seats too may have to wait on.
 */
export function movingUpWith(typed: string, event: Pick<EventDetail, 'state' | 'admission' | 'capacity' | 'taken' | 'waiting'>): number {
  const text = typed.trim()
  // Where staff decides over every place nobody moves up by itself.
  if (event.admission === 'approval' || event.capacity === null || !OPEN_TO_STAFF.includes(event.state) || !/^\d*$/.test(text)) return 0
  if (text === '') return event.waiting
  return Number(text) === event.capacity ? 0 : Math.min(event.waiting, Math.max(0, Number(text) - event.taken))
}
