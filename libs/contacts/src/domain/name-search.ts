import { LATIN_SEARCH_FORMS, OTHER_SEARCH_FORMS } from './name-search-table.js'

const LONGEST_SEQUENCE = 3
const forms = buildForms()
const APOSTROPHES = /['`´’‘‚′\u02B0-\u02FF]/u

/**
 * The search form of a name by the table of DIN 91379: capitals A–Z, digits and single blanks ("Özdemir" → "OEZDEMIR", "Şahin" → "SAHIN").
 * Apostrophes vanish ("O’Connor" → "OCONNOR"), every other sign becomes a blank. Letters of scripts the table does not know (Arabic, Hebrew …)
 * are kept in upper case, so that such a name can still be found by typing it. A form longer than `limit` code points is cut (ä becomes two letters:
 * a name that fits its column may have a form that does not).
 */
export function searchForm(text: string, limit: number = Number.POSITIVE_INFINITY): string {
  const points = [...text.normalize('NFC')]
  let form = ''
  let at = 0
  while (at < points.length) {
    const found = longestMatch(points, at)
    if (found) {
      form += found.form
      at += found.length
    } else {
      form += formOfUnknown(points[at]!)
      at += 1
    }
  }
  const clean = form.replace(/ +/g, ' ').trim()
  return clean.length <= limit ? clean : [...clean].slice(0, limit).join('').trimEnd()
}

function longestMatch(points: readonly string[], at: number): { form: string, length: number } | null {
  for (let length = Math.min(LONGEST_SEQUENCE, points.length - at); length > 0; length -= 1) {
    const form = forms.get(points.slice(at, at + length).join(''))
    if (form !== undefined) return { form, length }
  }
  return null
}

function formOfUnknown(point: string): string {
  if (/[0-9]/.test(point)) return point
  if (APOSTROPHES.test(point) || /[\p{M}\p{Cf}\p{Cc}]/u.test(point)) return ''
  // Outside the standard the base letter is the nearest honest answer (Ṧ is an S, ² is a 2); what has none keeps its own form.
  const [base = ''] = point.normalize('NFKD')
  const form = /[0-9]/.test(base) ? base : forms.get(base)
  if (form !== undefined) return form
  return /[\p{L}\p{N}]/u.test(point) ? point.toUpperCase() : ' '
}

function buildForms(): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [form, letters] of Object.entries(LATIN_SEARCH_FORMS)) {
    for (const letter of letters.split(' ')) map.set(letter, form)
  }
  for (const [form, letters] of Object.entries(OTHER_SEARCH_FORMS)) {
    for (const letter of letters.split(' ')) map.set(letter, form).set(letter.toLowerCase(), form)
  }
  return map
}
