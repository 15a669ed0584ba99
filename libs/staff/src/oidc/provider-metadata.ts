import { Inject, Injectable } from '@nestjs/common'
import type { Configuration, ServerMetadata } from 'openid-client'
import { CONFIG, Clock, type Config, Problem } from '@app/platform'
import { askBounded } from './ask-bounded.js'

export type OidcLibrary = typeof import('openid-client')

/** Imported with the first sign-in: the start of the server does not wait for it. */
export const oidcLibrary = (): Promise<OidcLibrary> => import('openid-client')

/** How long each question to a provider may take; people wait for it. */
export const PATIENCE_SECONDS = 5
const HOUR = 3_600_000

/** Without these nobody signs in (OpenID Connect Discovery 1.0 §3). */
const NEEDED = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const
export type Metadata = ServerMetadata & Record<(typeof NEEDED)[number], string>

/** What the provider of the configuration tells of itself, kept for an hour. Several who ask at the same moment wait for one answer. */
@Injectable()
export class ProviderMetadata {
  private last: { at: number; metadata: Metadata } | null = null
  private asking: Promise<Metadata> | null = null

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly clock: Clock) {}

  /** @throws what the library throws, or an error with the code `metadata` for an answer without what is needed */
  async known(): Promise<Metadata> {
    return this.last !== null && this.clock.elapsed() - this.last.at <= HOUR ? this.last.metadata : this.asOfNow()
  }

  /**
   * Before a browser is sent away: asked anew. Whether the provider is there shows here, where it can be said in a sentence, and not in the
   * browser, which has a page of its own for that. A fault changes nothing of what is known: who is on the way back goes on with it.
   * @throws like `known`
   */
  asOfNow(): Promise<Metadata> {
    this.asking ??= this.askedAnew().finally(() => (this.asking = null))
    return this.asking
  }

  private async askedAnew(): Promise<Metadata> {
    const at = this.clock.elapsed()
    const metadata = await this.ask()
    this.last = { at, metadata }
    return metadata
  }

  private async ask(): Promise<Metadata> {
    const { oidc } = this.config
    if (oidc === null) throw new Problem('not_found')
    const { allowInsecureRequests, customFetch, discovery } = await oidcLibrary()
    const isInsecure = oidc.issuer.startsWith('http:')
    const execute: ((configuration: Configuration) => void)[] = isInsecure ? [allowInsecureRequests] : []
    const found = await discovery(new URL(oidc.issuer), oidc.clientId, undefined, undefined, { execute, timeout: PATIENCE_SECONDS, [customFetch]: askBounded })
    return usable(found.serverMetadata(), isInsecure)
  }
}

/** @param isInsecure the configuration lets `http:` pass for this machine alone */
function usable(told: ServerMetadata, isInsecure: boolean): Metadata {
  const isAddress = (text: unknown) => typeof text === 'string' && URL.canParse(text) && (isInsecure ? /^https?:/ : /^https:/).test(new URL(text).protocol)
  if (!NEEDED.every((name) => isAddress(told[name]))) throw Object.assign(new Error('The provider names no address to go to, to redeem a code at, or to read keys from'), { code: 'metadata' })
  return told as Metadata
}
