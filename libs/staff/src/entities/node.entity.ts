import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, instant, line, optional, reference } from '@app/platform'

/** Knoten im Programmbaum. Id is shared with series or event. */
@Entity('node')
@Index(['path'], { unique: true })
@Check('ck_node__kind', "kind IN ('series','event')")
export class NodeEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => NodeEntity)
  @Column(optional(reference())) parentId!: string | null
  @Column(line(10)) kind!: 'series' | 'event'
  @Column(line(255)) path!: string
  @Column(instant()) createdAt!: Date
}
