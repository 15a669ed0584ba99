import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional, reference, whole } from '@app/platform'

/** Sperre, Widerspruch. Lifted, not deleted; works without the contact. */
@Entity('address_block')
@Index(['emailHash', 'reason'], { unique: true })
@Index(['expiresAt'])
@Check('ck_address_block__reason', "reason IN ('objection','bounce','complaint','manual')")
@Check('ck_address_block__scope', "scope IN ('list','all')")
export class AddressBlockEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(64)) emailHash!: string
  @Column(line(20)) reason!: 'objection' | 'bounce' | 'complaint' | 'manual'
  @Column(line(10)) scope!: 'list' | 'all'
  @Column(whole({ default: 0 })) softCount!: number
  @Column(optional(line(254))) email!: string | null
  @Column(instant()) since!: Date
  @Column(optional(instant())) expiresAt!: Date | null
  @Column(optional(instant())) liftedAt!: Date | null
  @Column(optional(reference())) liftedBy!: string | null
}
