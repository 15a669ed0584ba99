import type { KeyObject } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'

/** What a receiver makes of one mail. */
export interface DkimVerdict {
  /** `pass` and the reason for anything else, as they stand in an Authentication-Results field (RFC 8601). */
  result: string
  comment: string | null
  /** Name under which the receiver looked for the key; null when it did not look. */
  asked: string | null
  /** Domain that vouches for the mail and is the one its reader sees in From (RFC 7489, 3.1.1). */
  aligned: string | null
  algorithm: string | null
  /** Names of the signed fields, lower case, one for each. */
  signed: readonly string[]
}

/** The TXT record that publishes a key (RFC 6376, 3.6.1). */
export function keyRecord(publicKey: KeyObject): string {
  return `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
}

/** Judges a mail as a receiver does, by a verifier that shares nothing with what signs; its DNS answers everything with one record. */
export async function checkDkim(raw: Buffer, record: string): Promise<DkimVerdict> {
  let asked: string | null = null
  const resolver = async (name: string) => {
    asked = name
    return [[record]]
  }
  const { results } = await dkimVerify(raw, { resolver })
  const [first] = results as unknown as Found[]
  if (results.length !== 1 || !first) throw new Error(`${results.length} signatures`)
  const { status, algo, signingHeaders } = first
  return { result: status.result, comment: status.comment ?? null, asked, aligned: status.aligned || null, algorithm: algo ?? null, signed: (signingHeaders?.keys ?? '').toLowerCase().split(/\s*:\s*/).filter(Boolean) }
}

/** The fields of a finding that the types of the library leave out or name otherwise. */
interface Found {
  status: { result: string; comment?: string; aligned?: string | false }
  algo?: string
  signingHeaders?: { keys: string }
}
