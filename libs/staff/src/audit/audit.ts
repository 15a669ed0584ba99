import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Clock, type Tx, newId, randomToken } from '@app/platform'
import type { Actor } from '../actor.js'
import { AuditEntryEntity } from '../entities/audit-entry.entity.js'

export interface AuditLine {
  actor: Actor
  /** What was done, `participation.confirm` … */
  action: string
  subject: { kind: string; id: string }
  nodeId?: string | null
  /** Before and after of the fields that changed; what its column cannot hold is kept shorter. Erasure empties it; the digest stays. */
  change?: Record<string, unknown>
}

/**
 * Every change once, in the transaction that makes it. The digest covers the content and a salt, so that a content erased later
 * (with its salt) can no longer be guessed while the chain, sealed afterwards, stays whole.
 */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, line: AuditLine): Promise<void> {
    const salt = randomToken(16)
    const change = fitting(line.change ?? null)
    await tx.insertBlind(AuditEntryEntity, {
      id: newId(),
      at: this.clock.now(),
      actorKind: line.actor.kind,
      actorId: line.actor.id,
      action: line.action,
      subjectKind: line.subject.kind,
      subjectId: line.subject.id,
      nodeId: line.nodeId ?? null,
      change: change as never,
      salt,
      changeDigest: digestOf(salt, change),
    })
  }

  /** Empties the contents that tell about erased subjects: who did what and when stays, and with the digest the chain. */
  async erase(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length > 0) await tx.db.update(AuditEntryEntity, { subjectId: In(subjectIds) }, { change: null, salt: null })
  }
}

/** Stands for the content of an entry, in 64 hex digits, also after the content and its salt were erased. */
export function digestOf(salt: string, change: Record<string, unknown> | null): string {
  return createHash('sha256').update(salt).update(JSON.stringify(change)).digest('hex')
}

/** Bytes that the column holds on MySQL and MariaDB; SQLite knows no limit. */
const COLUMN_BYTES = 65_535
const SHOWN_OF_A_TEXT = 200

/** A change that its column can hold: long texts lose their end, and what is still too long is told by the names of its fields. */
function fitting(change: Record<string, unknown> | null): Record<string, unknown> | null {
  if (change === null || fits(change)) return change
  const shorter = shortened(change) as Record<string, unknown>
  return fits(shorter) ? shorter : Object.fromEntries(Object.entries(change).map(([key, value]) => [key, namesIn(value)]))
}

function fits(change: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(change)) <= COLUMN_BYTES
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > SHOWN_OF_A_TEXT ? `${value.slice(0, SHOWN_OF_A_TEXT)}…` : value
  if (Array.isArray(value)) return value.map(shortened)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]))
}

function namesIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.keys(value) : shortened(value)
}
