import { z } from 'zod'

/** Field messages are keys of the dictionaries in libs/i18n: `field.required`, `field.too_long` …; never a library's own words. */
export function line(max: number) {
  return z
    .string({ error: missingOrNoText })
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((text) => [...text].length <= max, { error: 'field.too_long', params: { max } })
    .refine((text) => !FORBIDDEN.test(text), { error: 'field.forbidden_character' })
}

/** A line that must hold something. */
export function requiredLine(max: number) {
  return line(max).refine((text) => text !== '', { error: 'field.required' })
}

/** A line that may be missing or empty; both become null. */
export function optionalLine(max: number) {
  return z.union([z.null(), line(max)]).optional().transform((text) => (text ? text : null))
}

/** Text of several lines: line ends become \n, other controls are refused. */
export function optionalText(max: number) {
  return z
    .union([
      z.null(),
      z
        .string({ error: 'field.text' })
        .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
        .refine((text) => [...text].length <= max, { error: 'field.too_long', params: { max } })
        .refine((text) => !FORBIDDEN.test(text.replaceAll('\n', ' ').replaceAll('\t', ' ')), { error: 'field.forbidden_character' }),
    ])
    .optional()
    .transform((text) => (text ? text : null))
}

/** Text of several lines that must hold something. */
export function requiredText(max: number) {
  return optionalText(max).refine((text) => text !== null, { error: 'field.required' }).transform((text) => text ?? '')
}

/** Nothing was sent, or something that is no text: two different sentences. */
export function missingOrNoText(issue: { input?: unknown }): string {
  return issue.input === undefined || issue.input === null ? 'field.required' : 'field.text'
}

// Controls, bidi overrides and isolates, line and paragraph separators, lone surrogates: never part of a name or title.
const FORBIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029\p{Cs}]/u

/** A calendar day as people write it in ISO 8601, checked to exist (31 February does not). */
export const day = z.iso.date({ error: 'field.date' }).refine((text) => Number(text.slice(0, 4)) >= 1900 && Number(text.slice(0, 4)) <= 2199, {
  error: 'field.date_range',
})

/** Wall-clock time of a day, "09:30". */
export const timeOfDay = z.string({ error: 'field.time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'field.time' })

/** An address that begins with https; missing or empty becomes null. */
export const httpsAddress = z
  .union([z.literal(''), z.string().max(1000, { error: 'field.too_long' }).regex(/^https:\/\/[^\s]+$/, { error: 'field.https_address' })])
  .nullable()
  .transform((url) => url || null)

/** The revision on which a change stands; where the thing has another one by now, nothing is changed (409 `conflict`). */
export const expectedRevision = z.number({ error: missingOrNoNumber }).int({ error: 'field.whole_number' }).min(0, { error: 'field.not_negative' })

function missingOrNoNumber(issue: { input?: unknown }): string {
  return issue.input === undefined || issue.input === null ? 'field.required' : 'field.whole_number'
}

/** A German postcode of five digits; missing or empty becomes null. */
export const postcode = z.union([z.literal(''), z.string().regex(/^\d{5}$/, { error: 'field.postcode' })]).nullish().transform((code) => code || null)
