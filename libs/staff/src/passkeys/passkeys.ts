import { Inject, Injectable } from '@nestjs/common'
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { CONFIG, Clock, type Config, Problem, Transactions, isDuplicate, newId } from '@app/platform'
import { accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { CredentialEntity } from '../entities/credential.entity.js'
import { type FactorAdded, FactorChanges } from '../second-factor/factor-changes.js'
import { Sessions } from '../sessions/sessions.js'
import { Challenges } from './challenges.js'

/** Imported with the first passkey: the start of the server does not wait for it. */
const webauthn = () => import('@simplewebauthn/server')

/**
 * Passkeys (WebAuthn level 3): made by the device, which also checks who holds it, so that one alone is both factors. Their options name
 * no account: whoever asks to sign in learns nothing about who has one.
 */
@Injectable()
export class Passkeys {
  private readonly rpID: string

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly challenges: Challenges,
    private readonly sessions: Sessions,
    private readonly changes: FactorChanges,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.rpID = new URL(config.publicUrl).hostname
  }

  ofAccount(accountId: string): Promise<CredentialEntity[]> {
    return this.transactions.read.find(CredentialEntity, { where: { accountId, kind: 'passkey' }, order: { id: 'ASC' } })
  }

  async offer(account: AccountEntity, sessionId: string): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; pending: string }> {
    const { challenge, pending } = this.challenges.give({ kind: 'add', accountId: account.id, sessionId })
    const there = await this.ofAccount(account.id)
    const options = await (await webauthn()).generateRegistrationOptions({
      rpName: 'Dialogwerk', rpID: this.rpID, userName: account.email, userDisplayName: account.name, userID: new TextEncoder().encode(account.id),
      challenge: Buffer.from(challenge, 'base64url'), attestationType: 'none', excludeCredentials: there.map(({ externalId }) => ({ id: externalId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    return { options, pending }
  }

  /** @throws Problem `link_gone` when the challenge is not of this session, over or used, `invalid` when the answer is not what was asked for */
  async add(accountId: string, sessionId: string, { pending, response, label }: { pending: string; response: RegistrationResponseJSON; label: string }): Promise<FactorAdded> {
    const challenge = this.challenges.open(pending, { kind: 'add', accountId, sessionId })
    if (challenge === null) throw new Problem('link_gone')
    const { verifyRegistrationResponse } = await webauthn()
    const verified = await verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: this.config.publicUrl, expectedRPID: this.rpID, requireUserVerification: true }).catch(() => null)
    if (!verified?.verified) throw new Problem('invalid', {}, [{ pointer: '/response', code: 'field.passkey' }])
    const { id: externalId, publicKey, counter } = verified.registrationInfo.credential
    try {
      return await this.transactions.run(async (tx) => {
        if (!(await this.challenges.use(tx, challenge))) throw new Problem('link_gone')
        await tx.db.insert(CredentialEntity, {
          id: newId(), accountId, kind: 'passkey', externalId, publicKey: Buffer.from(publicKey).toString('base64url'), counter, label, createdAt: this.clock.now(),
        })
        await this.audit.record(tx, { actor: accountActor(accountId), action: 'factor.add', subject: { kind: 'account', id: accountId }, change: { kind: 'passkey' } })
        return this.changes.added(tx, accountId, sessionId)
      })
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('invalid', {}, [{ pointer: '/response', code: 'field.passkey' }])
      throw error
    }
  }

  /** @throws Problem `not_found` when the account has no such passkey */
  async remove(accountId: string, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const gone = await tx.db.delete(CredentialEntity, { id, accountId, kind: 'passkey' })
      if (!gone.affected) throw new Problem('not_found')
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'factor.remove', subject: { kind: 'account', id: accountId }, change: { kind: 'passkey' } })
      await this.changes.removed(tx, accountId)
    })
  }

  async offerSignIn(): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; pending: string }> {
    const { challenge, pending } = this.challenges.give({ kind: 'sign_in' })
    const options = await (await webauthn()).generateAuthenticationOptions({ rpID: this.rpID, challenge: Buffer.from(challenge, 'base64url'), userVerification: 'required' })
    return { options, pending }
  }

  /** Signs in by a passkey alone. @returns the token of the session, or null for whatever is not right */
  async signIn({ pending, response }: { pending: string; response: AuthenticationResponseJSON }, device: string | null): Promise<string | null> {
    const challenge = this.challenges.open(pending, { kind: 'sign_in' })
    const { read } = this.transactions
    const passkey = challenge === null ? null : await read.findOneBy(CredentialEntity, { kind: 'passkey', externalId: response.id })
    if (challenge === null || !passkey?.publicKey || !(await read.existsBy(AccountEntity, { id: passkey.accountId, state: 'active' }))) return null
    const { id, accountId, counter, externalId } = passkey
    const credential = { id: externalId, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter }
    const { verifyAuthenticationResponse } = await webauthn()
    const verified = await verifyAuthenticationResponse({ response, credential, expectedChallenge: challenge, expectedOrigin: this.config.publicUrl, expectedRPID: this.rpID, requireUserVerification: true }).catch(() => null)
    if (!verified?.verified) return null
    return this.transactions.run(async (tx) => {
      if (!(await this.challenges.use(tx, challenge))) return null
      const now = this.clock.now()
      // The counter as it was read: of two answers with the same one only the first counts.
      const update = await tx.db.update(CredentialEntity, { id, counter }, { counter: verified.authenticationInfo.newCounter, lastUsedAt: now })
      if (update.affected === 0) return null
      await tx.db.update(AccountEntity, { id: accountId }, { failed: 0, retryAt: null, lastSeenAt: now })
      await this.audit.record(tx, { actor: accountActor(accountId), action: 'account.sign_in', subject: { kind: 'account', id: accountId }, change: { by: 'passkey' } })
      return this.sessions.open(tx, accountId, { device, secondFactor: true, openedBy: 'passkey' })
    })
  }
}
