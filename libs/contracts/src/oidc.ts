import { z } from 'zod'

/** Ways in besides password and passkey, for the sign-in page. */
export const SignInWays = z.object({
  oidc: z.object({ name: z.string().describe('what people call the provider') }).nullable().describe('null when no provider of OpenID Connect is configured'),
})
export type SignInWays = z.output<typeof SignInWays>

/**
 * A path in the console, filters included. Only such signs as its addresses have: whatever a browser reads as another host, `//`, a backslash,
 * a scheme, does not match.
 */
export const ConsolePath = z.string().max(500).regex(/^\/console(?:\/[\w-]+)*\/?(?:\?[\w\-.~%&=+,:]*)?$/, { error: 'field.invalid' })

export const OidcBegin = z.strictObject({ back: ConsolePath.default('/console').describe('where to go on afterwards') })
export type OidcBegin = z.output<typeof OidcBegin>

export const OidcAddress = z.object({ address: z.string().describe('of the provider, for the browser to go to') })
export type OidcAddress = z.output<typeof OidcAddress>

/** How a way to the provider ended, as the console is told in `?oidc=` of its address; a sign-in that succeeded is told by the session alone. */
export const OIDC_ENDS = ['bound', 'denied', 'failed', 'unavailable', 'unknown', 'taken', 'already'] as const
export type OidcEnd = (typeof OIDC_ENDS)[number]

/** The binding of the own account. */
export const OwnOidc = z.object({
  name: z.string().describe('what people call the provider'),
  since: z.string().nullable().describe('null: not bound'),
  lastUsedAt: z.string().nullable(),
})
export type OwnOidc = z.output<typeof OwnOidc>
