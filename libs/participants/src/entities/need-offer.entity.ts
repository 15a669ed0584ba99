import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { NeedKind } from '@app/contracts'
import { EventEntity } from '@app/events'
import { References, day, id, line, optional, reference, whole } from '@app/platform'

/** Angebotene Unterstützung. */
@Entity('need_offer')
@Index(['eventId', 'kind'], { unique: true })
@Index(['bookBy'])
export class NeedOfferEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @Column(line(30)) kind!: NeedKind
  @Column(whole()) position!: number
  @Column(optional(day())) bookBy!: string | null
}
