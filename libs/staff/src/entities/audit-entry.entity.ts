import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { big, id, instant, json, line, optional, reference } from '@app/platform'

/** Protokoll. Retention class L. Append-only; chained by a sealer, contents erasable. */
@Entity('audit_entry')
@Index(['chainNo'], { unique: true })
@Index(['subjectId', 'at'])
@Index(['nodeId', 'at'])
@Index(['at'])
@Check('ck_audit_entry__actor_kind', "actor_kind IN ('account','participant','body','system','import')")
export class AuditEntryEntity {
  @PrimaryColumn(id()) id!: string
  @Column(instant()) at!: Date
  @Column(line(12)) actorKind!: 'account' | 'participant' | 'body' | 'system' | 'import'
  @Column(optional(reference())) actorId!: string | null
  @Column(line(60)) action!: string
  @Column(line(40)) subjectKind!: string
  @Column(reference()) subjectId!: string
  @Column(optional(reference())) nodeId!: string | null
  @Column(optional(reference())) requestId!: string | null
  @Column(optional(json())) change!: Record<string, unknown> | null
  @Column(optional(line(32))) salt!: string | null
  @Column(line(64)) changeDigest!: string
  @Column(optional(big())) chainNo!: number | null
  @Column(optional(line(64))) chainHash!: string | null
}
