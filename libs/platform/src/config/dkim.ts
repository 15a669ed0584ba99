import { type KeyObject, createPrivateKey } from 'node:crypto'

/** With what mails are signed (RFC 6376). */
export interface DkimConfig {
  /** `d=`: the domain that answers for the mail. */
  domain: string
  /** `s=`: under `<selector>._domainkey.<domain>` stands the public key. */
  selector: string
  /** Parsed once; an RSA key. */
  key: KeyObject
}

const LABELS = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i

/** RFC 8301 §3.2: signers use at least 1024 bits, and should use 2048. */
const LEAST_BITS = 1024

/**
 * Reads DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY, which belong together: all or none.
 * @returns null when none is set or one is wrong; then `problems` has one sentence more, without any part of the key
 */
export function readDkim(domain: string | undefined, selector: string | undefined, pem: string | undefined, problems: string[]): DkimConfig | null {
  const given = { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: pem }
  const missing = Object.entries(given).filter(([, text]) => text === undefined).map(([name]) => name)
  if (missing.length === 3) return null
  if (domain === undefined || selector === undefined || pem === undefined) {
    problems.push(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: signing mails needs DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY together; set all three or none.`)
    return null
  }
  for (const [name, text] of [['DKIM_DOMAIN', domain], ['DKIM_SELECTOR', selector]] as const) {
    if (LABELS.test(text)) continue
    problems.push(`${name} must be ${name === 'DKIM_DOMAIN' ? 'a domain, for example example.de' : 'the name before ._domainkey, for example mail2026'}.`)
    return null
  }
  const key = parsed(pem)
  if (key === null) problems.push('DKIM_KEY must be a private RSA key of at least 1024 bits in PEM without a password, for example from "openssl genrsa 2048".')
  return key && { domain: domain.toLowerCase(), selector, key }
}

/** In a line of an environment file, line ends are often written as \n. */
function parsed(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'))
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    return key.asymmetricKeyType === 'rsa' && bits >= LEAST_BITS ? key : null
  } catch {
    return null
  }
}
