import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional, reference, whole } from '../database/columns.js'

/** Wiederholungsschlüssel. Insert, expire. */
@Entity('idempotency_key')
@Index(['scope', 'keyHash'], { unique: true })
@Index(['expiresAt'])
export class IdempotencyKeyEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(60)) scope!: string
  @Column(line(64)) keyHash!: string
  @Column(line(64)) requestHash!: string
  @Column(optional(whole())) status!: number | null
  @Column(optional(reference())) resultId!: string | null
  @Column(instant()) createdAt!: Date
  @Column(instant()) expiresAt!: Date
}
