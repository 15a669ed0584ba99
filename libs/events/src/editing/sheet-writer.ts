import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type Tx, newId } from '@app/platform'
import { Tree } from '@app/staff'
import type { ItemThere } from '../domain/agenda-match.js'
import type { Schedule } from '../domain/event-schedule.js'
import { sortDay } from '../domain/event-words.js'
import { endOfDay } from '../domain/local-time.js'
import type { EventDayTimes } from '../domain/registration-window.js'
import { EventDayEntity } from '../entities/event-day.entity.js'
import type { EventEntity } from '../entities/event.entity.js'
import { VenueEntity } from '../entities/venue.entity.js'
import { EventLookup } from '../programme/event-lookup.js'
import { AgendaRows } from './agenda-rows.js'
import type { EventSheet } from './event-sheet.js'
import { Roles } from './roles.js'

/** Writes a checked sheet into the rows of an event; parts that did not change are left alone. */
@Injectable()
export class SheetWriter {
  constructor(private readonly tree: Tree, private readonly roles: Roles, private readonly agenda: AgendaRows, private readonly lookup: EventLookup) {}

  /**
   * The columns of the event row that follow from a sheet. An online address that did not change stays sealed as it was: one whose key
   * left the ring is read as none, and must outlive a change of the title.
   */
  columns(sheet: EventSheet, before: Pick<EventEntity, 'dateHint' | 'datePrecision' | 'onlineUrlSealed'>): Partial<EventEntity> {
    const { title, subtitle, guidingQuestion, description, easyLanguage, signVideoUrl, mode, timeZone, waitingList, visibility, admission, days, closesOn } = sheet
    const hasDays = days.length > 0
    return {
      title, subtitle, guidingQuestion, description, easyLanguage, signVideoUrl, mode, timeZone, waitingList, visibility, admission,
      onlineUrlSealed: sheet.onlineUrl === this.lookup.onlineUrlOf(before) ? before.onlineUrlSealed : this.lookup.sealOnlineUrl(sheet.onlineUrl),
      datePrecision: hasDays ? 'day' : before.datePrecision === 'day' ? 'unknown' : before.datePrecision,
      dateHint: hasDays ? null : before.dateHint,
      sortOn: sortDay(days.map(({ date }) => ({ onDate: date })), before.dateHint),
      closesAt: closesOn === null ? null : endOfDay(closesOn, timeZone),
    }
  }

  /** @param before null for a new event */
  async parts(tx: Tx, eventId: string, before: EventSheet | null, after: EventSheet, schedule: Schedule): Promise<void> {
    const changed = (key: keyof EventSheet) => JSON.stringify(before?.[key]) !== JSON.stringify(after[key])
    if (changed('regions')) await this.tree.setLands(tx, eventId, after.regions)
    if (changed('venue')) await this.venue(tx, eventId, after.venue)
    if (changed('hosts') && (before !== null || after.hosts.length > 0)) await this.roles.write(tx, eventId, after.hosts)
    if (!changed('days') && !changed('agenda') && !changed('timeZone')) return
    const { rows, gone } = await this.days(tx, eventId, schedule.days)
    await this.agenda.replace(tx, eventId, (before?.agenda ?? []) as ItemThere[], schedule.agenda, rows, gone)
    if (gone.length > 0) await tx.db.delete(EventDayEntity, { id: In(gone) })
  }

  /** Days by their date; those that go are named and deleted once nothing of the agenda stands on them. */
  private async days(tx: Tx, eventId: string, days: readonly EventDayTimes[]): Promise<{ rows: EventDayEntity[]; gone: string[] }> {
    const there = await tx.db.findBy(EventDayEntity, { eventId })
    for (const { onDate, startsAt, endsAt } of days) {
      const same = there.find((day) => day.onDate === onDate)
      if (same) await tx.db.update(EventDayEntity, { id: same.id }, { startsAt, endsAt })
      else await tx.db.insert(EventDayEntity, { id: newId(), eventId, onDate, startsAt, endsAt })
    }
    const gone = there.filter(({ onDate }) => !days.some((day) => day.onDate === onDate)).map(({ id }) => id)
    return { rows: await tx.db.findBy(EventDayEntity, { eventId }), gone }
  }

  private async venue(tx: Tx, eventId: string, venue: EventSheet['venue']): Promise<void> {
    const there = await tx.db.findOneBy(VenueEntity, { eventId, position: 0 })
    if (venue === null) {
      if (there) await tx.db.delete(VenueEntity, { id: there.id })
    } else if (there) {
      // The municipality's key belongs to the city: with another city it would be a wrong one.
      const key = there.city === venue.city ? {} : { ags: null, agsOn: null }
      await tx.db.update(VenueEntity, { id: there.id }, { ...venueColumns(venue), ...key })
    } else await tx.db.insert(VenueEntity, { id: newId(), eventId, position: 0, access: [], ...venueColumns(venue) })
  }
}

function venueColumns({ name, street, postcode, city, land }: NonNullable<EventSheet['venue']>) {
  return { name, street, postcode, city, land }
}
