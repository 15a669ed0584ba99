import type { DatePrecision, EventInput, EventPatch, RoleInput, SeriesInput } from '@app/contracts'

/** What a new event may be given beyond the contract: an edition may lack a title and a date (A1). */
export type EventCreation = Omit<EventInput, 'title'> & { title: string | null } & Partial<EventExtras>

export interface EventExtras {
  editionNo: number | null
  isKickoff: boolean
  isClosing: boolean
  datePrecision: DatePrecision
  dateHint: string | null
  dateInferred: boolean
  countPublished: number | null
  countQualifier: string | null
  venueAgs: string | null
  groups: { key: string; label?: string | null }[]
  topics: string[]
  memberId: string | null
  phaseId: string | null
}

/** Capacity is a verb of the places, which count (libs/participants); how many people hear of a change is counted further right. */
export type EventChange = Omit<EventPatch, 'capacity' | 'expectedTold'>

export type SeriesCreation = SeriesInput & Partial<SeriesExtras>

export interface SeriesExtras {
  runsFrom: string | null
  runsUntil: string | null
  memberQuota: number | null
  parentSeriesId: string | null
  fileReference: string | null
}

/** A role of an organisation at a series or event; dates may be partial ("2010"). */
export type RoleCreation = RoleInput & { since?: string | null; until?: string | null; nameShown?: string }
