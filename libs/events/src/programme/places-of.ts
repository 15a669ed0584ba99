import type { PublicPlaces, StandingCounts } from '@app/contracts'

/** Counts places of many events in few queries. Counting is right of events, so the apps pass it in. */
export type PlacesOf = (events: { id: string; capacity: number | null }[]) => Promise<Map<string, PublicPlaces>>

/** People of one event by standing, counted on the right like the places. */
export type CountsOf = (eventId: string) => Promise<StandingCounts>
