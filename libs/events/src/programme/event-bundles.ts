import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Land } from '@app/contracts'
import { InstallationEntity } from '@app/platform'
import { NodeLandEntity } from '@app/staff'
import { EventDayEntity } from '../entities/event-day.entity.js'
import type { EventEntity } from '../entities/event.entity.js'
import { FormatVersionEntity } from '../entities/format-version.entity.js'
import { FormatEntity } from '../entities/format.entity.js'
import type { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { VenueEntity } from '../entities/venue.entity.js'

/** An event with what every list shows of it. */
export interface EventBundle {
  event: EventEntity
  format: FormatEntity
  days: EventDayEntity[]
  venue: VenueEntity | null
  regions: Land[]
  series: SeriesEntity | null
}

/** Loads what lists need, a handful of queries for any number of events. */
@Injectable()
export class EventBundles {
  async load(db: EntityManager, events: EventEntity[]): Promise<EventBundle[]> {
    if (events.length === 0) return []
    const ids = events.map(({ id }) => id)
    const versions = await db.find(FormatVersionEntity, {
      where: { id: In([...new Set(events.map(({ formatVersionId }) => formatVersionId))]) }, select: { id: true, formatId: true },
    })
    const formats = await db.findBy(FormatEntity, { id: In(versions.map(({ formatId }) => formatId)) })
    const days = await db.find(EventDayEntity, { where: { eventId: In(ids) }, order: { onDate: 'ASC' } })
    const venues = await db.findBy(VenueEntity, { eventId: In(ids), position: 0 })
    const lands = await db.find(NodeLandEntity, { where: { nodeId: In(ids) }, order: { land: 'ASC' } })
    const seriesIds = [...new Set(events.flatMap(({ seriesId }) => seriesId ?? []))]
    const series = seriesIds.length === 0 ? [] : await db.findBy(SeriesEntity, { id: In(seriesIds) })

    const formatOf = new Map(versions.map(({ id, formatId }) => [id, formats.find((format) => format.id === formatId)!]))
    const daysOf = grouped(days, ({ eventId }) => eventId)
    const venueOf = new Map(venues.map((venue) => [venue.eventId, venue]))
    const landsOf = grouped(lands, ({ nodeId }) => nodeId)
    const seriesOf = new Map(series.map((one) => [one.id, one]))
    return events.map((event) => ({
      event,
      format: formatOf.get(event.formatVersionId)!,
      days: daysOf.get(event.id) ?? [],
      venue: venueOf.get(event.id) ?? null,
      regions: (landsOf.get(event.id) ?? []).map(({ land }) => land as Land),
      series: event.seriesId === null ? null : (seriesOf.get(event.seriesId) ?? null),
    }))
  }

  /** Organisation that hosts the invented demo of this installation, or null without one. */
  async demoHost(db: EntityManager): Promise<string | null> {
    return (await db.findOneBy(InstallationEntity, { name: 'demo_host' }))?.value ?? null
  }
}

function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const key = keyOf(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

/** Whether a node belongs to the invented demo: its host has a role there or above. */
export function isDemo(demoHost: string | null, above: readonly string[], roles: readonly OrganisationRoleEntity[]): boolean {
  return demoHost !== null && roles.some(({ nodeId, organisationId }) => organisationId === demoHost && above.includes(nodeId))
}
