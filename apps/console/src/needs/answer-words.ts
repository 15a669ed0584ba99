import { type Language, type QuestionKind, TICKED } from '@app/contracts'
import { formatDay } from '@app/i18n'

/** An answer as it is read: a box says yes, a number has the comma of the language, a day is written out. */
export function answerWords(kind: QuestionKind, values: readonly string[], language: Language, yes: string): string {
  return values.map((value) => {
    if (kind === 'consent') return value === TICKED ? yes : value
    if (kind === 'number') return language === 'de' ? value.replace('.', ',') : value
    return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(language, value) : value
  }).join(', ')
}
