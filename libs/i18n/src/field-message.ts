import type { Language } from '@app/contracts'
import type { FieldCode, FieldFacts } from './de/fields.js'
import { words } from './words.js'

/**
 * The sentence for a field error of the contract.
 *
 * - `code`: `field.required` or `required`; an unknown code becomes the general sentence, never a raw code.
 * - `facts`: what the sentence may name; `value` is cut to 60 code points so that a long paste does not fill the page.
 */
export function fieldMessage(language: Language, code: string, facts: FieldFacts = {}): string {
  const { sentences } = words(language).fields
  const key = code.replace(/^field\./, '')
  const known: FieldCode = Object.hasOwn(sentences, key) ? (key as FieldCode) : 'invalid'
  return sentences[known]({ ...facts, value: facts.value === undefined ? undefined : shorten(facts.value) })
}

function shorten(value: string): string {
  const points = [...value]
  return points.length > 60 ? `${points.slice(0, 59).join('')}…` : value
}
