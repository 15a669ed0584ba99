import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** Steps that a clock may be ahead or behind (RFC 6238 §5.2). */
const SKEW_STEPS = 1

/** A seed of 160 bits in base32 (RFC 4226 §4, R6). */
export function newSeed(): string {
  return new Secret({ size: 20 }).base32
}

/** What an app reads from the picture: `otpauth://totp/…`. @param issuer what the app shows above the code */
export function totpAddress(seed: string, issuer: string, label: string): string {
  return totp(seed, issuer, label).toString()
}

/** The step to which a code of six digits belongs, up to one before or after the present one; null when it is wrong. */
export function stepOf(seed: string, code: string, now: Date): number | null {
  const delta = totp(seed).validate({ token: code, timestamp: now.getTime(), window: SKEW_STEPS })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

function totp(seed: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(seed), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS })
}
