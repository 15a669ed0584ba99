/** In characters; a key of the contract is no longer. */
const KEY_MAX = 40
const FIRST = 'frage'

/** Letters that are more than a base with a mark on it, as they are written out in German. */
const WRITTEN_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe', å: 'aa', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/**
 * The key of a question after its wording: lower-case letters, digits and underscores, a letter first, whole words as far as they fit.
 *
 * @param taken keys of other questions, those that are no longer asked among them; a number tells the new one from them
 */
export function questionKey(wording: string, taken: readonly string[]): string {
  const plain = wording
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (letter) => WRITTEN_OUT[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
  const base = cut(plain, KEY_MAX) || FIRST
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `_${number}`
    const key = `${cut(base, KEY_MAX - ending.length)}${ending}`
    if (!taken.includes(key) && key !== 'constructor') return key
  }
}

/** At the end of a word where there is one, so that no key ends in half of it. */
function cut(text: string, max: number): string {
  const short = text.length <= max ? text : text[max] === '_' || !text.slice(0, max).includes('_') ? text.slice(0, max) : text.slice(0, text.slice(0, max).lastIndexOf('_'))
  return short.replace(/_+$/, '')
}
