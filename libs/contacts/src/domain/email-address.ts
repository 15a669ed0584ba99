import { domainToASCII, domainToUnicode } from 'node:url'

/** Longest e-mail address (RFC 5321 §4.5.3.1.3: a path of 256 octets with its brackets). */
export const EMAIL_LIMIT = 254

/** Why an address cannot be taken; the page turns the kind into a sentence. */
export type EmailProblem =
  | 'empty' | 'no_at' | 'several_at' | 'no_domain_ending' | 'spaces' | 'header_injection' | 'too_long' | 'invalid'

const LOCAL_LIMIT = 64
const LABEL_LIMIT = 63

/**
 * The form under which an address is compared and kept unique: NFC, trimmed, domain in lower case and as A-labels ("bücher.example" →
 * "xn--bcher-kva.example"), local part in lower case. RFC 5321 lets a server tell "Eva" from "eva"; none in use does, and a person who types it
 * differently the second time is the same person. Dots and plus tags stay: provider rules are not ours to guess.
 */
export function normaliseEmail(text: string): string {
  const entered = text.normalize('NFC').trim()
  const at = entered.lastIndexOf('@')
  if (at < 0) return entered.toLowerCase()
  const domain = entered.slice(at + 1)
  return `${entered.slice(0, at).toLowerCase()}@${domainToASCII(domain) || domain.toLowerCase()}`
}

/** The address as people read it: the domain of a normalised address with its letters ("eva@bücher.example"). */
export function showEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  return at < 0 ? email : `${email.slice(0, at)}@${domainToUnicode(domain) || domain}`
}

/**
 * Checks that the text is exactly one address that mail can be sent to: an ASCII dot-atom (RFC 5322 §3.2.3), an @, a host name with an ending.
 * Display names, lists, quoted local parts, comments, address literals and host names without a dot are refused: each of them has led a
 * mail library to another mailbox than the one shown.
 */
export function checkEmail(text: string): EmailProblem | null {
  const entered = text.trim()
  if (entered === '') return 'empty'
  if (/[\p{Cc}\u2028\u2029]/u.test(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''))) return 'header_injection'
  if (entered.length > EMAIL_LIMIT) return 'too_long'
  if (/\s/u.test(entered)) return 'spaces'
  const parts = entered.split('@')
  if (parts.length < 2) return 'no_at'
  if (parts.length > 2) return 'several_at'
  const [local = '', domain = ''] = parts
  return checkLocal(local) ?? checkDomain(domain.normalize('NFC')) ?? checkLength(entered)
}

function checkLocal(local: string): EmailProblem | null {
  if (local.length > LOCAL_LIMIT) return 'too_long'
  const atoms = local.split('.')
  return atoms.every((atom) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/.test(atom)) ? null : 'invalid'
}

function checkDomain(domain: string): EmailProblem | null {
  if (domain === '' || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return 'invalid'
  if (!domain.includes('.') || domain.indexOf('.') === domain.length - 1) return 'no_domain_ending'
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  if (ascii === '' || labels.some((label) => !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))) return 'invalid'
  if (labels.some((label) => label.length > LABEL_LIMIT)) return 'too_long'
  const ending = labels.at(-1) ?? ''
  if (/^[0-9]+$/.test(ending)) return 'invalid'
  return ending.length < 2 ? 'no_domain_ending' : null
}

function checkLength(entered: string): EmailProblem | null {
  return normaliseEmail(entered).length > EMAIL_LIMIT ? 'too_long' : null
}
