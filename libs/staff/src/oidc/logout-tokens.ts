import { Inject, Injectable } from '@nestjs/common'
import type { JWTPayload, RemoteJWKSet } from 'jose'
import { CONFIG, type Config, Problem } from '@app/platform'
import { askBounded } from './ask-bounded.js'
import { PATIENCE_SECONDS, ProviderMetadata } from './provider-metadata.js'
import { digestOfSession } from './provider-session.js'

/** Whom a provider says it has logged out: a subject, one session, or both. */
export interface LoggedOut {
  /** Of this message; the same one counts once. */
  id: string
  issuer: string
  subject: string | null
  /** Digest of the session at the provider. */
  session: string | null
}

/** How old a message may be; a provider sends it at once. */
export const LOGOUT_MINUTES = 5
const CLOCKS_DIFFER_SECONDS = 30

/** What others can check; a secret that both know signs no logout here, as it signs no sign-in. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/** Logout tokens of the provider of the configuration (OpenID Connect Back-Channel Logout 1.0 §2.4 and §2.6). */
@Injectable()
export class LogoutTokens {
  private keys: { from: string; set: RemoteJWKSet } | null = null

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly metadata: ProviderMetadata) {}

  /**
   * @returns whom a token means, or null when it is no logout token of the provider for this client that counts now
   * @throws Problem `not_found` without a provider; what the library throws for a token that it refuses, or when the keys cannot be read
   */
  async read(token: string): Promise<LoggedOut | null> {
    const { oidc } = this.config
    if (oidc === null) throw new Problem('not_found')
    const { jwtVerify } = await import('jose')
    const { issuer, jwks_uri } = await this.metadata.known()
    if (new URL(issuer).href !== oidc.issuer) return null
    // An end (`exp`) is checked where there is one: tokens from before the errata of the specification have none, and the age bounds all.
    const { payload, protectedHeader } = await jwtVerify(token, await this.keysAt(jwks_uri), {
      issuer, audience: oidc.clientId, algorithms: ALGORITHMS, maxTokenAge: LOGOUT_MINUTES * 60, clockTolerance: CLOCKS_DIFFER_SECONDS, requiredClaims: ['jti', 'events'],
    })
    // A type is recommended and may be left out; one of another kind of token is none.
    if (protectedHeader.typ !== undefined && !/^(?:application\/)?(?:logout\+jwt|jwt)$/i.test(protectedHeader.typ)) return null
    return meantBy(payload, oidc.issuer)
  }

  /** Kept, and read anew for a key that is not known, at most every half minute: whoever sends nonsense here does not send it on. */
  private async keysAt(address: string): Promise<RemoteJWKSet> {
    if (this.keys?.from !== address) {
      const { createRemoteJWKSet, customFetch } = await import('jose')
      const ask = (url: string, { headers, ...more }: { headers: Headers; method: 'GET'; redirect: 'manual'; signal: AbortSignal }) => askBounded(url, { ...more, headers: Object.fromEntries(headers), body: undefined })
      this.keys = { from: address, set: createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE_SECONDS * 1_000, [customFetch]: ask }) }
    }
    return this.keys.set
  }
}

/** @param payload whose signature, issuer, audience and times were checked */
function meantBy({ jti, sub, sid, events, nonce }: JWTPayload, issuer: string): LoggedOut | null {
  const event: unknown = (events as Record<string, unknown> | null)?.[EVENT]
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return null
  // What has one was made for a sign-in.
  if (nonce !== undefined || typeof jti !== 'string' || jti === '') return null
  if ([sub, sid].some((one) => one !== undefined && (typeof one !== 'string' || one === ''))) return null
  const session = digestOfSession(issuer, sid)
  return sub === undefined && session === null ? null : { id: jti, issuer, subject: sub ?? null, session }
}
