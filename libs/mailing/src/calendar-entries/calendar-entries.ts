import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config, type Tx, newId } from '@app/platform'
import { newCalendarUid } from '../delivery/postage.js'
import { CalendarEntryEntity } from '../entities/calendar-entry.entity.js'
import { type EntryStatus, entryStep } from './entry-step.js'

/** What a letter wants an entry to say. */
export interface EntryWish {
  participationId: string
  /** The event, or later an agenda item with seats. */
  itemKey: string
  status: EntryStatus
  fingerprint: string
  /** This very letter was begun before and told of the entry. */
  isRepeat: boolean
  /** Changes an entry that stands and never makes one, nor brings one back. */
  onlyStanding: boolean
}

/** An entry as a letter tells of it. */
export interface ToldEntry {
  id: string
  uid: string
  sequence: number
  /** False when the entry said the same before. */
  isNew: boolean
}

/** The calendar entries of people: one row per participation and item, UID for life, SEQUENCE only up. */
@Injectable()
export class CalendarEntries {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Writes down what the entry is about to say, in the transaction that marks the letter. The caller holds the lock of the
   * participation, so that numbers rise one after the other.
   * @returns null when the letter has no entry to tell of
   */
  async prepare(tx: Tx, wish: EntryWish): Promise<ToldEntry | null> {
    const { participationId, itemKey, status, fingerprint } = wish
    const row = await tx.db.findOneBy(CalendarEntryEntity, { participationId, itemKey })
    if (wish.onlyStanding && (row === null || row.status === 'cancelled')) return null
    const step = entryStep(row, status, fingerprint, wish.isRepeat)
    if (step.kind === 'nothing') return null
    const { sequence, isNew } = step
    if (row === null) {
      const made = { id: newId(), participationId, itemKey, uid: newCalendarUid(this.config), sequence, status, fingerprint }
      await tx.db.insert(CalendarEntryEntity, made)
      return { id: made.id, uid: made.uid, sequence, isNew }
    }
    if (isNew) await tx.db.update(CalendarEntryEntity, { id: row.id }, { sequence, status, fingerprint })
    return { id: row.id, uid: row.uid, sequence, isNew }
  }

  /** The mail has left: from now on the person knows. */
  async told(tx: Tx, entryId: string, at: Date): Promise<void> {
    await tx.db.update(CalendarEntryEntity, { id: entryId }, { toldAt: at })
  }
}
