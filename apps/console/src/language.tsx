import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { LANGUAGES, type Language } from '@app/contracts'
import { words, type Words } from '@app/i18n'
import { speak } from './api.js'
import { de } from './texts/de.js'
import { en } from './texts/en.js'

/** All sentences of the console in one language; German is the measure. */
export type Texts = typeof de

const TEXTS: Record<Language, Texts> = { de, en }
const STORAGE_KEY = 'dialogwerk.language'

interface LanguageChoice {
  language: Language
  choose: (language: Language) => void
  t: Texts
  v: Words['vocabulary']
}

const LanguageContext = createContext<LanguageChoice | null>(null)

/** Holds the language of the console; the choice survives in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(stored)
  // Before the effects below, which send the first requests.
  useLayoutEffect(() => {
    speak(language)
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        remember(next)
        setLanguage(next)
      },
      t: TEXTS[language],
      v: words(language).vocabulary,
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

/** `t` sentences of the console, `v` words of the contract's vocabulary. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (choice === null) throw new Error('useLanguage outside of LanguageProvider')
  return choice
}

function stored(): Language {
  try {
    const found = localStorage.getItem(STORAGE_KEY)
    if (isLanguage(found)) return found
  } catch {
    // A browser may forbid storage; then the choice lasts as long as the page.
  }
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en'
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // See stored().
  }
}

function isLanguage(value: string | null): value is Language {
  return (LANGUAGES as readonly (string | null)[]).includes(value)
}
