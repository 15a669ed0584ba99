import { Inject, Injectable } from '@nestjs/common'
import { In } from 'typeorm'
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

const COLUMNS = ['id', 'participationId', 'itemKey', 'uid', 'sequence', 'status', 'fingerprint'] as const

/** The calendar entries of people: one row per participation and item, UID for life, SEQUENCE only up. */
@Injectable()
export class CalendarEntries {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Writes down what entries are about to say, in the transaction that marks the letters. The caller holds the locks of the participations, so that
   * numbers rise one after the other; each participation occurs once.
   * @returns in the order of the wishes; null when the letter has no entry to tell of
   */
  async prepare(tx: Tx, wishes: readonly EntryWish[]): Promise<(ToldEntry | null)[]> {
    if (wishes.length === 0) return []
    const rows = await tx.pickAll(CalendarEntryEntity, { participationId: wishes.map(({ participationId }) => participationId) }, COLUMNS)
    const made: Partial<CalendarEntryEntity>[] = []
    const changed = new Map<string, { status: EntryStatus; fingerprint: string; ids: string[] }>()
    const told = wishes.map(({ participationId, itemKey, status, fingerprint, isRepeat, onlyStanding }) => {
      const row = rows.find((one) => one.participationId === participationId && one.itemKey === itemKey) ?? null
      if (onlyStanding && (row === null || row.status === 'cancelled')) return null
      const step = entryStep(row, status, fingerprint, isRepeat)
      if (step.kind === 'nothing') return null
      const { sequence, isNew } = step
      const { id, uid } = row ?? { id: newId(), uid: newCalendarUid(this.config) }
      if (row === null) made.push({ id, participationId, itemKey, uid, sequence, status, fingerprint })
      else if (isNew) {
        const key = `${status} ${fingerprint}`
        changed.set(key, { status, fingerprint, ids: [...(changed.get(key)?.ids ?? []), id] })
      }
      return { id, uid, sequence, isNew }
    })
    await tx.insertAllBlind(CalendarEntryEntity, made)
    // What is told anew is one number further than what was told: under the lock that is the same for all who are told the same.
    for (const { status, fingerprint, ids } of changed.values()) {
      await tx.db.update(CalendarEntryEntity, { id: In(ids) }, { sequence: () => 'sequence + 1', status, fingerprint })
    }
    return told
  }

  /** The mails have left: from now on these people know. */
  async told(tx: Tx, entryIds: readonly string[], at: Date): Promise<void> {
    await tx.change(CalendarEntryEntity, { id: entryIds }, { toldAt: at })
  }
}
