import { createPublicKey } from 'node:crypto'
import { resolveTxt } from 'node:dns/promises'
import type { Config } from '@app/platform'
import { type Finding, fault, note, ok } from './finding.js'

type Resolve = (name: string) => Promise<string[][]>

/** The public key that receivers find in the DNS belongs to the key that signs (RFC 6376, 3.6.1). */
export async function checkDkim({ domain, selector, key }: NonNullable<Config['dkim']>, resolve: Resolve = resolveTxt): Promise<Finding[]> {
  const name = `${selector}._domainkey.${domain}`
  const wanted = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  let records: string[]
  try {
    // One record may come in several pieces of 255 bytes.
    records = (await resolve(name)).map((pieces) => pieces.join(''))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code !== 'ENOTFOUND' && code !== 'ENODATA') return [note('DKIM: the DNS did not answer', 'ask again when it does')]
    records = []
  }
  const published = records.map((record) => /(?:^|;)\s*p\s*=([^;]*)/.exec(record)?.[1]?.replace(/\s/g, '')).find((value) => value !== undefined)
  if (published === wanted) return [ok(`DKIM: ${name} holds the key that signs`)]
  return [fault(`DKIM: ${name} holds ${published === undefined ? 'no key' : 'another key than the one that signs'}`, `publish this TXT record there: v=DKIM1; k=rsa; p=${wanted}`)]
}
