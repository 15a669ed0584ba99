import type { Language, QuestionKind } from '@app/contracts'
import { words } from '@app/i18n'
import { type NeedSaid, answerText, decodeValues } from '@app/participants'

/** An answer as a person reads it: options side by side, the name of a file. @param value its column, opened */
export function answerWords(kind: QuestionKind, value: unknown, language: Language): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (kind === 'file') return (JSON.parse(text) as { name: string }).name
  return answerText({ kind, values: decodeValues(kind, text) }, language)
}

/** What somebody needs, in the words of the form. */
export function needWords({ kinds, detail }: NeedSaid, language: Language): string {
  const { needKinds } = words(language).vocabulary
  return [...kinds.map((kind) => needKinds[kind]), detail].filter((part) => part !== null).join(', ')
}
