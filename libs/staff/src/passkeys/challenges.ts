import { Injectable } from '@nestjs/common'
import { Clock, KeyRing, type Tx, randomToken } from '@app/platform'
import { UsedOnce } from '../accounts/used-once.js'

const MINUTES = 10
const SCOPE = 'passkey'

/** What a challenge was given out for: to add a passkey to an account in one session, or to sign in with any. */
export type ChallengeFor = { kind: 'add'; accountId: string; sessionId: string } | { kind: 'sign_in' }

export interface Challenge {
  /** What the authenticator signs: 256 random bits in base64url. */
  challenge: string
  /** Goes back with the answer: the challenge, its purpose and its end, sealed. Nothing is stored for people who never answer. */
  pending: string
}

/** Challenges of passkeys: given out sealed, and used up in the table of keys of requests, so that an answer counts once. */
@Injectable()
export class Challenges {
  constructor(private readonly clock: Clock, private readonly keys: KeyRing, private readonly usedOnce: UsedOnce) {}

  give(purpose: ChallengeFor): Challenge {
    const challenge = randomToken(32)
    const until = this.clock.now().getTime() + MINUTES * 60_000
    return { challenge, pending: this.keys.seal('passkey-challenge', JSON.stringify({ challenge, until, purpose })) }
  }

  /** @returns the challenge, or null when it was made for something else, is over or was changed */
  open(pending: string, purpose: ChallengeFor): string | null {
    try {
      const read = JSON.parse(this.keys.open('passkey-challenge', pending)) as { challenge: string; until: number; purpose: ChallengeFor }
      return JSON.stringify(read.purpose) === JSON.stringify(purpose) && read.until > this.clock.now().getTime() ? read.challenge : null
    } catch {
      return null
    }
  }

  /** Uses a challenge up; false when that was done before, even at the same moment. */
  use(tx: Tx, challenge: string): Promise<boolean> {
    return this.usedOnce.take(tx, SCOPE, challenge, MINUTES)
  }
}
