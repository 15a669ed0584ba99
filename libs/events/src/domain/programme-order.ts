import type { EventState } from '@app/contracts'

interface InOrder {
  state: EventState
  sortOn: string | null
  editionNo: number | null
  id: string
}

const OVER: readonly EventState[] = ['done', 'accounted', 'cancelled']

/** What comes next first, then what has no date yet, then what is over, the latest first. */
export function byUpcoming(a: InOrder, b: InOrder): number {
  const [overA, overB] = [OVER.includes(a.state), OVER.includes(b.state)]
  if (overA !== overB) return overA ? 1 : -1
  if (a.sortOn === null || b.sortOn === null) return Number(a.sortOn === null) - Number(b.sortOn === null) || compare(a.id, b.id)
  return (overA ? compare(b.sortOn, a.sortOn) : compare(a.sortOn, b.sortOn)) || compare(a.id, b.id)
}

/** Editions of one series: by their number, then those without one by date, undated ones at the end. */
export function byEdition(a: InOrder, b: InOrder): number {
  if (a.editionNo !== null || b.editionNo !== null) return (a.editionNo ?? Infinity) - (b.editionNo ?? Infinity)
  if (a.sortOn === null || b.sortOn === null) return Number(a.sortOn === null) - Number(b.sortOn === null) || compare(a.id, b.id)
  return compare(a.sortOn, b.sortOn) || compare(a.id, b.id)
}

/** The next event that people can put into their calendars. */
export function nextOf<E extends InOrder>(events: readonly E[]): E | null {
  return [...events].sort(byUpcoming).find(({ state, sortOn }) => !OVER.includes(state) && state !== 'planned' && sortOn !== null) ?? null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
