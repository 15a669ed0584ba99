import type { Config } from '@app/platform'
import { type Finding, fault, ok } from './finding.js'

const PATIENCE_MILLISECONDS = 3_000

/** What is read of what a provider tells of itself (OpenID Connect Discovery 1.0 §3). */
interface Told {
  issuer?: unknown
  id_token_signing_alg_values_supported?: unknown
  code_challenge_methods_supported?: unknown
}

/** The provider answers, calls itself what the configuration does, and can do what sign-in asks of it. The client is not tried: that takes a person. */
export async function checkOidc({ issuer }: Pick<NonNullable<Config['oidc']>, 'issuer'>): Promise<Finding[]> {
  const told = await ask(issuer).catch(() => null)
  if (told === null) return [fault('OpenID Connect: the provider does not tell of itself', 'check OIDC_ISSUER, the firewall, the certificate and whether the provider runs')]
  const findings: Finding[] = []
  if (typeof told.issuer !== 'string' || !URL.canParse(told.issuer) || new URL(told.issuer).href !== issuer) {
    findings.push(fault('OpenID Connect: the provider calls itself otherwise than OIDC_ISSUER', 'set OIDC_ISSUER to what stands as issuer under /.well-known/openid-configuration'))
  }
  if (listOf(told.id_token_signing_alg_values_supported)?.every((name) => /^(HS|none)/.test(name))) {
    findings.push(fault('OpenID Connect: the provider signs ID tokens with no key that others can check', 'have it sign with RS256, PS256, ES256 or EdDSA'))
  }
  // A provider that lists nothing may know it all the same.
  if (listOf(told.code_challenge_methods_supported)?.includes('S256') === false) findings.push(fault('OpenID Connect: the provider does not know PKCE with S256', 'turn it on for this client'))
  return findings.length > 0 ? findings : [ok('OpenID Connect: the provider answers (sign-in not tried)')]
}

async function ask(issuer: string): Promise<Told> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) })
  if (answer.status !== 200) throw new Error(`status ${answer.status}`)
  const told: unknown = await answer.json()
  if (typeof told !== 'object' || told === null) throw new Error('no object')
  return told
}

function listOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.map(String) : null
}
