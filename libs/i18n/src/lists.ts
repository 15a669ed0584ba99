import type { Land, Language } from '@app/contracts'
import { words } from './words.js'

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** `A, B und C`, or with `or`: `A, B oder C`. */
export function listWords(language: Language, items: readonly string[], join: 'and' | 'or' = 'and'): string {
  const type = join === 'and' ? 'conjunction' : 'disjunction'
  return new Intl.ListFormat(LOCALES[language], { style: 'long', type }).format(items)
}

/** Länder sorted by their name in the language, not by the official key. */
export function sortLands(language: Language, lands: readonly Land[]): Land[] {
  const names = words(language).vocabulary.lands
  const collator = new Intl.Collator(LOCALES[language])
  return [...lands].sort((a, b) => collator.compare(names[a], names[b]))
}

/** The word of a list for a key; a key that the list does not know (editable lists) stands as it is. */
export function wordFor(list: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(list, key) ? (list[key] ?? key) : key
}

/** `1.204`, `71,5`: numbers as the language writes them. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value)
}
