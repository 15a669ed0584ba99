import type { CalendarEntryEntity } from '../entities/calendar-entry.entity.js'

export type EntryStatus = CalendarEntryEntity['status']

/** What an entry says at present, or is to say. */
export interface EntryState {
  status: EntryStatus
  sequence: number
  fingerprint: string
}

/** What a letter does with the entry of its reader. */
export type EntryStep =
  /** No entry is told of: none stands that could be cancelled, or it says already what it should. */
  | { kind: 'nothing' }
  /** The entry is told with this number; `isNew` when the row is made or changed. */
  | { kind: 'tell'; sequence: number; isNew: boolean }

/**
 * SEQUENCE belongs to what one person was told (RFC 5546 §2.1.4). It goes up by one when the entry says something else than last
 * time, and that covers its end and its return; it stays when the same is said again. Since the row is written before the mail
 * leaves, the same letter after a crash finds its own work and raises nothing twice.
 * @param isRepeat this very letter was begun before and told of the entry
 */
export function entryStep(before: EntryState | null, status: EntryStatus, fingerprint: string, isRepeat: boolean): EntryStep {
  if (before === null) return status === 'cancelled' ? { kind: 'nothing' } : { kind: 'tell', sequence: 0, isNew: true }
  if (before.status === 'cancelled' && status === 'cancelled' && !isRepeat) return { kind: 'nothing' }
  const saysTheSame = before.status === status && before.fingerprint === fingerprint
  return saysTheSame ? { kind: 'tell', sequence: before.sequence, isNew: false } : { kind: 'tell', sequence: before.sequence + 1, isNew: true }
}
