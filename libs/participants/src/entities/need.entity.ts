import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { EventEntity } from '@app/events'
import { References, id, optional, reference, sealed } from '@app/platform'
import { ConsentEntity } from './consent.entity.js'
import { ParticipationEntity } from './participation.entity.js'

/** Bedarf. Retention class B. Sealed: kind and detail; counted in memory. */
@Entity('need')
@Index(['participationId'], { unique: true })
@Index(['eventId'])
export class NeedEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @References(() => ParticipationEntity)
  @Column(reference()) participationId!: string
  @Column(sealed()) sealed!: string
  @References(() => ConsentEntity)
  @Column(optional(reference())) consentId!: string | null
}
