import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, line, optional, reference, whole } from '../database/columns.js'

/** persönlicher Link. Rows are revoked, not changed. */
@Entity('personal_link')
@Index(['selector'], { unique: true })
@Index(['subjectId', 'purpose'])
@Check('ck_personal_link__purpose', "purpose IN ('confirm','respond','manage','offer','nominate','unsubscribe','feed','files','checkin','undo','signin','reset')")
export class PersonalLinkEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(20)) purpose!: 'confirm' | 'respond' | 'manage' | 'offer' | 'nominate' | 'unsubscribe' | 'feed' | 'files' | 'checkin' | 'undo' | 'signin' | 'reset'
  @Column(line(32)) selector!: string
  @Column(whole({ default: 1 })) epoch!: number
  @Column(reference()) subjectId!: string
  @Column(optional(instant())) expiresAt!: Date | null
  @Column(optional(instant())) revokedAt!: Date | null
  @Column(instant()) createdAt!: Date
}
