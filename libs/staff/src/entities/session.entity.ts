import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, flag, id, instant, line, optional, reference } from '@app/platform'
import { AccountEntity } from './account.entity.js'

/** Sitzung. */
@Entity('session')
@Index(['tokenHash'], { unique: true })
@Index(['accountId'])
export class SessionEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => AccountEntity)
  @Column(reference()) accountId!: string
  @Column(line(64)) tokenHash!: string
  @Column(instant()) createdAt!: Date
  @Column(instant()) lastSeenAt!: Date
  @Column(instant()) expiresAt!: Date
  @Column(optional(instant())) revokedAt!: Date | null
  @Column(flag({ default: false })) secondFactor!: boolean
}
