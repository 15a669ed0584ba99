import type { EventState, ParticipantVerb, Standing, StandingCounts } from '@app/contracts'

export type ViewKey = 'all' | 'confirmed' | 'open' | 'waiting' | 'unconfirmed' | 'unanswered' | 'gone'

/** The groups of standings that staff think in; they are the views of the list and the parts of the bar on the overview. */
export const VIEWS: readonly { readonly key: ViewKey; readonly standings: readonly Standing[]; readonly always: boolean }[] = [
  { key: 'all', standings: [], always: true },
  { key: 'confirmed', standings: ['confirmed', 'door'], always: true },
  { key: 'open', standings: ['requested', 'offered'], always: true },
  { key: 'waiting', standings: ['waiting'], always: true },
  { key: 'unconfirmed', standings: ['unconfirmed'], always: true },
  { key: 'unanswered', standings: ['noted', 'invited'], always: false },
  { key: 'gone', standings: ['declined', 'withdrawn', 'refused', 'represented'], always: true },
]

/** People in a view; `all` counts everybody. */
export function countOf(counts: StandingCounts, view: ViewKey): number {
  const standings = standingsOf(view)
  const keys = standings.length === 0 ? (Object.keys(counts) as Standing[]) : standings
  return keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0)
}

/** The standings that a view filters by; empty for all. */
export function standingsOf(view: ViewKey): readonly Standing[] {
  return VIEWS.find(({ key }) => key === view)?.standings ?? []
}

/** The view that shows exactly these standings, or null for a choice of one's own. */
export function viewOf(standings: readonly Standing[]): ViewKey | null {
  const chosen = new Set(standings)
  return VIEWS.find((view) => view.standings.length === chosen.size && view.standings.every((key) => chosen.has(key)))?.key ?? null
}

/** States in which a person may still be put on the list by hand. */
export const OPEN_TO_STAFF: readonly EventState[] = ['planned', 'save_the_date', 'inviting', 'closed', 'running']

/** Verbs that fit a standing, the likeliest first; what is not possible after all is refused by the API with a reason. */
export const VERBS_OF: Readonly<Record<Standing, readonly ParticipantVerb[]>> = {
  noted: [],
  invited: [],
  unconfirmed: ['confirm'],
  requested: ['confirm', 'wait', 'refuse', 'withdraw'],
  waiting: ['confirm', 'refuse', 'withdraw'],
  offered: ['withdraw'],
  confirmed: ['withdraw', 'wait', 'refuse'],
  refused: ['confirm', 'wait', 'withdraw'],
  door: ['withdraw'],
  declined: [],
  represented: [],
  withdrawn: [],
}
