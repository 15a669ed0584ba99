import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Answer, Language, Origin, Place, Salutation } from '@app/contracts'
import { ContactEntity, OrganisationEntity } from '@app/contacts'
import { EventEntity, NoticeEntity } from '@app/events'
import { References, big, day, id, instant, line, optional, reference, whole } from '@app/platform'
import { ContingentEntity } from './contingent.entity.js'
import { NominationEntity } from './nomination.entity.js'

/** Teilnahme (Einladung bis Anwesenheit). Snapshot of the person; two facts: answer and place. */
@Entity('participation')
@Index(['eventId', 'activeKey'], { unique: true })
@Index(['eventId', 'contingentId', 'place', 'seats'])
@Index(['eventId', 'place', 'arrivalNo'])
@Index(['eventId', 'nameSort', 'id'])
@Index(['eventId', 'answer'])
@Index(['contactId'])
@Index(['emailNormalised'])
@Index(['nominationId'])
@Index(['representsId'])
@Index(['place', 'placeUntil'])
@Check('ck_participation__answer', "answer IN ('noted','invited','unconfirmed','accepted','declined','represented','withdrawn')")
@Check('ck_participation__place', "place IN ('none','requested','waiting','offered','confirmed','refused','door')")
@Check('ck_participation__place_2', "(place = 'none') = (answer <> 'accepted')")
@Check('ck_participation__place_3', "(place = 'offered') = (place_until IS NOT NULL)")
@Check('ck_participation__place_4', "place <> 'waiting' OR arrival_no IS NOT NULL")
@Check('ck_participation__seats', 'seats BETWEEN 1 AND 500')
@Check('ck_participation__origin', "origin IN ('invited','open','nominated','group','substitute','staff','import','door')")
export class ParticipationEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @References(() => ContactEntity)
  @Column(optional(reference())) contactId!: string | null
  @Column(line(12)) origin!: Origin
  @References(() => NominationEntity)
  @Column(optional(reference())) nominationId!: string | null
  @References(() => ContingentEntity)
  @Column(optional(reference())) contingentId!: string | null
  @References(() => ParticipationEntity)
  @Column(optional(reference())) registeredById!: string | null
  @References(() => ParticipationEntity)
  @Column(optional(reference())) representsId!: string | null
  @Column(line(12)) answer!: Answer
  @Column(optional(instant())) answeredAt!: Date | null
  @Column(optional(line(300))) declineReason!: string | null
  @Column(line(12)) place!: Place
  @Column(optional(instant())) placeAt!: Date | null
  @Column(optional(instant())) placeUntil!: Date | null
  @Column(optional(line(60))) placeReason!: string | null
  @Column(optional(big())) arrivalNo!: number | null
  @Column(whole({ default: 1 })) seats!: number
  @Column(optional(whole())) wave!: number | null
  @Column(optional(instant())) invitedAt!: Date | null
  @Column(optional(instant())) confirmedAt!: Date | null
  @Column(optional(line(60))) groupKey!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(optional(line(8))) ags!: string | null
  @Column(optional(day())) agsOn!: string | null
  @Column(optional(line(10))) salutation!: Salutation | null
  @Column(optional(line(60))) title!: string | null
  @Column(optional(line(200))) givenNames!: string | null
  @Column(optional(line(200))) familyName!: string | null
  @Column(optional(line(200))) nameSearch!: string | null
  @Column(optional(line(300))) nameSort!: string | null
  @Column(optional(line(300))) officeAddress!: string | null
  @Column(optional(line(200))) officeSalutation!: string | null
  @References(() => OrganisationEntity)
  @Column(optional(reference())) organisationId!: string | null
  @Column(optional(line(300))) organisationShown!: string | null
  @Column(optional(line(254))) email!: string | null
  @Column(optional(line(254))) emailNormalised!: string | null
  @Column(optional(line(60))) phone!: string | null
  @Column(optional(line(200))) salutationOverride!: string | null
  @Column(line(5, { default: 'de' })) language!: Language
  @Column(optional(line(300))) activeKey!: string | null
  @References(() => NoticeEntity)
  @Column(optional(reference())) noticeId!: string | null
  @Column(optional(day())) blockedUntil!: string | null
  @Column(optional(instant())) anonymisedAt!: Date | null
  @Column(whole({ default: 0 })) revision!: number
  @Column(instant()) createdAt!: Date
}
