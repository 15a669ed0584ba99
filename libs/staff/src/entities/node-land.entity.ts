import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, line, reference } from '@app/platform'
import { NodeEntity } from './node.entity.js'

/** Region (Land der Veranstaltung). */
@Entity('node_land')
@Index(['nodeId', 'land'], { unique: true })
@Index(['land'])
export class NodeLandEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => NodeEntity)
  @Column(reference()) nodeId!: string
  @Column(line(5)) land!: string
}
