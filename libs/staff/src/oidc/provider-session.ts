import { createHash } from 'node:crypto'

/**
 * What is kept of a session at the provider (`sid`, OpenID Connect Back-Channel Logout 1.0 §2.1).
 * @param sid as a token says it; null for anything that names none
 */
export function digestOfSession(issuer: string, sid: unknown): string | null {
  return typeof sid === 'string' && sid !== '' ? createHash('sha256').update(JSON.stringify([issuer, 'sid', sid])).digest('hex') : null
}
