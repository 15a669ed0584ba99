import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, id, line, optional, whole } from '@app/platform'

/** Kommune (Register). History: one row per key and register date. */
@Entity('municipality')
@Index(['ags', 'registerOn'], { unique: true })
@Index(['search'])
export class MunicipalityEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(8)) ags!: string
  @Column(day()) registerOn!: string
  @Column(line(200)) name!: string
  @Column(line(20)) kind!: string
  @Column(line(5)) land!: string
  @Column(optional(line(12))) ars!: string | null
  @Column(line(200)) search!: string
  @Column(optional(whole())) population!: number | null
}
