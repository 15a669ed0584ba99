import { z } from 'zod'
import { ADMISSIONS, AGENDA_KINDS, DATE_PRECISIONS, EVENT_MODES, EVENT_STATES, LANDS } from './vocabulary.js'

/** The programme as everybody may read it: `GET /api/v1/series`, `/events`, `/events/{slug}`. Times are local to `timeZone`. */
export const PublicPlaces = z.object({
  capacity: z.number().int().nullable().describe('null: no limit'),
  taken: z.number().int(),
  free: z.number().int().nullable(),
  waiting: z.number().int(),
})
export type PublicPlaces = z.output<typeof PublicPlaces>

export const PublicVenue = z.object({
  name: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string(),
  ags: z.string().nullable(),
  land: z.enum(LANDS).nullable(),
})
export type PublicVenue = z.output<typeof PublicVenue>

export const PublicDay = z.object({
  date: z.string(),
  startsAt: z.string().nullable().describe('local time HH:MM'),
  endsAt: z.string().nullable(),
})
export type PublicDay = z.output<typeof PublicDay>

export const PublicEventSummary = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string().nullable(),
  subtitle: z.string().nullable(),
  format: z.string(),
  formatName: z.string(),
  editionNo: z.number().int().nullable(),
  isKickoff: z.boolean(),
  isClosing: z.boolean(),
  state: z.enum(EVENT_STATES),
  mode: z.enum(EVENT_MODES),
  timeZone: z.string(),
  datePrecision: z.enum(DATE_PRECISIONS),
  dateHint: z.string().nullable(),
  dateInferred: z.boolean(),
  days: z.array(PublicDay),
  venue: PublicVenue.nullable(),
  regions: z.array(z.enum(LANDS)),
  countPublished: z.number().int().nullable(),
  countQualifier: z.string().nullable(),
  registration: z.object({
    open: z.boolean(),
    reason: z
      .enum(['open', 'not_yet', 'over', 'full', 'invited_only', 'no_date', 'done', 'cancelled', 'not_public'])
      .describe('why registration is open or not'),
    opensAt: z.string().nullable().describe('UTC instant'),
    closesAt: z.string().nullable().describe('UTC instant'),
    places: PublicPlaces,
  }),
  series: z.object({ slug: z.string(), title: z.string() }).nullable(),
})
export type PublicEventSummary = z.output<typeof PublicEventSummary>

export const PublicContribution = z.object({
  role: z.string(),
  name: z.string(),
  offices: z.array(z.string()),
  organisation: z.string().nullable(),
  ags: z.string().nullable(),
  talkTitle: z.string().nullable(),
})
export type PublicContribution = z.output<typeof PublicContribution>

export const PublicAgendaItem = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.enum(AGENDA_KINDS),
  title: z.string(),
  description: z.string().nullable(),
  date: z.string().nullable(),
  startsAt: z.string().nullable().describe('local time HH:MM'),
  endsAt: z.string().nullable(),
  room: z.string().nullable(),
  contributions: z.array(PublicContribution),
})
export type PublicAgendaItem = z.output<typeof PublicAgendaItem>

export const PublicHostRole = z.object({
  role: z.string(),
  names: z.array(z.object({ name: z.string(), since: z.string().nullable(), until: z.string().nullable() })),
})
export type PublicHostRole = z.output<typeof PublicHostRole>

export const PublicHost = z.object({
  slug: z.string(),
  name: z.string(),
  hasImprint: z.boolean(),
  hasPrivacy: z.boolean(),
  hasAccessibility: z.boolean(),
  hasEasyLanguage: z.boolean(),
  signVideoUrl: z.string().nullable(),
})
export type PublicHost = z.output<typeof PublicHost>

export const PublicDocument = z.object({
  kind: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  figures: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string() })),
  firstPresented: z.boolean(),
  credit: z.string().nullable(),
  responsible: z.string().nullable(),
  publishedOn: z.string().nullable(),
})
export type PublicDocument = z.output<typeof PublicDocument>

export const PublicResult = z.object({ kind: z.string(), title: z.string(), addressees: z.array(z.string()), state: z.string() })
export type PublicResult = z.output<typeof PublicResult>

export const PublicEvent = PublicEventSummary.extend({
  description: z.string().nullable(),
  guidingQuestion: z.string().nullable(),
  easyLanguage: z.string().nullable().describe('Leichte Sprache, in German'),
  signVideoUrl: z.string().nullable().describe('video in sign language'),
  admission: z.enum(ADMISSIONS),
  groups: z.array(z.object({ key: z.string(), label: z.string() })),
  topics: z.array(z.string()),
  agenda: z.array(PublicAgendaItem),
  contributions: z.array(PublicContribution).describe('people with a role at the event as a whole'),
  roles: z.array(PublicHostRole),
  hosts: z.array(PublicHost).describe('responsible hosts, the first leads; several are joint controllers'),
  claims: z.array(z.string()).describe('funding claims in their fixed order'),
  documents: z.array(PublicDocument),
  results: z.array(PublicResult),
})
export type PublicEvent = z.output<typeof PublicEvent>

export const PublicSeriesSummary = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.string(),
  summary: z.string().nullable(),
  isDemo: z.boolean(),
  eventCount: z.number().int(),
  nextEvent: PublicEventSummary.nullable(),
})
export type PublicSeriesSummary = z.output<typeof PublicSeriesSummary>

export const PublicSeries = PublicSeriesSummary.extend({
  outlook: z.string().nullable(),
  runsFrom: z.string().nullable(),
  runsUntil: z.string().nullable(),
  memberQuota: z.number().int().nullable(),
  memberCount: z.number().int(),
  phases: z.array(z.object({ key: z.string(), title: z.string(), forEachMember: z.boolean() })),
  parent: z.object({ slug: z.string(), title: z.string() }).nullable(),
  roles: z.array(PublicHostRole),
  hosts: z.array(PublicHost),
  claims: z.array(z.string()),
  events: z.array(PublicEventSummary),
})
export type PublicSeries = z.output<typeof PublicSeries>

export const SeriesList = z.object({ items: z.array(PublicSeriesSummary) })
export type SeriesList = z.output<typeof SeriesList>
export const EventList = z.object({ items: z.array(PublicEventSummary) })
export type EventList = z.output<typeof EventList>
