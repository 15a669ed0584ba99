import { codePointLength } from './names.js'

/** Longest telephone number as entered, in code points. */
export const PHONE_LIMIT = 60

/** Why a telephone number cannot be taken. */
export type PhoneProblem = 'too_long' | 'invalid' | 'too_short'

/**
 * Checks a telephone number as entered; it is kept as written ("+49 30 0000-114", "(030) 0000 / 114"). The field is optional: an empty text
 * has no problem. Three digits at least (a short number of an authority), twenty at most (ITU-T E.164 has 15, plus an extension).
 */
export function checkPhone(text: string): PhoneProblem | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (codePointLength(trimmed) > PHONE_LIMIT) return 'too_long'
  if (!/^\+?[0-9 ()/.\u2010-\u2013\u00a0-]+$/.test(trimmed)) return 'invalid'
  const digits = trimmed.replace(/[^0-9]/g, '').length
  if (digits < 3) return 'too_short'
  return digits > 20 ? 'too_long' : null
}
