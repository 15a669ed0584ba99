/** Classes that mean several factors: REFEDS, the policy of OpenID's PAPE, and the plain word. */
const MULTI_FACTOR_CLASSES: readonly unknown[] = ['https://refeds.org/profile/mfa', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor', 'mfa']

/**
 * Whether an ID token says that several factors were asked for: `mfa` among the methods (RFC 8176 §2), or a class that means it. A single
 * strong method is not enough: a code alone is one factor, too.
 * @param claims of the token, of which `amr` and `acr` are read (OpenID Connect Core 1.0 §2)
 */
export function saysMultiFactor({ amr, acr }: Readonly<Record<string, unknown>>): boolean {
  return (Array.isArray(amr) && amr.includes('mfa')) || MULTI_FACTOR_CLASSES.includes(acr)
}
