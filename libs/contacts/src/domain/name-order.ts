/** The two names by which people are put in order. One of them may be missing. */
export interface OrderedName {
  familyName: string
  givenNames?: string | null
}

const primary = new Intl.Collator('de-u-co-phonebk', { sensitivity: 'base' })
const full = new Intl.Collator('de-u-co-phonebk')

/**
 * Phone-book order (DIN 5007-2 by `Intl.Collator('de-u-co-phonebk')`): Özdemir before Ofner. Family names that differ only in accents, umlaut
 * spelling or case stand together and are ordered by given names (Mueller Anna, Müller Berta, Mueller Carla); the finer difference decides last.
 */
export function compareNames(a: OrderedName, b: OrderedName): number {
  const [givenA, givenB] = [a.givenNames ?? '', b.givenNames ?? '']
  return primary.compare(a.familyName, b.familyName) || primary.compare(givenA, givenB)
    || full.compare(a.familyName, b.familyName) || full.compare(givenA, givenB)
}

/** Longest sort key, in code points (the width of the database column). */
export const SORT_KEY_LIMIT = 300

const FAMILY_SHARE = 110
const GIVEN_SHARE = 60
const TIE_SHARE = 64

/**
 * A text that sorts byte by byte (SQLite BINARY, MariaDB utf8mb4_bin, which pads with blanks) as `compareNames` does for the letters and name
 * signs of DIN 91379 and for digits, so that pages by key come out of the database in phone-book order.
 *
 * It deviates where the database could not tell either: (1) names equal at the first level (Müller/Mueller/MUELLER with the same
 * given name) follow the code points of their text, not the collator's weights of accents and case; (2) scripts other than Latin stand after Z in
 * the order of their code points; (3) signs outside the standard stand after all letters; (4) names longer than 110 characters (given
 * names: 60) are cut.
 */
export function sortKey(familyName: string, givenNames?: string | null): string {
  const given = givenNames ?? ''
  // A blank is lower than every character of the weights and equal to the padding of utf8mb4_bin: the shorter name comes first in both databases.
  const key = [
    cut(weights(familyName), FAMILY_SHARE), cut(weights(given), GIVEN_SHARE),
    cut(tie(familyName), TIE_SHARE), cut(tie(given), TIE_SHARE),
  ].join(' ')
  return cut(key, SORT_KEY_LIMIT).trimEnd()
}

// The order of signs in the root collation (CLDR), which no language of ours changes.
const SIGNS = [...' _-‑–—,;:!¡?¿….·\'‹›"«»()[]{}§¶@*/\\&#%‰†‡″′`´˜^¯¨¸ʹʺˆˈˌ°©®+±÷×<=>¬|¦~∞≤≥¤¢$£¥€']
const SAME_SIGNS: Readonly<Record<string, string>> = { '’': '\'', '‘': '\'', '‚': '\'', '“': '"', '”': '"', '„': '"' }
const FIRST_WEIGHT = 0x21

// Letters that are no variant of a basic letter stand right after one: "Z~2" sorts behind everything that begins with Z.
const OWN_LETTERS: Readonly<Record<string, string>> = {
  Ƈ: 'C~', Ə: 'E~', Ǥ: 'G~', I_DOTLESS: 'I~1', Ɨ: 'I~2', Ŋ: 'N~', ĸ: 'Q~', Ŧ: 'T~', Ʒ: 'Z~1', Þ: 'Z~2', ʼ: 'Z~3', ʾ: 'Z~4', ʿ: 'Z~5',
  Æ: 'AE', Œ: 'OE', ẞ: 'SS', SS: 'SS', Ĳ: 'IJ', Ø: 'O', Ð: 'D', Đ: 'D', Ħ: 'H', Ŀ: 'L', Ł: 'L', ŉ: 'Z~3N',
}

function weights(text: string): string {
  return text.normalize('NFD').replace(/(\P{M})(\p{M}*)/gu, (_, base: string, marks: string) => weightOf(base, marks)).replace(/\p{M}/gu, '')
}

function weightOf(base: string, marks: string): string {
  if (base === 'ı') return OWN_LETTERS.I_DOTLESS!
  const letter = base === 'ŉ' ? base : base.toUpperCase()
  if ('AOU'.includes(letter) && marks.includes('\u0308')) return `${letter}E`
  if (/^[A-Z0-9]$/.test(letter)) return letter
  const own = OWN_LETTERS[letter]
  if (own !== undefined) return own
  const sign = SIGNS.indexOf(SAME_SIGNS[base] ?? base)
  if (sign >= 0) return `#${String.fromCodePoint(FIRST_WEIGHT + sign)}`
  return /\p{C}/u.test(base) ? '' : `~${letter}`
}

function tie(text: string): string {
  return text.normalize('NFC')
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : [...text].slice(0, limit).join('')
}
