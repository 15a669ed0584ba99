import { LANGUAGES } from '@app/contracts'
import { useLanguage } from '../language.js'

/** Each language in its own name. */
const NAMES = { de: 'Deutsch', en: 'English' } as const

export function LanguageSwitch() {
  const { language, choose, t } = useLanguage()
  return (
    <fieldset className="lang" aria-label={t.language}>
      {LANGUAGES.map((key) => (
        <button key={key} type="button" lang={key} aria-pressed={language === key} onClick={() => choose(key)}>{NAMES[key]}</button>
      ))}
    </fieldset>
  )
}
