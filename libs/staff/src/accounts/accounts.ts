import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import type { Language, Role, SignInWay } from '@app/contracts'
import { Clock, PersonalLinks, Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, accountActor, systemActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { Grants } from '../rights/grants.js'
import { Sessions } from '../sessions/sessions.js'
import { checkPassword, hashPassword } from './passwords.js'
import { type SignInAttempts, afterAttempt, countingNow, secondsToWait } from './sign-in-attempts.js'
import { StrangerAttempts } from './stranger-attempts.js'

const SIGN_IN_LINK_HOURS = 24

export type SignInResult = { kind: 'signed_in'; token: string } | { kind: 'refused' } | { kind: 'wait'; seconds: number }

/** What came of a password that was given: right, wrong, or too early after wrong ones. */
type Proof = { kind: 'right' } | { kind: 'refused' } | { kind: 'wait'; seconds: number }

/** Accounts of staff: made by a one-time link, signed in by address and password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: PersonalLinks,
    private readonly sessions: Sessions,
    private readonly grants: Grants,
    private readonly strangers: StrangerAttempts,
  ) {}

  /** Creates an account with one role over the whole programme. */
  async create(tx: Tx, account: { email: string; name: string; role: Role }, actor: Actor = systemActor): Promise<string> {
    const id = newId()
    const now = this.clock.now()
    await tx.db.insert(AccountEntity, {
      id, email: account.email, emailNormalised: account.email.toLowerCase(), name: account.name, state: 'active', language: 'de', createdAt: now,
    })
    await this.audit.record(tx, { actor, action: 'account.create', subject: { kind: 'account', id } })
    await this.grants.give(tx, id, { role: account.role, nodeId: null, land: null, expiresAt: null }, { actor, reason: null })
    return id
  }

  /** A one-time sign-in link: the former ones stop working. */
  async signInLink(tx: Tx, accountId: string): Promise<string> {
    await this.links.revoke(tx, 'signin', accountId)
    return this.links.create(tx, 'signin', accountId, new Date(this.clock.now().getTime() + SIGN_IN_LINK_HOURS * 3_600_000))
  }

  /** Name behind a sign-in link, for the page with the button; changes nothing. */
  async holderOf(token: string): Promise<AccountEntity | null> {
    const link = await this.links.find('signin', token)
    return link.kind === 'valid' ? this.transactions.read.findOneBy(AccountEntity, { id: link.subjectId, state: In(['invited', 'active']) }) : null
  }

  /** Uses up a sign-in link; null when it is unknown, over or used before. @param device see `SessionEntity.device` */
  async signInByLink(token: string, device: string | null = null): Promise<string | null> {
    const link = await this.links.find('signin', token)
    if (link.kind !== 'valid') return null
    return this.transactions.run(async (tx) => {
      if ((await this.links.revoke(tx, 'signin', link.subjectId)) === 0) return null
      // Whoever was invited has come.
      await tx.db.update(AccountEntity, { id: link.subjectId, state: 'invited' }, { state: 'active' })
      return this.openSession(tx, link.subjectId, device, 'link')
    })
  }

  /** Signs in; unknown accounts get the same answers, delays included, and cost the same hash. Attempts slow down, an account is never locked. */
  async signIn(email: string, password: string, device: string | null = null): Promise<SignInResult> {
    const account = await this.transactions.read.findOneBy(AccountEntity, { emailNormalised: email.toLowerCase(), state: 'active' })
    const proof = await this.prove(account, email, password)
    if (proof.kind !== 'right' || account === null) return proof.kind === 'wait' ? proof : { kind: 'refused' }
    return this.transactions.run(async (tx) => {
      await tx.db.update(AccountEntity, { id: account.id }, { failed: 0, retryAt: null })
      return { kind: 'signed_in', token: await this.openSession(tx, account.id, device, 'password') }
    })
  }

  private async prove(account: AccountEntity | null, email: string, password: string): Promise<Proof> {
    const now = this.clock.now()
    // Looked up for everybody: one question less would tell by time who has an account.
    const ofStranger = await this.strangers.of(email)
    const attempts = account ?? ofStranger
    const seconds = secondsToWait(attempts, now)
    if (seconds !== null) return { kind: 'wait', seconds }
    // Told only when it is counted: of many attempts at the same moment only the first is one. Both run side by side, so that what is written
    // for an account and what for an address without one need not take the same time.
    const [isFirst, matches] = await Promise.all([this.countAttempt(account?.id ?? null, email, attempts, now), checkPassword(account?.passwordHash ?? null, password)])
    if (!isFirst) return { kind: 'wait', seconds: 1 }
    return matches ? { kind: 'right' } : { kind: 'refused' }
  }

  /** Writes an attempt down as failed, which a right password takes back; false when another one came first. */
  private countAttempt(accountId: string | null, email: string, before: SignInAttempts, now: Date): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      if (accountId === null) return this.strangers.count(tx, email, before)
      const update = await tx.db.update(AccountEntity, { id: accountId, failed: before.failed, retryAt: before.retryAt ?? IsNull() }, afterAttempt(countingNow(before, now), now))
      return update.affected !== 0
    })
  }

  /**
   * Sets a password; every other session of the account ends, because somebody who changes it may want to lock out whoever is in.
   * @param sessionId the session in which it is chosen, which goes on
   */
  async setPassword(accountId: string, password: string, sessionId: string | null = null): Promise<void> {
    const passwordHash = await hashPassword(password)
    await this.transactions.run(async (tx) => {
      await tx.db.update(AccountEntity, { id: accountId }, { passwordHash, failed: 0, retryAt: null })
      await this.sessions.closeOthers(tx, accountId, sessionId)
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'account.password', subject: { kind: 'account', id: accountId } })
    })
  }

  /**
   * The same, by somebody who is signed in: as soon as there is a password, only with it. Guesses slow down like those at sign-in.
   * @throws Problem `invalid` at `/current`, `too_many_requests`
   */
  async changePassword(account: AccountEntity, current: string | null, password: string, sessionId: string): Promise<void> {
    if (account.passwordHash !== null) {
      if (!current) throw new Problem('invalid', {}, [{ pointer: '/current', code: 'field.required' }])
      const proof = await this.prove(account, account.email, current)
      if (proof.kind === 'wait') throw new Problem('too_many_requests', {}, [], proof.seconds)
      if (proof.kind === 'refused') throw new Problem('invalid', {}, [{ pointer: '/current', code: 'field.password_wrong' }])
    }
    await this.setPassword(account.id, password, sessionId)
  }

  /**
   * Proves by the password who is in a session; guesses slow down like those at sign-in.
   * @returns the token of the session that takes its place
   * @throws Problem `invalid` at `/password`, `too_many_requests`
   */
  async proveAgain(account: AccountEntity, password: string, sessionId: string): Promise<string> {
    const { id } = account
    const proof = await this.prove(account, account.email, password)
    if (proof.kind === 'wait') throw new Problem('too_many_requests', {}, [], proof.seconds)
    if (proof.kind === 'refused') throw new Problem('invalid', {}, [{ pointer: '/password', code: 'field.password_wrong' }])
    return this.transactions.run(async (tx) => {
      await tx.db.update(AccountEntity, { id }, { failed: 0, retryAt: null })
      await this.audit.record(tx, { actor: accountActor(id), action: 'account.prove', subject: { kind: 'account', id } })
      return this.sessions.prove(tx, id, sessionId)
    })
  }

  /** Language of mails to the account. */
  async setLanguage(accountId: string, language: Language): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.db.update(AccountEntity, { id: accountId }, { language })
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'account.language', subject: { kind: 'account', id: accountId }, change: { language } })
    })
  }

  /** Id of the active account with this address, or null. */
  async idOf(email: string): Promise<string | null> {
    const account = await this.transactions.read.findOneBy(AccountEntity, { emailNormalised: email.toLowerCase(), state: 'active' })
    return account?.id ?? null
  }

  /** True while the account can be entered by a one-time link only. */
  hasNoPassword(accountId: string): Promise<boolean> {
    return this.transactions.read.existsBy(AccountEntity, { id: accountId, passwordHash: IsNull() })
  }

  /** True before anybody can sign in: the first start prints a set-up link. */
  async isEmpty(): Promise<boolean> {
    return (await this.transactions.read.count(AccountEntity)) === 0
  }

  private async openSession(tx: Tx, accountId: string, device: string | null, openedBy: SignInWay): Promise<string> {
    const now = this.clock.now()
    await tx.db.update(AccountEntity, { id: accountId }, { lastSeenAt: now })
    await this.audit.record(tx, { actor: accountActor(accountId), action: 'account.sign_in', subject: { kind: 'account', id: accountId } })
    return this.sessions.open(tx, accountId, { device, openedBy })
  }
}
