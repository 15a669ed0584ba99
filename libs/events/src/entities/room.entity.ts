import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, json, line, optional, reference, whole } from '@app/platform'
import { EventEntity } from './event.entity.js'
import { VenueEntity } from './venue.entity.js'

/** Raum. */
@Entity('room')
@Index(['eventId', 'name'], { unique: true })
export class RoomEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @References(() => VenueEntity)
  @Column(optional(reference())) venueId!: string | null
  @Column(line(100)) name!: string
  @Column(optional(whole())) capacity!: number | null
  @Column(json()) access!: string[]
}
