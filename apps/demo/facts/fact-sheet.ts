import type { FormatKey, Group, Land } from '@app/contracts'

interface Venue {
  city: string
  /** Official municipality key (AGS), a string of 8 digits. */
  ags: string
  land?: Land
}

export interface EditionFacts {
  no: number
  isKickoff?: boolean
  isClosing?: boolean
  format?: FormatKey
  date?: string
  venue?: Venue
}

export interface PersonFacts {
  name: string
  /** Keys of the roles of people, in the gender in which they were published. */
  roles: string[]
  /** Offices as shown at this event; one person may have held several at once. */
  offices?: string[]
  /** Key of the municipality (8 digits) or Kreis (5) that the office belongs to. */
  ags?: string
  talk?: string
}

export interface OrganisationFacts {
  name: string
  role: string
  /** First year of the role. */
  since?: number
}

/**
 * What was published about one real event, as it was published: approximate numbers stay approximate, unknown dates stay unknown.
 * Days are ISO dates in the place's own calendar.
 */
export interface FactSheet {
  key: string
  format: FormatKey
  series: {
    title: string
    kind: string
    intendedContinuation?: string
    memberQuota?: number
    parentProgramme?: string
    runsFrom?: number
    runsTo?: number
    editions?: EditionFacts[]
  } | null
  event: {
    title: string
    edition?: number
    date: string | string[] | null
    datePrecision: 'unknown' | 'year' | 'day'
    /** The year, where nothing more is known. */
    dateHint?: string
    /** The date was concluded from other facts, not read. */
    dateInferred?: boolean
    venue: Venue
    countApprox?: number | null
    countQualifier?: string
    mode: 'praesenz'
    state: 'done'
    subtype?: 'unterzeichnung'
  }
  guidingQuestion?: string
  regions?: Land[]
  stakeholderGroups?: { group: Group; label?: string }[]
  /** Levels of government that were addressed. */
  levels?: Group[]
  phasesPerMember?: string[]
  crossOffers?: string[]
  persons: PersonFacts[]
  orgs: OrganisationFacts[]
  fundingClaim?: string
  fundingLines?: string[]
  topics?: string[]
  inputs?: {
    type: 'studie'
    title: string
    by?: string[]
    firstPresentation?: boolean
    figures?: { label: string; value: number; unit: string }[]
  }[]
  media?: { type: 'foto'; credit: string }[]
  outputs?: {
    type: 'pressemitteilung' | 'handlungsempfehlungen'
    date?: string
    visdp?: string
    addressees?: string[]
    status?: string
  }[]
}
