import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Language } from '@app/contracts'
import { big, id, instant, line, optional, sealed, whole } from '@app/platform'

/** Konto. */
@Entity('account')
@Index(['emailNormalised'], { unique: true })
@Check('ck_account__state', "state IN ('invited','active','closed')")
export class AccountEntity {
  @PrimaryColumn(id()) id!: string
  @Column(line(254)) email!: string
  @Column(line(254)) emailNormalised!: string
  @Column(line(200)) name!: string
  @Column(optional(line(255))) passwordHash!: string | null
  @Column(optional(sealed())) totpSealed!: string | null
  /** Step of the code that was used last: it and those before it are used up. */
  @Column(optional(big())) totpStep!: number | null
  @Column(whole({ default: 0 })) factorFailed!: number
  @Column(optional(instant())) factorRetryAt!: Date | null
  @Column(line(12)) state!: 'invited' | 'active' | 'closed'
  @Column(line(5, { default: 'de' })) language!: Language
  @Column(whole({ default: 0 })) failed!: number
  @Column(optional(instant())) retryAt!: Date | null
  @Column(instant()) createdAt!: Date
  @Column(optional(instant())) lastSeenAt!: Date | null
}
