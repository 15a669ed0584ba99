import type { AuditEntryEntity } from '../entities/audit-entry.entity.js'

/** What the key of the links is derived for. */
export const PURPOSE = 'audit'
/** What the first link of all stands on. */
export const GROUND = '-'
/** Action of the entry that holds the last link of what retention took away. */
export const CUT = 'audit.cut'

/** What a link vouches for: the link before and everything of an entry but its content and salt, which their digest stands for. */
export function linkText(entry: AuditEntryEntity, no: number, previous: string): string {
  return JSON.stringify([
    previous, no, entry.id, entry.at.toISOString(), entry.actorKind, entry.actorId, entry.action, entry.subjectKind, entry.subjectId, entry.nodeId, entry.requestId, entry.changeDigest,
  ])
}
