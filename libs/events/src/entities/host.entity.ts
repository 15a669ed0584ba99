import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import type { Jurisdiction } from '@app/contracts'
import { References, id, json, line, optional, reference, sealed, text, FileEntity } from '@app/platform'

/** Gastgeber, Verantwortlicher. One per organisation. */
@Entity('host')
@Index(['organisationId'], { unique: true })
@Index(['slug'], { unique: true })
export class HostEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => OrganisationEntity)
  @Column(reference()) organisationId!: string
  @Column(line(20)) legalForm!: string
  @Column(line(100)) slug!: string
  @Column(json()) colours!: Record<string, string>
  @References(() => FileEntity)
  @Column(optional(reference())) logoFileId!: string | null
  @Column(optional(text())) imprint!: string | null
  @Column(optional(text())) privacy!: string | null
  @Column(optional(text())) accessibility!: string | null
  @Column(optional(line(200))) senderName!: string | null
  @Column(optional(line(254))) senderEmail!: string | null
  @Column(optional(sealed())) dkimSealed!: string | null
  @Column(optional(line(300))) website!: string | null
  /** Whose law on accessibility binds it; null: that of the Land where its organisation sits. */
  @Column(optional(line(5))) jurisdiction!: Jurisdiction | null
  /** Who arbitrates, in the host's own words. */
  @Column(optional(text())) arbitration!: string | null
  /** Leichte Sprache, in German. */
  @Column(optional(text())) easyLanguage!: string | null
  @Column(optional(line(1000))) signVideoUrl!: string | null
}
