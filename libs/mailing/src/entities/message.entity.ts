import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Language } from '@app/contracts'
import { id, instant, line, optional, reference, whole } from '@app/platform'

/** gesendete Nachricht. Retention class L. Append-only but for its fate. */
@Entity('message')
@Index(['outboxId'], { unique: true })
@Index(['messageId'], { unique: true })
@Index(['verp'], { unique: true })
@Index(['participationId'])
@Index(['contactId'])
@Index(['eventId', 'sentAt'])
@Index(['campaignId', 'fate'])
@Check('ck_message__fate', "fate IN ('sending','sent','refused','bounced','delayed','withheld','given_up')")
export class MessageEntity {
  @PrimaryColumn(id()) id!: string
  @Column(reference()) outboxId!: string
  @Column(optional(reference())) campaignId!: string | null
  @Column(line(60)) kind!: string
  @Column(optional(reference())) eventId!: string | null
  @Column(optional(reference())) participationId!: string | null
  @Column(optional(reference())) contactId!: string | null
  @Column(optional(reference())) templateId!: string | null
  @Column(optional(reference())) calendarEntryId!: string | null
  @Column(optional(line(10))) method!: string | null
  @Column(optional(whole())) sequence!: number | null
  @Column(optional(line(254))) email!: string | null
  @Column(line(255)) domain!: string
  @Column(line(5)) language!: Language
  @Column(line(300)) subject!: string
  @Column(line(200)) messageId!: string
  @Column(line(40)) verp!: string
  @Column(line(12)) fate!: 'sending' | 'sent' | 'refused' | 'bounced' | 'delayed' | 'withheld' | 'given_up'
  @Column(optional(instant())) sentAt!: Date | null
  @Column(optional(line(300))) smtpReply!: string | null
  @Column(optional(instant())) fateAt!: Date | null
}
