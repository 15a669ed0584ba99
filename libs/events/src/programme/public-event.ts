import type {
  Language, PublicAgendaItem, PublicContribution, PublicDay, PublicDocument, PublicEventSummary, PublicPlaces, PublicResult, PublicVenue,
} from '@app/contracts'
import { words } from '@app/i18n'
import type { Moment } from '@app/platform'
import { localOf } from '../domain/local-time.js'
import { isPublic } from '../domain/publishing.js'
import { registrationTimes, registrationWindow } from '../domain/registration-window.js'
import type { AgendaItemEntity } from '../entities/agenda-item.entity.js'
import type { ContributionEntity } from '../entities/contribution.entity.js'
import type { DocumentEntity } from '../entities/document.entity.js'
import type { EventDayEntity } from '../entities/event-day.entity.js'
import type { ResultEntity } from '../entities/result.entity.js'
import type { RoomEntity } from '../entities/room.entity.js'
import type { VenueEntity } from '../entities/venue.entity.js'
import type { EventBundle } from './event-bundles.js'

/** Rows as the public reads them: times of the clock on site, nothing that is not public. */
export function summaryOf(bundle: EventBundle, places: PublicPlaces, at: Moment, language: Language): PublicEventSummary {
  const { event, format, days, venue, regions, series } = bundle
  const facts = { ...event, days, isSeriesPublic: series === null || series.publicAt !== null }
  const times = registrationTimes(facts)
  return {
    id: event.id,
    slug: event.slug,
    title: event.title,
    subtitle: event.subtitle,
    format: format.key,
    formatName: formatName(format, language),
    editionNo: event.editionNo,
    isKickoff: event.isKickoff,
    isClosing: event.isClosing,
    state: event.state,
    mode: event.mode,
    timeZone: event.timeZone,
    datePrecision: event.datePrecision,
    dateHint: event.dateHint,
    dateInferred: event.dateInferred,
    days: days.map((day) => dayOf(day, event.timeZone)),
    venue: venue && venueOf(venue),
    regions,
    countPublished: event.countPublished,
    countQualifier: event.countQualifier,
    registration: {
      ...registrationWindow(facts, at, places.free),
      opensAt: times.opensAt?.toISOString() ?? null,
      closesAt: times.closesAt?.toISOString() ?? null,
      places: { capacity: places.capacity, taken: places.taken, free: places.free, waiting: places.waiting },
    },
    series: series && { slug: series.slug, title: series.title },
  }
}

export function isBundlePublic({ event, series }: EventBundle): boolean {
  return isPublic({ ...event, series })
}

/** The name of a shipped format in the reader's language; an added one has the name its organiser gave it. */
export function formatName({ key, name }: { key: string; name: string }, language: Language): string {
  return wordOf(words(language).vocabulary.formats, key) ?? name
}

export function groupLabel(key: string, label: string | null, language: Language): string {
  return label ?? wordOf(words(language).vocabulary.groups, key) ?? key
}

function wordOf(list: Record<string, string>, key: string): string | null {
  return Object.hasOwn(list, key) ? list[key]! : null
}

export function dayOf({ onDate, startsAt, endsAt }: EventDayEntity, zone: string): PublicDay {
  return { date: onDate, startsAt: timeOf(startsAt, zone), endsAt: timeOf(endsAt, zone) }
}

export function timeOf(instant: Date | null, zone: string): string | null {
  return instant === null ? null : localOf(instant, zone).time
}

export function venueOf({ name, street, postcode, city, ags, land }: VenueEntity): PublicVenue {
  return { name, street, postcode, city, ags, land: land as PublicVenue['land'] }
}

export function contributionOf(row: ContributionEntity): PublicContribution {
  return {
    role: row.role,
    name: row.nameShown,
    offices: linesOf(row.officeShown),
    organisation: row.organisationShown,
    ags: row.ags,
    talkTitle: row.talkTitle,
  }
}

export function agendaItemOf(
  item: AgendaItemEntity, zone: string, days: readonly EventDayEntity[], rooms: readonly RoomEntity[], contributions: readonly ContributionEntity[],
): PublicAgendaItem {
  return {
    id: item.id,
    parentId: item.parentId,
    kind: item.kind,
    title: item.title,
    description: item.description,
    date: days.find(({ id }) => id === item.dayId)?.onDate ?? null,
    startsAt: timeOf(item.startsAt, zone),
    endsAt: timeOf(item.endsAt, zone),
    room: rooms.find(({ id }) => id === item.roomId)?.name ?? null,
    contributions: contributions.filter(({ agendaItemId }) => agendaItemId === item.id).map(contributionOf),
  }
}

/** By day and time; what has no time yet stands where the organiser put it, at the end. */
export function inOrderOfDay(items: AgendaItemEntity[]): AgendaItemEntity[] {
  const at = ({ startsAt }: AgendaItemEntity) => startsAt?.getTime() ?? Infinity
  return [...items].sort((a, b) => (at(a) === at(b) ? a.position - b.position : at(a) - at(b)))
}

export function documentOf(row: DocumentEntity): PublicDocument {
  return {
    kind: row.kind,
    title: row.title,
    authors: linesOf(row.authors),
    figures: row.figures ?? [],
    firstPresented: row.firstPresented,
    credit: row.credit,
    responsible: row.responsible,
    publishedOn: row.publishedOn,
  }
}

export function resultOf({ kind, title, addressees, state }: ResultEntity): PublicResult {
  return { kind, title, addressees: addressees.split(',').map((part) => part.trim()).filter(Boolean), state }
}

function linesOf(text: string | null): string[] {
  return (text ?? '').split('\n').map((line) => line.trim()).filter(Boolean)
}
