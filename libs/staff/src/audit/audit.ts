import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock, type Tx, newId, randomToken } from '@app/platform'
import type { Actor } from '../actor.js'
import { AuditEntryEntity } from '../entities/audit-entry.entity.js'

export interface AuditLine {
  actor: Actor
  /** What was done, `participation.confirm` … */
  action: string
  subject: { kind: string; id: string }
  nodeId?: string | null
  /** Before and after of the fields that changed. Erasure empties it; the digest stays. */
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
    const change = line.change ?? null
    await tx.db.insert(AuditEntryEntity, {
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
      changeDigest: createHash('sha256').update(salt).update(JSON.stringify(change)).digest('hex'),
    })
  }
}
