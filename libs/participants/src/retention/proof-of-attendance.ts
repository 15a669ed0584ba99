import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { EventEnd } from '@app/events'
import { Clock, Transactions } from '@app/platform'
import { AttendanceEntity } from '../entities/attendance.entity.js'
import type { ParticipationEntity } from '../entities/participation.entity.js'

/** What of a participation decides how long it is kept. */
export type PersonRow = Pick<ParticipationEntity, 'id' | 'eventId' | 'place' | 'blockedUntil'>

/**
 * Who stands in the proof of attendance that a funder may ask for (class N), and who does not (class A). Where attendance was recorded,
 * those who came; where nobody recorded it, because the list was kept on paper, everybody who had a place.
 */
@Injectable()
export class ProofOfAttendance {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  /** Of the given rows of one event those that are proof; none where nothing was held. */
  async among(eventId: string, { held }: EventEnd, rows: readonly PersonRow[]): Promise<Set<string>> {
    if (!held) return new Set()
    if (!(await this.transactions.read.existsBy(AttendanceEntity, { eventId }))) {
      return new Set(rows.filter(({ place }) => place === 'confirmed' || place === 'door').map(({ id }) => id))
    }
    const marks = await this.transactions.read.findBy(AttendanceEntity, { participationId: In(rows.map(({ id }) => id)) })
    const voided = new Set(marks.map(({ voidsId }) => voidsId))
    return new Set(marks.filter(({ id, kind }) => kind === 'in' && !voided.has(id)).map(({ participationId }) => participationId))
  }

  /** Day until which something other than the periods forbids to delete a row, `YYYY-MM-DD`; null: nothing does. */
  blockedUntil(row: PersonRow, keepUntil: string | null): string | null {
    const today = this.clock.now().toISOString().slice(0, 10)
    return [row.blockedUntil, keepUntil].filter((day): day is string => day !== null && day >= today).sort().at(-1) ?? null
  }
}
