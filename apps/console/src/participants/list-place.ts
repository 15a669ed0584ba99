import { useHistoryState } from 'wouter/use-browser-location'
import { useLocation, useSearch } from 'wouter'
import { readAddress, writeAddress, type ListAddress } from './address.js'

/** The cursors of the pages before this one; kept with the entry of the browser's history, since a cursor only leads forward. */
interface PageTrail {
  trail?: (string | null)[]
}

/** Address of the list and the ways to change it. The trail survives reload and the back button; a shared link has none. */
export function useListPlace(base: string) {
  const address = readAddress(useSearch())
  const [, navigate] = useLocation()
  const state = useHistoryState<PageTrail | null>()
  const trail = address.after === null ? [] : state?.trail
  const go = (next: ListAddress, nextTrail: (string | null)[] | undefined, replace = false) =>
    navigate(base + writeAddress(next), { replace, state: nextTrail === undefined ? null : { trail: nextTrail } })
  return {
    address,
    /** Number of pages before this one, or null when it is not known (an address opened by link). */
    pagesBefore: address.after === null ? 0 : (trail?.length ?? null),
    /** A new choice of people: first page. Typing replaces the entry of the history, a click adds one. */
    show: (next: ListAddress, replace = false) => go({ ...next, after: null }, [], replace),
    openPerson: (person: string | null) => go({ ...address, person }, trail, true),
    nextPage: (cursor: string) => go({ ...address, after: cursor, person: null }, [...(trail ?? []), address.after]),
    previousPage: () => go({ ...address, after: trail?.at(-1) ?? null, person: null }, trail?.slice(0, -1) ?? []),
    hrefOf: (next: ListAddress) => base + writeAddress(next),
  }
}
