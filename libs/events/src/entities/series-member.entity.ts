import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import { References, id, line, optional, reference, whole } from '@app/platform'
import { SeriesEntity } from './series.entity.js'

/** Mitglied (Kommune im Modellprojekt). Leaves, is not deleted. */
@Entity('series_member')
@Index(['seriesId', 'organisationId'], { unique: true })
@Check('ck_series_member__state', "state IN ('waiting','active','left')")
export class SeriesMemberEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => SeriesEntity)
  @Column(reference()) seriesId!: string
  @References(() => OrganisationEntity)
  @Column(reference()) organisationId!: string
  @Column(line(12)) state!: 'waiting' | 'active' | 'left'
  @Column(whole({ default: 0 })) position!: number
  @Column(optional(line(10))) joinedOn!: string | null
  @Column(optional(line(10))) leftOn!: string | null
  @References(() => SeriesMemberEntity)
  @Column(optional(reference())) replacesId!: string | null
}
