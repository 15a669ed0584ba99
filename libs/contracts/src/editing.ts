import { z } from 'zod'
import { FormatQuestions } from './questions.js'
import { PERMISSIONS } from './rights.js'
import { day, expectedRevision, httpsAddress, optionalLine, optionalText, postcode, requiredLine, timeOfDay } from './text.js'
import { ADMISSIONS, AGENDA_KINDS, DATE_PRECISIONS, EVENT_MODES, EVENT_STATES, LANDS, STANDINGS, VISIBILITIES } from './vocabulary.js'

export const RoleInput = z.strictObject({ organisationId: z.uuid({ error: 'field.choice' }), role: requiredLine(60) })
export type RoleInput = z.output<typeof RoleInput>

export const SeriesInput = z.strictObject({
  title: requiredLine(300),
  kind: requiredLine(60).default('dialogreihe'),
  summary: optionalText(5000),
  outlook: optionalText(5000),
  hosts: z.array(RoleInput).max(50).default([]),
  public: z.boolean().default(true),
})
export type SeriesInput = z.output<typeof SeriesInput>

/** `PUT /api/v1/series/{id}` */
export const SeriesChange = SeriesInput.extend({ expectedRevision })

export const SeriesView = z.object({
  id: z.string(),
  revision: z.number().int().describe('goes back with a change'),
  slug: z.string(),
  title: z.string(),
  kind: z.string(),
  summary: z.string().nullable(),
  outlook: z.string().nullable(),
  public: z.boolean(),
  hosts: z.array(z.object({ organisationId: z.string(), role: z.string(), name: z.string() })),
  eventCount: z.number().int().describe('of the events that the caller may see'),
  may: z.array(z.enum(PERMISSIONS)).describe('what the caller may do with the series'),
})
export type SeriesView = z.output<typeof SeriesView>
export const SeriesViewList = z.object({ items: z.array(SeriesView) })
export type SeriesViewList = z.output<typeof SeriesViewList>

export const FormatView = z.object({
  key: z.string(),
  name: z.string(),
  version: z.number().int().describe('the revision on which a change of its questions stands'),
  defaults: z.object({
    capacity: z.number().int().nullable(),
    visibility: z.enum(VISIBILITIES),
    admission: z.enum(ADMISSIONS),
    waitingList: z.boolean(),
    mode: z.enum(EVENT_MODES),
  }),
  asks: FormatQuestions.describe('what the form of a new event asks beside the person'),
})
export type FormatView = z.output<typeof FormatView>
export const FormatList = z.object({ items: z.array(FormatView) })
export type FormatList = z.output<typeof FormatList>

export const VenueInput = z.strictObject({
  name: optionalLine(200),
  street: optionalLine(200),
  postcode,
  city: requiredLine(100),
  land: z.enum(LANDS, { error: 'field.choice' }).nullish().transform((land) => land ?? null),
})
export type VenueInput = z.output<typeof VenueInput>

/** A day of the event in its own zone. A time that the clock change leaves out or has twice is refused with both readings. */
export const DayInput = z.strictObject({ date: day, startsAt: timeOfDay.nullish().transform((t) => t ?? null), endsAt: timeOfDay.nullish().transform((t) => t ?? null) })
export type DayInput = z.output<typeof DayInput>

export const AgendaItemInput = z.strictObject({
  kind: z.enum(AGENDA_KINDS, { error: 'field.choice' }).default('other'),
  title: requiredLine(300),
  description: optionalText(5000),
  date: day.nullish().transform((d) => d ?? null),
  startsAt: timeOfDay.nullish().transform((t) => t ?? null),
  endsAt: timeOfDay.nullish().transform((t) => t ?? null),
  room: optionalLine(100),
  speakers: z.array(z.strictObject({ name: requiredLine(300), office: optionalLine(300) })).max(30).default([]),
})
export type AgendaItemInput = z.output<typeof AgendaItemInput>

const capacity = z
  .number({ error: 'field.whole_number' })
  .int({ error: 'field.whole_number' })
  .min(0, { error: 'field.not_negative' })
  .max(100_000, { error: 'field.too_large' })

/** A zone of the IANA list that this server knows. */
const timeZone = z.string({ error: 'field.time_zone' }).refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', { error: 'field.time_zone' })

const eventFields = {
  title: requiredLine(300),
  subtitle: optionalLine(300),
  guidingQuestion: optionalText(2000),
  description: optionalText(15_000),
  easyLanguage: optionalText(15_000).describe('Leichte Sprache; the event has a page of its own for it'),
  signVideoUrl: httpsAddress.describe('video in sign language, linked and never embedded'),
  mode: z.enum(EVENT_MODES, { error: 'field.choice' }),
  timeZone,
  days: z.array(DayInput).max(31, { error: 'field.too_many' }),
  venue: VenueInput.nullable(),
  onlineUrl: httpsAddress,
  capacity: capacity.nullable(),
  waitingList: z.boolean(),
  visibility: z.enum(VISIBILITIES, { error: 'field.choice' }),
  admission: z.enum(ADMISSIONS, { error: 'field.choice' }),
  regions: z.array(z.enum(LANDS, { error: 'field.choice' })).max(16),
  closesOn: day.nullable().describe('last day of registration, in the zone of the event'),
  hosts: z.array(RoleInput).max(50),
  agenda: z.array(AgendaItemInput).max(200, { error: 'field.too_many' }),
}

