import type { EventDetail, EventState } from '@app/contracts'

export type StepKey = 'created' | 'date' | 'place' | 'access' | 'host' | 'agenda' | 'publish' | 'today' | 'close' | 'event'

/** A node on the line of an event; `weeksBefore` counts from the first day of the event. */
export interface Step {
  key: StepKey
  look: 'done' | 'now' | 'next' | 'later'
  day: string | null
  weeksBefore: number | null
}

const PUBLISHED: readonly EventState[] = ['inviting', 'closed', 'running', 'done', 'accounted']
const CLOSED: readonly EventState[] = ['closed', 'running', 'done', 'accounted']
const OVER: readonly EventState[] = ['done', 'accounted']

/** The way of an event from the draft to its day: done, today, what comes next (only one), later. `today` as YYYY-MM-DD. */
export function stepsOf(event: EventDetail, today: string): Step[] {
  const missing = new Set(event.hiddenBecause)
  const published = PUBLISHED.includes(event.state)
  // People with a place need the link as well; once the event is published, it comes after that.
  const access = event.mode === 'in_person' ? [] : [{ key: 'access' as const, done: event.onlineUrl !== null, day: null }]
  const facts: { key: StepKey; done: boolean; day: string | null }[] = [
    { key: 'created', done: true, day: null },
    { key: 'date', done: event.firstDay !== null && !missing.has('no_date') && !missing.has('date_past'), day: null },
    ...(event.mode === 'online' ? [] : [{ key: 'place' as const, done: event.venue !== null, day: null }]),
    ...(published ? [] : access),
    { key: 'host', done: event.hosts.length > 0 && !missing.has('no_host_text') && !missing.has('no_host'), day: null },
    { key: 'agenda', done: event.agenda.length > 0, day: null },
    { key: 'publish', done: published, day: null },
    ...(published ? access : []),
    ...(event.closesOn === null && !published ? [] : [{ key: 'close' as const, done: CLOSED.includes(event.state), day: event.closesOn }]),
    { key: 'event', done: OVER.includes(event.state), day: event.firstDay },
  ]
  const steps: Step[] = []
  let nextFound = false
  for (const fact of facts) {
    // A step that was left out on the way (published without an agenda) no longer stands in the way.
    const skipped = !fact.done && fact.key === 'agenda' && published
    if (skipped) continue
    const look = fact.done ? 'done' : nextFound ? 'later' : 'next'
    if (look === 'next') {
      nextFound = true
      steps.push({ key: 'today', look: 'now', day: today, weeksBefore: null })
    }
    steps.push({ key: fact.key, look, day: fact.day, weeksBefore: weeksBefore(fact.day, event.firstDay) })
  }
  return isOver(event) ? steps.filter(({ look }) => look === 'done') : steps
}

/** Nothing comes next: it took place, or it was cancelled. */
export function isOver({ state }: Pick<EventDetail, 'state'>): boolean {
  return OVER.includes(state) || state === 'cancelled'
}

/** Whole days between two calendar days. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

function weeksBefore(day: string | null, firstDay: string | null): number | null {
  if (day === null || firstDay === null) return null
  return Math.max(0, Math.round(daysBetween(day, firstDay) / 7))
}
