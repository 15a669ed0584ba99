import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { ContactEntity } from '@app/contacts'
import { References, id, line, optional, reference, text, whole } from '@app/platform'
import { AgendaItemEntity } from './agenda-item.entity.js'
import { EventEntity } from './event.entity.js'

/** Mitwirkung (Podium, Unterzeichnung, Leitung). Retention class N. Snapshot of name and office. */
@Entity('contribution')
@Index(['eventId', 'position'])
@Index(['agendaItemId'])
@Index(['contactId'])
@Check('ck_contribution__state', "state IN ('asked','agreed','declined')")
export class ContributionEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => EventEntity)
  @Column(reference()) eventId!: string
  @References(() => AgendaItemEntity)
  @Column(optional(reference())) agendaItemId!: string | null
  @References(() => ContactEntity)
  @Column(optional(reference())) contactId!: string | null
  @Column(line(60)) role!: string
  @Column(whole({ default: 0 })) position!: number
  @Column(line(300)) nameShown!: string
  @Column(optional(text())) officeShown!: string | null
  @Column(optional(line(300))) organisationShown!: string | null
  @Column(optional(line(8))) ags!: string | null
  @Column(optional(line(5))) land!: string | null
  @Column(optional(line(500))) talkTitle!: string | null
  @Column(optional(whole())) minutes!: number | null
  @Column(line(10, { default: 'agreed' })) state!: 'asked' | 'agreed' | 'declined'
}
