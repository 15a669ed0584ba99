import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, id, line, optional } from '@app/platform'

/** Ferien, Plenarwoche. Replaced per upload. */
@Entity('planning_date')
@Index(['land', 'startsOn'])
export class PlanningDateEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(100)) calendar!: string
  @Column(optional(line(5))) land!: string | null
  @Column(line(200)) title!: string
  @Column(day()) startsOn!: string
  @Column(day()) endsOn!: string
}