/** A new event from a format; what is left out comes from the format's defaults. It starts as a draft (`planned`). */
export const EventInput = z.strictObject({
  format: requiredLine(60),
  seriesId: z.uuid({ error: 'field.choice' }).nullish().transform((id) => id ?? null),
  title: eventFields.title,
  subtitle: eventFields.subtitle.optional(),
  guidingQuestion: eventFields.guidingQuestion.optional(),
  description: eventFields.description.optional(),
  easyLanguage: eventFields.easyLanguage.optional(),
  signVideoUrl: eventFields.signVideoUrl.optional(),
  mode: eventFields.mode.optional(),
  timeZone: eventFields.timeZone.default('Europe/Berlin'),
  days: eventFields.days.default([]),
  venue: eventFields.venue.default(null),
  onlineUrl: eventFields.onlineUrl.optional(),
  capacity: eventFields.capacity.optional(),
  waitingList: eventFields.waitingList.optional(),
  visibility: eventFields.visibility.optional(),
  admission: eventFields.admission.optional(),
  regions: eventFields.regions.default([]),
  closesOn: eventFields.closesOn.default(null),
  hosts: eventFields.hosts.default([]),
  agenda: eventFields.agenda.default([]),
})
export type EventInput = z.output<typeof EventInput>
export type EventSent = z.input<typeof EventInput>

/** The number of people that whoever sends this was shown; where another number would be told, nothing is changed (409 `told_number_changed`). */
const expectedTold = z.number({ error: 'field.whole_number' }).int({ error: 'field.whole_number' }).min(0, { error: 'field.not_negative' }).optional()

/** `PATCH /api/v1/events/{id}`: only the named fields change; lists are replaced as a whole. */
export const EventPatch = z.strictObject(eventFields).partial().extend({ expectedTold })
export type EventPatch = z.output<typeof EventPatch>
export type EventPatchSent = z.input<typeof EventPatch>

export const EventVerb = z.enum(['publish', 'save_the_date', 'close', 'reopen', 'cancel'])
export type EventVerb = z.output<typeof EventVerb>
export const EventVerbInput = z.strictObject({
  verb: EventVerb,
  reason: optionalLine(300).describe('kept in the log; of a cancellation it stands in the letters as well'),
  expectedTold,
})
export type EventVerbInput = z.output<typeof EventVerbInput>

export const StandingCounts = z.record(z.enum(STANDINGS), z.number().int())
export type StandingCounts = Record<(typeof STANDINGS)[number], number>

/** Line of the list of events: true states with the reason why the public sees it or not. */
export const EventRow = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  format: z.string(),
  formatName: z.string(),
  seriesTitle: z.string().nullable(),
  editionNo: z.number().int().nullable(),
  state: z.enum(EVENT_STATES),
  visible: z.boolean(),
  hiddenBecause: z.array(z.string()).describe('codes: draft, no_host_text, no_date, invited_only, series_hidden …'),
  datePrecision: z.enum(DATE_PRECISIONS),
  dateHint: z.string().nullable(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  city: z.string().nullable(),
  mode: z.enum(EVENT_MODES),
  capacity: z.number().int().nullable(),
  taken: z.number().int(),
  waiting: z.number().int(),
  isDemo: z.boolean(),
})
export type EventRow = z.output<typeof EventRow>
export const EventRowList = z.object({ items: z.array(EventRow) })
export type EventRowList = z.output<typeof EventRowList>

export const EventDetail = EventRow.extend({
  subtitle: z.string().nullable(),
  guidingQuestion: z.string().nullable(),
  description: z.string().nullable(),
  easyLanguage: z.string().nullable(),
  signVideoUrl: z.string().nullable(),
  timeZone: z.string(),
  days: z.array(z.object({ date: z.string(), startsAt: z.string().nullable(), endsAt: z.string().nullable() })),
  venue: z
    .object({ name: z.string().nullable(), street: z.string().nullable(), postcode: z.string().nullable(), city: z.string(), land: z.enum(LANDS).nullable() })
    .nullable(),
  onlineUrl: z.string().nullable(),
  waitingList: z.boolean(),
  visibility: z.enum(VISIBILITIES),
  admission: z.enum(ADMISSIONS),
  regions: z.array(z.enum(LANDS)),
  closesOn: z.string().nullable(),
  hosts: z.array(z.object({ organisationId: z.string(), role: z.string(), name: z.string() })),
  agenda: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(AGENDA_KINDS),
      title: z.string(),
      description: z.string().nullable(),
      date: z.string().nullable(),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      room: z.string().nullable(),
      speakers: z.array(z.object({ name: z.string(), office: z.string().nullable() })),
    }),
  ),
  seriesId: z.string().nullable(),
  counts: StandingCounts,
  verbs: z.array(EventVerb).describe('what the caller may do with its state now'),
  may: z.array(z.enum(PERMISSIONS)).describe('what the caller may do at this event'),
  publicPath: z.string(),
  groups: z.array(z.object({ key: z.string(), label: z.string() })),
})
export type EventDetail = z.output<typeof EventDetail>
