import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, line, optional, reference, whole } from '../database/columns.js'

/** Postausgang der Aufträge. Retention class L. State machine. */
@Entity('outbox')
@Index(['dedupeKey'], { unique: true })
@Index(['state', 'runAfter'])
@Index(['lane', 'state', 'runAfter'])
@Index(['lane', 'slot'], { unique: true })
@Index(['subjectId'])
@Index(['nodeId', 'state'])
@Check('ck_outbox__state', "state IN ('pending','running','done','withheld','failed')")
export class OutboxEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(60)) kind!: string
  @Column(reference()) subjectId!: string
  @Column(json()) payload!: Record<string, string>
  @Column(line(255, { default: '' })) lane!: string
  @Column(optional(reference())) nodeId!: string | null
  @Column(optional(line(120))) dedupeKey!: string | null
  @Column(line(12)) state!: 'pending' | 'running' | 'done' | 'withheld' | 'failed'
  @Column(whole({ default: 0 })) attempts!: number
  @Column(instant()) runAfter!: Date
  @Column(optional(instant())) leaseUntil!: Date | null
  @Column(optional(line(60))) leaseBy!: string | null
  /** Place in the lane while it is handled, from 1; see `Lanes`. */
  @Column(optional(whole())) slot!: number | null
  @Column(optional(line(60))) reason!: string | null
  @Column(instant()) createdAt!: Date
  @Column(optional(instant())) settledAt!: Date | null
}
