import { showEmail } from '@app/contacts'
import type { Language } from '@app/contracts'
import { fieldMessage, words } from '@app/i18n'
import type { FieldProblem } from '@app/platform'
import { type FormValues, answerField } from './views/index.js'

type Body = Record<string, unknown>

/** Text fields of a form as they came; what came twice or was no text is left out. */
export function textValues(body: Body, fields: readonly string[]): FormValues {
  return Object.fromEntries(fields.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name]]] : [])))
}

/** Ticked boxes of one name, however many. */
export function tickedValues(body: Body, name: string): string[] {
  const value = body[name]
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string')
}

/**
 * Field problems as sentences of the form, first one per field; the page shows them in the order of its fields.
 * @param questions words of what the event itself asks, by the name of the field
 */
export function formErrors(problems: readonly FieldProblem[], values: FormValues, language: Language, questions: Record<string, string> = {}): { field: string; message: string }[] {
  const labels: Record<string, string> = { ...words(language).fields.labels, ...questions }
  const seen = new Set<string>()
  return problems.flatMap(({ pointer, code, params }) => {
    const [, first = '', second] = pointer.split('/')
    const field = first === 'answers' && second !== undefined ? answerField(second) : first
    if (seen.has(field)) return []
    seen.add(field)
    // Browsers send a domain with letters of its own in its technical form; nobody has typed that.
    const value = field === 'email' ? showEmail(values[field] ?? '') : values[field]
    return [{ field, message: fieldMessage(language, code, { label: labels[field], value, ...params }) }]
  })
}
