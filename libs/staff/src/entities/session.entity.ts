import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { SignInWay } from '@app/contracts'
import { References, flag, id, instant, line, optional, reference } from '@app/platform'
import { AccountEntity } from './account.entity.js'

/** Sitzung. */
@Entity('session')
@Index(['tokenHash'], { unique: true })
@Index(['accountId'])
@Index(['formerHash'])
@Index(['providerSession'])
@Check('ck_session__opened_by', "opened_by IN ('password','link','passkey','oidc')")
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
  /** When its person last gave password, code, passkey or link in it; null in sessions from before this was kept. */
  @Column(optional(instant())) provedAt!: Date | null
  /** Browser and system in words, so that somebody recognises the session: "Firefox, Windows". */
  @Column(optional(line(100))) device!: string | null
  /** By what somebody signed in; null in sessions from before it was noted. */
  @Column(optional(line(10))) openedBy!: SignInWay | null
  /** Digest of the session at the provider of OpenID Connect in which it was opened; null when it was not, or the provider names none. */
  @Column(optional(line(64))) providerSession!: string | null
  /** The account's roles have changed: the next request gets another token. */
  @Column(flag({ default: false })) stale!: boolean
  /** The token before that one, which still counts for a moment: requests that were under way carry it. */
  @Column(optional(line(64))) formerHash!: string | null
  @Column(optional(instant())) formerUntil!: Date | null
}
