import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Admission, DatePrecision, EventMode, EventState, Visibility } from '@app/contracts'
import { References, day, flag, id, instant, line, optional, reference, sealed, text, whole } from '@app/platform'
import { NodeEntity } from '@app/staff'
import { FormatVersionEntity } from './format-version.entity.js'
import { SeriesMemberEntity } from './series-member.entity.js'
import { SeriesPhaseEntity } from './series-phase.entity.js'
import { SeriesEntity } from './series.entity.js'

/** Veranstaltung, Ausgabe. Retention class N. Id = node.id; the lock row. */
@Entity('event')
@Index(['slug'], { unique: true })
@Index(['seriesId', 'editionNo'], { unique: true })
@Index(['state', 'sortOn'])
@Index(['seriesId', 'sortOn'])
@Index(['memberId'])
@Check('ck_event__state', "state IN ('idea','planned','save_the_date','inviting','closed','running','done','accounted','cancelled')")
@Check('ck_event__mode', "mode IN ('in_person','online','hybrid')")
@Check('ck_event__date_precision', "date_precision IN ('unknown','year','month','day')")
@Check('ck_event__admission', "admission IN ('open','approval','invited','nominated')")
@Check('ck_event__visibility', "visibility IN ('public','invited')")
@Check('ck_event__capacity', 'capacity IS NULL OR capacity >= 0')
export class EventEntity {
  @References(() => NodeEntity)
  @PrimaryColumn(id()) id!: string
  @References(() => SeriesEntity)
  @Column(optional(reference())) seriesId!: string | null
  @Column(optional(whole())) editionNo!: number | null
  @Column(flag({ default: false })) isKickoff!: boolean
  @Column(flag({ default: false })) isClosing!: boolean
  @References(() => SeriesMemberEntity)
  @Column(optional(reference())) memberId!: string | null
  @References(() => SeriesPhaseEntity)
  @Column(optional(reference())) phaseId!: string | null
  @References(() => EventEntity)
  @Column(optional(reference())) copiedFromId!: string | null
  @References(() => FormatVersionEntity)
  @Column(reference()) formatVersionId!: string
  @Column(line(20)) state!: EventState
  @Column(line(10, { default: 'invited' })) visibility!: Visibility
  @Column(optional(line(300))) title!: string | null
  @Column(optional(line(300))) subtitle!: string | null
  @Column(line(120)) slug!: string
  @Column(optional(text())) guidingQuestion!: string | null
  @Column(optional(text())) description!: string | null
  /** Leichte Sprache, in German. */
  @Column(optional(text())) easyLanguage!: string | null
  @Column(optional(line(1000))) signVideoUrl!: string | null
  @Column(line(10)) mode!: EventMode
  @Column(optional(sealed())) onlineUrlSealed!: string | null
  @Column(line(40, { default: 'Europe/Berlin' })) timeZone!: string
  @Column(line(10, { default: 'unknown' })) datePrecision!: DatePrecision
  @Column(optional(line(10))) dateHint!: string | null
  @Column(flag({ default: false })) dateInferred!: boolean
  @Column(optional(day())) sortOn!: string | null
  @Column(optional(whole())) countPublished!: number | null
  @Column(optional(line(20))) countQualifier!: string | null
  @Column(optional(whole())) capacity!: number | null
  @Column(line(12, { default: 'open' })) admission!: Admission
  @Column(flag({ default: true })) waitingList!: boolean
  @Column(line(10, { default: 'free' })) substitutes!: string
  @Column(optional(whole())) offerHours!: number | null
  @Column(optional(instant())) opensAt!: Date | null
  @Column(optional(instant())) closesAt!: Date | null
  @Column(optional(instant())) changeUntil!: Date | null
  @Column(optional(line(100))) fileReference!: string | null
  @Column(optional(instant())) publishedAt!: Date | null
  @Column(optional(instant())) cancelledAt!: Date | null
  @Column(optional(line(300))) cancelReason!: string | null
  @Column(optional(instant())) securityUntil!: Date | null
  @Column(whole({ default: 0 })) revision!: number
  @Column(whole({ default: 0 })) questionsRevision!: number
  @Column(instant()) createdAt!: Date
}
