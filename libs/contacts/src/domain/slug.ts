import { searchForm } from './name-search.js'

/** Longest slug, in characters (the width of the database column). */
export const SLUG_LIMIT = 100

/**
 * The part of a web address made from a title: lower-case ASCII by the table of DIN 91379 (ä → ae, ß → ss, å → aa), words joined by `-`, cut at
 * the last whole word within `limit`. Empty when the title holds no Latin, Greek or Cyrillic letter and no digit: the caller then picks another.
 */
export function slugOf(text: string, limit: number = SLUG_LIMIT): string {
  const whole = searchForm(text).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (whole.length <= limit) return whole
  const cut = whole.slice(0, limit)
  const lastWord = cut.lastIndexOf('-')
  return whole[limit] === '-' || lastWord <= 0 ? cut.replace(/-$/, '') : cut.slice(0, lastWord)
}
