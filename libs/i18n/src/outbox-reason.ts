import type { Language, OutboxState } from '@app/contracts'
import { wordFor } from './lists.js'
import { words } from './words.js'

/** Why a mail stands where it stands and what helps; `advice` only where somebody must act. */
export interface ReasonWords {
  text: string
  advice: string | null
}

/** Words for a reason of the outbox (`smtp_550`, `blocked` …); codes that nobody knows become a general sentence. */
export function outboxReason(language: Language, state: OutboxState, code: string): ReasonWords {
  const { outbox } = words(language)
  const [, digits] = /^smtp_(\d{3})$/.exec(code) ?? []
  // 5xx about our sign-in or the connection says nothing about the mail: such a row still waits.
  const known = Object.hasOwn(outbox.reasons, code) ? wordFor(outbox.reasons, code) : outbox.otherReason
  const text = digits === undefined ? known : state === 'failed' && digits.startsWith('5') ? outbox.refusedWith(digits) : outbox.delayedWith(digits)
  return { text, advice: state === 'failed' ? adviceFor(code) : state === 'withheld' && ['blocked', 'no_address'].includes(code) ? outbox.adviceBlocked : null }

  function adviceFor(reason: string): string {
    if (reason === 'not_composable') return outbox.adviceFacts
    return /^smtp_(5\d\d|refused)$/.test(reason) ? outbox.adviceAddress : outbox.adviceServer
  }
}
