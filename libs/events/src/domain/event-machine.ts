import type { EventState, EventVerb } from '@app/contracts'

/** What may happen to an event: what staff asks for, and what its days bring about. */
export type EventStep = EventVerb | 'start' | 'finish' | 'account' | 'record'

interface Way {
  from: readonly EventState[]
  to: EventState
}

/** Every step of an event, as data. What is not here is refused, whoever asks. */
export const EVENT_STEPS: Record<EventStep, Way> = {
  save_the_date: { from: ['planned'], to: 'save_the_date' },
  publish: { from: ['planned', 'save_the_date'], to: 'inviting' },
  /** By staff, or by itself when the last day of registration is over. */
  close: { from: ['inviting'], to: 'closed' },
  reopen: { from: ['closed'], to: 'inviting' },
  /** By itself when the first day begins. */
  start: { from: ['inviting', 'closed'], to: 'running' },
  /** By itself when the last day is over. */
  finish: { from: ['running'], to: 'done' },
  account: { from: ['done'], to: 'accounted' },
  /**
   * An edition that took place before the system knew of it goes straight into the record: it never invited anybody here, and its
   * day may be unknown, so the way through `inviting` and `running` is closed to it. Only from `planned`, which nothing returns to.
   */
  record: { from: ['planned'], to: 'done' },
  /** For good: to hold it after all, it is planned again as a new event. */
  cancel: { from: ['idea', 'planned', 'save_the_date', 'inviting', 'closed', 'running'], to: 'cancelled' },
}

/** States in which an event comes into being. */
export const FIRST_STATES: readonly EventState[] = ['idea', 'planned']

/** The state a step leads to, or null when there is no such step from here. */
export function stateAfter(step: EventStep, from: EventState): EventState | null {
  const way = EVENT_STEPS[step]
  return way.from.includes(from) ? way.to : null
}

/**
 * Checked at start: no step leads from nowhere or starts where nothing leads to.
 * @throws Error naming the fault.
 */
export function assertEventMachine(steps: Record<string, Way> = EVENT_STEPS): void {
  const reached = new Set<EventState>([...FIRST_STATES, ...Object.values(steps).map(({ to }) => to)])
  for (const [name, { from, to }] of Object.entries(steps)) {
    if (from.length === 0) throw new Error(`Step "${name}" of events starts nowhere.`)
    if (from.includes(to)) throw new Error(`Step "${name}" of events leads from ${to} to itself.`)
    const dead = from.find((state) => !reached.has(state))
    if (dead) throw new Error(`Step "${name}" of events starts at ${dead}, which nothing leads to.`)
  }
}
