import type { DeliveryOutcome } from './delivery.js'

/** The fields of nodemailer's errors that decide. */
interface SmtpFault {
  code?: string
  responseCode?: number
  response?: string
  message?: string
}

const LONGEST_REPLY = 300

/**
 * What a fault of the way means. 5xx about this mail or this recipient is final (RFC 5321 §4.2.1). 4xx, silence, a cut line and
 * everything about the connection itself (refused, TLS, sign-in) says nothing about the mail: it waits.
 */
export function outcomeOfFault(error: unknown): DeliveryOutcome {
  const { code, responseCode, response, message } = (error ?? {}) as SmtpFault
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (isAboutMail && responseCode !== undefined && responseCode >= 500 && responseCode <= 599) {
    return { kind: 'refused', reply: oneLine(response ?? message ?? String(responseCode)) }
  }
  if (responseCode !== undefined) return { kind: 'later', reason: `smtp_${responseCode}` }
  return { kind: 'later', reason: REASONS[code ?? ''] ?? 'smtp_fault' }
}

const REASONS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'smtp_timeout',
  ECONNECTION: 'smtp_connection',
  ESOCKET: 'smtp_connection',
  ECONNREFUSED: 'smtp_connection',
  ECONNRESET: 'smtp_connection',
  EDNS: 'smtp_no_such_host',
  ETLS: 'smtp_tls',
  EAUTH: 'smtp_sign_in',
}

function oneLine(text: string): string {
  return [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, LONGEST_REPLY).join('')
}
