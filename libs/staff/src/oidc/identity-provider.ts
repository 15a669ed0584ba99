import { Inject, Injectable } from '@nestjs/common'
import type { ClientAuth, Configuration, IDToken } from 'openid-client'
import { addresses } from '@app/contracts'
import { CONFIG, type Config, LOGGER, type Logger, Problem } from '@app/platform'
import { askBounded } from './ask-bounded.js'
import { saysMultiFactor } from './multi-factor.js'
import type { OidcAttempt } from './oidc-attempts.js'
import { type Metadata, PATIENCE_SECONDS, ProviderMetadata, oidcLibrary } from './provider-metadata.js'
import { digestOfSession } from './provider-session.js'

/** Who the provider says somebody is: a subject, which means something only together with its issuer. */
export interface Identity {
  issuer: string
  subject: string
  /** Digest of the session at the provider; null when it names none. */
  session: string | null
  isMultiFactor: boolean
}

/** Why nobody was identified. `fault` is a code for the log, never what somebody sent. */
export interface Unidentified {
  reason: 'denied' | 'failed' | 'unavailable'
  fault: string
}

type SetUp = NonNullable<Config['oidc']>

/**
 * The provider of the configuration, asked by authorization code with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636). Only its `openid` scope is
 * asked for: names and addresses come from the invitation, so nothing about people is fetched that is not needed.
 */
@Injectable()
export class IdentityProvider {
  private readonly redirectUri: string

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly metadata: ProviderMetadata, @Inject(LOGGER) private readonly logger: Logger) {
    // From the configuration, never from what a request says that the server is called.
    this.redirectUri = `${config.publicUrl}${addresses.oidcCallback()}`
  }

  /** What people call it; null when there is none. */
  get name(): string | null {
    return this.config.oidc?.name ?? null
  }

  /**
   * Where the browser goes to be asked who it is; asked of the provider just before, so that nobody is sent to one that is not there.
   * @throws Problem `not_found` without a provider, `oidc_unavailable` when it does not answer, or not with what is needed
   */
  async addressFor({ state, nonce, verifier, purpose }: OidcAttempt): Promise<string> {
    const setUp = this.setUp
    try {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await oidcLibrary()
      const configuration = await this.configuration(setUp, await this.metadata.asOfNow())
      return buildAuthorizationUrl(configuration, {
        redirect_uri: this.redirectUri, scope: 'openid', state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
        // Whoever is bound is asked anew: on a shared machine somebody else may still be known to the provider.
        ...(purpose.kind === 'bind' ? { prompt: 'login' } : {}),
      }).href
    } catch (error) {
      this.logger.warn({ fault: faultOf(error) }, 'OpenID Connect: the provider does not tell its addresses')
      throw new Problem('oidc_unavailable')
    }
  }

  /**
   * Redeems what the provider sent back. The library checks state, issuer of the answer (RFC 9207), signature, issuer, audience, times and
   * nonce of the ID token. @param query of the address that the browser came back to
   */
  async identify(attempt: OidcAttempt, query: URLSearchParams): Promise<Identity | Unidentified> {
    const setUp = this.setUp
    try {
      const { authorizationCodeGrant } = await oidcLibrary()
      const answer = await authorizationCodeGrant(await this.configuration(setUp, await this.metadata.known()), new URL(`${this.redirectUri}?${query}`), {
        expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.verifier, idTokenExpected: true,
      })
      return identityOf(answer.claims(), setUp)
    } catch (error) {
      return { reason: reasonOf(error), fault: faultOf(error) }
    }
  }

  private get setUp(): SetUp {
    if (this.config.oidc === null) throw new Problem('not_found')
    return this.config.oidc
  }

  /** A new one for each question: the library keeps the keys of a provider with it, and those may have changed a moment ago. */
  private async configuration({ issuer, clientId, clientSecret }: SetUp, metadata: Metadata): Promise<Configuration> {
    const { ClientSecretBasic, ClientSecretPost, Configuration, None, allowInsecureRequests, customFetch, enableNonRepudiationChecks } = await oidcLibrary()
    const [basic, post] = clientSecret === null ? [] : [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)]
    // RFC 8414 §2: a provider that lists nothing takes the secret in a header.
    const proof: ClientAuth = (server, ...more) => (post && server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false ? post : basic ?? None())(server, ...more)
    const made = new Configuration(metadata, clientId, undefined, proof)
    made.timeout = PATIENCE_SECONDS
    Object.assign(made, { [customFetch]: askBounded })
    enableNonRepudiationChecks(made)
    if (issuer.startsWith('http:')) allowInsecureRequests(made)
    return made
  }
}

/** The identity of an ID token that was checked; providers that answer for many issuers count only as the one that was configured. */
export function identityOf(claims: IDToken | undefined, { issuer, trustMfa }: Pick<SetUp, 'issuer' | 'trustMfa'>): Identity | Unidentified {
  if (claims === undefined || new URL(claims.iss).href !== new URL(issuer).href) return { reason: 'failed', fault: 'issuer' }
  if (typeof claims.sub !== 'string' || claims.sub === '') return { reason: 'failed', fault: 'subject' }
  return { issuer, subject: claims.sub, session: digestOfSession(issuer, claims.sid), isMultiFactor: trustMfa && saysMultiFactor(claims) }
}

/** Codes of the library for answers that never came, or came from something else than the provider. */
const UNAVAILABLE = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR', 'metadata'])

function reasonOf(error: unknown): Unidentified['reason'] {
  const { error: said } = error as { error?: unknown }
  if (said === 'access_denied') return 'denied'
  if (said === 'server_error' || said === 'temporarily_unavailable') return 'unavailable'
  const code = codeOf(error)
  if (code !== undefined) return UNAVAILABLE.has(code) ? 'unavailable' : 'failed'
  // fetch says without a code that nobody answered, or not in time; the library hands it on, or wraps it.
  const { name, cause } = error as { name?: unknown; cause?: { name?: unknown } | null }
  return [name, cause?.name].some((one) => one === 'TypeError' || one === 'TimeoutError') ? 'unavailable' : 'failed'
}

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

/** Codes are the library's own words; what the provider or a stranger wrote into the address is not repeated. */
function faultOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
}
