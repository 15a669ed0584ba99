/** Longest given or family name, in code points (the width of the database column). */
export const NAME_LIMIT = 200

/** Longest academic title, in code points. */
export const TITLE_LIMIT = 60

/** Why a name cannot be taken; the page turns the kind into a sentence. */
export type NameProblem = 'empty' | 'control' | 'bidi_override' | 'invisible' | 'too_long'

// \p{Cs}: a lone surrogate is half a character and cannot be stored as UTF-8.
const CONTROL = /[\p{Cc}\p{Cs}]/u
const BIDI_OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/u
// U+2800 (blank Braille pattern) draws nothing but belongs to no class of invisible characters.
const WITHOUT_SHAPE = /[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu

/**
 * The form in which a name is stored: NFC (DIN 91379), trimmed, each run of white space one blank.
 * Letters, case and punctuation stay as the person wrote them.
 */
export function normaliseName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * Checks one name as stored (call `normaliseName` first). Every script is welcome; refused are controls, overrides of the
 * writing direction, names nobody can see, and more than `limit` code points. An empty text is `empty`: whether the other name suffices is
 * decided by the caller.
 */
export function checkName(text: string, limit: number = NAME_LIMIT): NameProblem | null {
  if (text === '') return 'empty'
  if (CONTROL.test(text)) return 'control'
  if (BIDI_OVERRIDE.test(text)) return 'bidi_override'
  if (text.replace(WITHOUT_SHAPE, '') === '') return 'invisible'
  if (codePointLength(text) > limit) return 'too_long'
  return null
}

/** Length in code points: the measure of every limit on names. */
export function codePointLength(text: string): number {
  let length = 0
  for (const point of text) if (point) length += 1
  return length
}
