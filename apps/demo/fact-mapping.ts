import { type AgendaKind, EventInput, type EventSent, LANDS, type Land } from '@app/contracts'
import type { DocumentCreation, EventCreation, EventExtras, ResultCreation } from '@app/events'
import type { EditionFacts, FactSheet, OrganisationFacts, PersonFacts } from './facts/index.js'

/** A new event as a form would send it, with what forms do not offer. An edition may lack a title. */
export function eventCreation(sent: Omit<EventSent, 'title'> & { title: string | null }, extras: Partial<EventExtras> = {}): EventCreation {
  return { ...EventInput.parse({ ...sent, title: sent.title ?? '–' }), title: sent.title, ...extras }
}

/** The event that the sheet is about. */
export function mainEvent(sheet: FactSheet, seriesId: string | null): EventCreation {
  const { event, series } = sheet
  const edition = series?.editions?.find(({ no }) => no === event.edition)
  return eventCreation(
    {
      ...pastEvent(sheet.format, seriesId),
      title: event.title,
      guidingQuestion: sheet.guidingQuestion ?? null,
      days: (typeof event.date === 'string' ? [event.date] : (event.date ?? [])).map((date) => ({ date })),
      venue: { city: event.venue.city, land: landOf(event.venue) },
      regions: sheet.regions ?? [],
      agenda: agendaOf(sheet).map(({ kind, title }) => ({ kind, title })),
    },
    {
      editionNo: event.edition ?? null,
      isKickoff: edition?.isKickoff ?? false,
      isClosing: edition?.isClosing ?? false,
      datePrecision: event.datePrecision,
      dateHint: event.dateHint ?? null,
      dateInferred: event.dateInferred ?? false,
      countPublished: event.countApprox ?? null,
      countQualifier: event.countQualifier ?? null,
      venueAgs: event.venue.ags,
      groups: [...(sheet.stakeholderGroups ?? []).map(({ group, label }) => ({ key: group, label: label ?? null })), ...(sheet.levels ?? []).map((key) => ({ key, label: null }))],
      topics: sheet.topics ?? [],
    },
  )
}

/** Another edition of its series, of which little more than the number may be known. */
export function otherEdition(sheet: FactSheet, { no, isKickoff = false, isClosing = false, format, date, venue }: EditionFacts, seriesId: string): EventCreation {
  return eventCreation(
    {
      ...pastEvent(format ?? sheet.format, seriesId),
      title: null,
      days: date ? [{ date }] : [],
      venue: venue ? { city: venue.city, land: landOf(venue) } : null,
    },
    { editionNo: no, isKickoff, isClosing, datePrecision: date ? 'day' : 'unknown', venueAgs: venue?.ags ?? null },
  )
}

function pastEvent(format: string, seriesId: string | null) {
  return { format, seriesId, mode: 'in_person', capacity: null, waitingList: false, visibility: 'public', admission: 'open' } as const
}

/** The Land of a venue: the first two digits of the key of its municipality are the Land's, in the order of LANDS. */
function landOf({ land, ags }: { land?: Land; ags: string }): Land {
  return land ?? LANDS[Number(ags.slice(0, 2)) - 1]!
}

export interface AgendaFacts {
  kind: AgendaKind
  title: string
  /** Whose part this is, and in which role. */
  parts: { person: PersonFacts; role: string }[]
}

/** What is known of the programme: talks with a title, a podium of several, the signing, the closing words. Nothing has a time. */
export function agendaOf({ persons, event }: FactSheet): AgendaFacts[] {
  const inRole = (...roles: string[]) => persons.flatMap((person) => person.roles.filter((role) => roles.includes(role)).map((role) => ({ person, role })))
  const talks = inRole('vortrag').filter(({ person }) => person.talk).map((part): AgendaFacts => ({ kind: 'talk', title: part.person.talk!, parts: [part] }))
  const podium = inRole('podium')
  const closing = inRole('schlusswort')
  return [
    ...(event.subtype === 'unterzeichnung' ? [{ kind: 'signing' as const, title: 'Unterzeichnung', parts: inRole('unterzeichnerin', 'unterzeichner') }] : []),
    ...talks,
    ...(podium.length > 1 ? [{ kind: 'podium' as const, title: 'Podium', parts: podium }] : []),
    ...(closing.length > 0 ? [{ kind: 'closing' as const, title: 'Schlusswort', parts: closing }] : []),
  ]
}

/** Parts that belong to the event as a whole: hosts, speakers of unknown titles, the project's lead, who answers for the press. */
export function partsOutsideTheAgenda(sheet: FactSheet): { person: PersonFacts; role: string }[] {
  const inside = agendaOf(sheet).flatMap(({ parts }) => parts)
  return sheet.persons.flatMap((person) => person.roles.map((role) => ({ person, role }))).filter((part) => !inside.some(({ person, role }) => person === part.person && role === part.role))
}

const ROLES: Record<string, readonly string[]> = { projekttraeger_koordinator: ['projekttraeger', 'koordination'] }

/** Role of a body that coordinates the programme above the series, not the series. */
export const PROGRAMME_ROLES: Record<string, string> = { koordination_aktionsplan: 'koordination' }

/** Roles at the series, or at an event without one, in the order in which they were published. */
export function rolesOf({ orgs }: FactSheet): OrganisationFacts[] {
  return orgs.filter(({ role }) => !(role in PROGRAMME_ROLES)).flatMap((organisation) => (ROLES[organisation.role] ?? [organisation.role]).map((role) => ({ ...organisation, role })))
}

export function documentsOf({ inputs = [], media = [], fundingLines = [], outputs = [] }: FactSheet): DocumentCreation[] {
  const state = 'public'
  return [
    ...inputs.map(({ type, title, by, firstPresentation, figures }) => ({
      kind: type, title, authors: by?.join('\n') ?? null, figures: figures ?? null, firstPresented: firstPresentation ?? false, state,
    })),
    ...fundingLines.map((title) => ({ kind: 'foerderlinie', title, state })),
    ...outputs.filter(({ type }) => type === 'pressemitteilung').map(({ type, date, visdp }) => ({ kind: type, title: 'Pressemitteilung', publishedOn: date ?? null, responsible: visdp ?? null, state })),
    ...media.map(({ type, credit }) => ({ kind: type, title: 'Foto', credit, state })),
  ]
}

export function resultsOf({ outputs = [] }: FactSheet): ResultCreation[] {
  return outputs
    .filter(({ type }) => type === 'handlungsempfehlungen')
    .map(({ type, addressees = [], status = 'draft' }) => ({ kind: type, title: 'Handlungsempfehlungen', addressees: addressees.join(','), state: status }))
}
