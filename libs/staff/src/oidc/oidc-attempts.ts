import { Injectable } from '@nestjs/common'
import { Clock, KeyRing, Transactions, randomToken } from '@app/platform'
import { UsedOnce } from '../accounts/used-once.js'

/** Minutes within which somebody comes back from the provider. */
export const ATTEMPT_MINUTES = 10
const SCOPE = 'oidc'

/** What somebody was sent to the provider for: to sign in, or to bind what the provider knows them as to an account, in one session of it. */
export type OidcPurpose = { kind: 'sign_in' } | { kind: 'bind'; accountId: string; sessionId: string }

export interface OidcAttempt {
  /** Comes back in the address: the answer belongs to this browser. 256 random bits, like the two below. */
  state: string
  /** Comes back inside the ID token: it was made for this attempt. */
  nonce: string
  /** Goes along with the code, whose request carried its digest (PKCE, RFC 7636). */
  verifier: string
  /** End, in milliseconds since 1970. */
  until: number
  purpose: OidcPurpose
  /** Path in the console to go on at. */
  back: string
}

/**
 * Ways to the provider that were begun. Each stands sealed in a cookie of the browser that began it, so nothing is stored for people who never
 * come back, and nobody can be led to an end that somebody else began. What came back counts once.
 */
@Injectable()
export class OidcAttempts {
  constructor(private readonly clock: Clock, private readonly keys: KeyRing, private readonly transactions: Transactions, private readonly usedOnce: UsedOnce) {}

  begin(purpose: OidcPurpose, back: string): { attempt: OidcAttempt; sealed: string } {
    const until = this.clock.now().getTime() + ATTEMPT_MINUTES * 60_000
    const attempt = { state: randomToken(32), nonce: randomToken(32), verifier: randomToken(32), until, purpose, back }
    return { attempt, sealed: this.keys.seal('oidc-attempt', JSON.stringify(attempt)) }
  }

  /** The attempt of a cookie, or null when there is none, or it is over or was changed. */
  open(sealed: string | undefined): OidcAttempt | null {
    if (sealed === undefined) return null
    try {
      const attempt = JSON.parse(this.keys.open('oidc-attempt', sealed)) as OidcAttempt
      return attempt.until > this.clock.now().getTime() ? attempt : null
    } catch {
      return null
    }
  }

  /** Uses an attempt up; false when that was done before. */
  use({ state }: OidcAttempt): Promise<boolean> {
    return this.transactions.run((tx) => this.usedOnce.take(tx, SCOPE, state, ATTEMPT_MINUTES))
  }
}
