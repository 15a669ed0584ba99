/** The provider by which staff may sign in (OpenID Connect Core 1.0), and what it knows this server as. */
export interface OidcConfig {
  /** Address by which the provider names itself; `/.well-known/openid-configuration` stands below it. */
  issuer: string
  clientId: string
  /** null: a public client, which proves itself by PKCE alone. */
  clientSecret: string | null
  /** What people call the provider; stands on the button. */
  name: string
  /** Whether a sign-in counts as both factors when the provider says that it asked for several. */
  trustMfa: boolean
}

export interface OidcGiven {
  issuer: string | undefined
  clientId: string | undefined
  clientSecret: string | undefined
  name: string | undefined
  trustMfa: string | undefined
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const LONGEST_NAME = 40

/**
 * Reads OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME and OIDC_TRUST_MFA: the first two together, the others only with them.
 * @returns null when none is set or one is wrong; then `problems` has a sentence more, without any part of the secret
 */
export function readOidc({ issuer, clientId, clientSecret, name, trustMfa }: OidcGiven, problems: string[]): OidcConfig | null {
  const before = problems.length
  const missing = Object.entries({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId }).filter(([, text]) => text === undefined).map(([variable]) => variable)
  if (missing.length === 2 && [clientSecret, name, trustMfa].every((text) => text === undefined)) return null
  if (issuer === undefined || clientId === undefined) {
    problems.push(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: sign-in by OpenID Connect needs OIDC_ISSUER and OIDC_CLIENT_ID together; set both, or none of the OIDC_ variables.`)
    return null
  }
  if (!isIssuer(issuer)) problems.push('OIDC_ISSUER must be the https:// address of the provider as it names itself, without a query or a password, for example https://sso.example.de/realms/haus; http:// is for localhost alone.')
  if (name !== undefined && !isName(name)) problems.push(`OIDC_NAME must be a name of at most ${LONGEST_NAME} characters in one line, for example Servicekonto.`)
  if (trustMfa !== undefined && trustMfa !== '0' && trustMfa !== '1') problems.push('OIDC_TRUST_MFA must be 0 or 1.')
  if (problems.length > before) return null
  // In one spelling, because bindings to accounts are kept by it.
  return { issuer: new URL(issuer).href, clientId, clientSecret: clientSecret ?? null, name: name ?? new URL(issuer).hostname, trustMfa: trustMfa === '1' }
}

/** OpenID Connect Discovery 1.0 §2: https, host, port and path alone. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username, password } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
  return isSafe && [search, hash, username, password].every((part) => part === '')
}

function isName(text: string): boolean {
  return [...text].length <= LONGEST_NAME && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)
}
