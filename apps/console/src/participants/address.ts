import { LANDS, STANDINGS, type Land, type Standing } from '@app/contracts'

/** What the address of the list says: filters, cursor of the page and the person whose panel is open. */
export interface ListAddress {
  q: string
  standing: readonly Standing[]
  land: readonly Land[]
  group: readonly string[]
  after: string | null
  person: string | null
}

export type ListFilters = Pick<ListAddress, 'q' | 'standing' | 'land' | 'group'>

export const EMPTY_ADDRESS: ListAddress = { q: '', standing: [], land: [], group: [], after: null, person: null }

/** Reads a query string; what the contract does not know is dropped, so that an old link still opens the list. */
export function readAddress(search: string): ListAddress {
  const params = new URLSearchParams(search)
  const list = (name: string) => [...new Set(params.getAll(name).flatMap((text) => text.split(',')).filter((key) => key !== ''))]
  return {
    q: params.get('q') ?? '',
    standing: list('standing').filter(isStanding),
    land: list('land').filter(isLand),
    group: list('group').filter((key) => /^[a-z0-9_]+$/.test(key)),
    after: params.get('after'),
    person: params.get('person'),
  }
}

/** The query string of an address with its question mark; empty when nothing is chosen. */
export function writeAddress(address: ListAddress): string {
  const parts = [
    ...filterParts(address),
    ...(address.after === null ? [] : [`after=${encodeURIComponent(address.after)}`]),
    ...(address.person === null ? [] : [`person=${encodeURIComponent(address.person)}`]),
  ]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** A changed filter starts at the first page again and closes the panel. */
export function withFilters(address: ListAddress, changed: Partial<ListFilters>): ListAddress {
  return { ...address, ...changed, after: null, person: null }
}

/** What the API and the exports get: the filters alone, empty ones left out. */
export function filtersOf({ q, standing, land, group }: ListFilters): { q?: string; standing?: string[]; land?: string[]; group?: string[] } {
  const text = q.trim()
  return {
    ...(text === '' ? {} : { q: text }),
    ...(standing.length === 0 ? {} : { standing: [...standing] }),
    ...(land.length === 0 ? {} : { land: [...land] }),
    ...(group.length === 0 ? {} : { group: [...group] }),
  }
}

/** True when something narrows the list besides the view (standing). */
export function isNarrowed({ q, land, group }: ListFilters): boolean {
  return q.trim() !== '' || land.length > 0 || group.length > 0
}

function filterParts({ q, standing, land, group }: ListFilters): string[] {
  const list = (name: string, keys: readonly string[]) => (keys.length === 0 ? [] : [`${name}=${keys.map(encodeURIComponent).join(',')}`])
  return [...(q === '' ? [] : [`q=${encodeURIComponent(q)}`]), ...list('standing', standing), ...list('land', land), ...list('group', group)]
}

function isStanding(key: string): key is Standing {
  return (STANDINGS as readonly string[]).includes(key)
}

function isLand(key: string): key is Land {
  return (LANDS as readonly string[]).includes(key)
}
