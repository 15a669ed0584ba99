import type { Language } from '@app/contracts'
import { de } from './de.js'
import { en } from './en.js'

/** All words of one language, nested by screen. German is the measure; the compiler finds what English lacks. */
export type Words = typeof de

const DICTIONARIES: Record<Language, Words> = { de, en }

export function words(language: Language): Words {
  return DICTIONARIES[language]
}
