import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { References, id, instant, line, optional, reference, text, whole } from '@app/platform'
import { AccountEntity } from './account.entity.js'

/** Passkey, OIDC, Wiederherstellungscode. */
@Entity('credential')
@Index(['kind', 'externalId'], { unique: true })
@Index(['accountId'])
@Check('ck_credential__kind', "kind IN ('passkey','oidc','recovery')")
export class CredentialEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => AccountEntity)
  @Column(reference()) accountId!: string
  @Column(line(10)) kind!: 'passkey' | 'oidc' | 'recovery'
  /** Id of the passkey, digest of issuer and subject, or MAC of the code. */
  @Column(line(255)) externalId!: string
  @Column(optional(text())) publicKey!: string | null
  @Column(whole({ default: 0 })) counter!: number
  @Column(optional(line(100))) label!: string | null
  @Column(instant()) createdAt!: Date
  @Column(optional(instant())) lastUsedAt!: Date | null
}
