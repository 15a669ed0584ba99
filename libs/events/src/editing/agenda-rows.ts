import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { AgendaKind } from '@app/contracts'
import { Problem, type Tx, newId } from '@app/platform'
import { type ItemThere, matchAgenda } from '../domain/agenda-match.js'
import { roundsOf } from '../domain/agenda-nesting.js'
import type { PlannedItem } from '../domain/event-schedule.js'
import { localOf } from '../domain/local-time.js'
import { AgendaItemEntity } from '../entities/agenda-item.entity.js'
import { ContributionEntity } from '../entities/contribution.entity.js'
import { DocumentEntity } from '../entities/document.entity.js'
import type { EventDayEntity } from '../entities/event-day.entity.js'
import type { EventEntity } from '../entities/event.entity.js'
import { ResultEntity } from '../entities/result.entity.js'
import { RoomEntity } from '../entities/room.entity.js'
import { eventHooks } from '../event-hooks.js'

/** What somebody does who is named at an item of this kind; other kinds have "beitrag". */
const ROLE_OF_SPEAKER: Partial<Record<AgendaKind, string>> = {
  grusswort: 'grusswort', keynote: 'keynote', talk: 'vortrag', podium: 'podium', closing: 'schlusswort', workshop: 'leitung', plenum: 'moderation',
}

/** The agenda of an event as rows: items, rooms and the people named at each. Rows that stay keep their ids, for what hangs on them. */
@Injectable()
export class AgendaRows {
  async read(tx: Tx, event: EventEntity, days: EventDayEntity[]): Promise<ItemThere[]> {
    const items = await this.items(tx, event.id)
    const rooms = await tx.db.findBy(RoomEntity, { eventId: event.id })
    const speakers = await this.speakers(tx, event.id)
    const time = (instant: Date | null) => (instant === null ? null : localOf(instant, event.timeZone).time)
    return items.map(({ id, kind, title, description, dayId, startsAt, endsAt, roomId }) => ({
      id, kind, title, description,
      date: days.find((day) => day.id === dayId)?.onDate ?? null,
      startsAt: time(startsAt),
      endsAt: time(endsAt),
      room: rooms.find((room) => room.id === roomId)?.name ?? null,
      speakers: speakers
        .filter(({ agendaItemId }) => agendaItemId === id)
        .map(({ nameShown, officeShown }) => ({ name: nameShown, office: inOneLine(officeShown) })),
    }))
  }

  /**
   * Replaces the agenda; `days` are the rows as they will be. `goneDays` are removed right afterwards, and hooks hear of both at once.
   * @throws Problem `agenda_item_in_use` when something else stands on an item that would go
   */
  async replace(tx: Tx, eventId: string, there: readonly ItemThere[], items: readonly PlannedItem[], days: readonly EventDayEntity[], goneDays: string[]): Promise<void> {
    const { ids, gone } = matchAgenda(there, items)
    await this.remove(tx, eventId, gone, goneDays)
    const rooms = await this.roomsFor(tx, eventId, items)
    const before = await this.speakers(tx, eventId)
    const rounds = roundsOf(items)
    const placed = items.map((_item, position) => ids[position] ?? newId())
    for (const [position, item] of items.entries()) {
      const id = placed[position]!
      const round = rounds[position] ?? null
      const columns = {
        parentId: round === null ? null : placed[round]!,
        kind: item.kind,
        title: item.title,
        description: item.description,
        dayId: days.find(({ onDate }) => onDate === item.date)?.id ?? null,
        startsAt: item.starts,
        endsAt: item.ends,
        roomId: item.room === null ? null : rooms.get(item.room)!,
        position,
      }
      if (ids[position]) await tx.db.update(AgendaItemEntity, { id }, columns)
      else await tx.db.insert(AgendaItemEntity, { id, eventId, public: true, ...columns })
      await this.name(tx, eventId, id, item, before.filter(({ agendaItemId }) => agendaItemId === id))
    }
  }

  /** Takes items and their speakers away, after those on the right have said what becomes of what hangs on them. */
  private async remove(tx: Tx, eventId: string, itemIds: string[], dayIds: string[]): Promise<void> {
    if (itemIds.length === 0 && dayIds.length === 0) return
    await eventHooks.call('itemRemoving', tx, { eventId, itemIds, dayIds })
    if (itemIds.length === 0) return
    const where = { agendaItemId: In(itemIds) }
    if ((await tx.db.countBy(DocumentEntity, where)) + (await tx.db.countBy(ResultEntity, where)) > 0) throw new Problem('agenda_item_in_use')
    await tx.db.delete(ContributionEntity, where)
    await tx.db.update(AgendaItemEntity, { parentId: In(itemIds) }, { parentId: null })
    await tx.db.delete(AgendaItemEntity, { id: In(itemIds) })
  }

  /** People named at one item; those who stay keep their row with contact, talk and office in lines. */
  private async name(tx: Tx, eventId: string, agendaItemId: string, item: PlannedItem, before: ContributionEntity[]): Promise<void> {
    const left = [...before]
    for (const [position, { name, office }] of item.speakers.entries()) {
      const at = left.findIndex(({ nameShown, officeShown }) => nameShown === name && inOneLine(officeShown) === office)
      const [same] = at < 0 ? [] : left.splice(at, 1)
      if (same) {
        if (same.position !== position) await tx.db.update(ContributionEntity, { id: same.id }, { position })
      } else {
        await tx.db.insert(ContributionEntity, {
          id: newId(), eventId, agendaItemId, role: ROLE_OF_SPEAKER[item.kind] ?? 'beitrag', position, nameShown: name, officeShown: office,
        })
      }
    }
    if (left.length > 0) await tx.db.delete(ContributionEntity, { id: In(left.map(({ id }) => id)) })
  }

  private async roomsFor(tx: Tx, eventId: string, items: readonly PlannedItem[]): Promise<Map<string, string>> {
    const rooms = new Map((await tx.db.findBy(RoomEntity, { eventId })).map(({ id, name }) => [name, id]))
    for (const { room } of items) {
      if (room === null || rooms.has(room)) continue
      const id = newId()
      await tx.db.insert(RoomEntity, { id, eventId, name: room, venueId: null, capacity: null, access: [] })
      rooms.set(room, id)
    }
    return rooms
  }

  private items(tx: Tx, eventId: string): Promise<AgendaItemEntity[]> {
    return tx.db.find(AgendaItemEntity, { where: { eventId }, order: { position: 'ASC', id: 'ASC' } })
  }

  private async speakers(tx: Tx, eventId: string): Promise<ContributionEntity[]> {
    const rows = await tx.db.find(ContributionEntity, { where: { eventId }, order: { position: 'ASC', id: 'ASC' } })
    return rows.filter(({ agendaItemId }) => agendaItemId !== null)
  }
}

/** Offices stand in lines of their own; the sheet has one line for them. */
function inOneLine(office: string | null): string | null {
  return office === null ? null : office.replace(/\s+/g, ' ').trim() || null
}
