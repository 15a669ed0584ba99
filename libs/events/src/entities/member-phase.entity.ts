import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, line, optional, reference } from '@app/platform'
import { DocumentEntity } from './document.entity.js'
import { SeriesMemberEntity } from './series-member.entity.js'
import { SeriesPhaseEntity } from './series-phase.entity.js'

/** Phase je Mitglied. */
@Entity('member_phase')
@Index(['memberId', 'phaseId'], { unique: true })
export class MemberPhaseEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => SeriesMemberEntity)
  @Column(reference()) memberId!: string
  @References(() => SeriesPhaseEntity)
  @Column(reference()) phaseId!: string
  @Column(line(12)) state!: string
  @Column(optional(line(10))) startsOn!: string | null
  @Column(optional(line(10))) endsOn!: string | null
  @References(() => DocumentEntity)
  @Column(optional(reference())) documentId!: string | null
}
