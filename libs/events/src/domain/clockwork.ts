import type { EventState } from '@app/contracts'
import type { EventStep } from './event-machine.js'
import { type EventDayTimes, beginning, ending } from './registration-window.js'

/** States in which time alone may move an event on. */
export const STATES_IN_TIME: readonly EventState[] = ['inviting', 'closed', 'running']

/** The step that is due now, or null: registration closes, the event begins, the last day is over. */
export function dueStep(
  event: { state: EventState; timeZone: string; closesAt: Date | null; days: readonly EventDayTimes[] }, now: Date,
): EventStep | null {
  const has = (instant: Date | null) => instant !== null && instant <= now
  if (event.state === 'running') return has(ending(event)) ? 'finish' : null
  if (event.state !== 'inviting' && event.state !== 'closed') return null
  if (has(beginning(event))) return 'start'
  return event.state === 'inviting' && has(event.closesAt) ? 'close' : null
}
