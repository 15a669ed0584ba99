import type { z } from 'zod'
import { type PersonSaid, personProblems } from '@app/participants'
import type { FieldProblem } from '@app/platform'
import { fieldProblems } from '../http/operation.js'
import type { FormValues } from './views/index.js'

const NOTHING: PersonSaid = {
  givenName: null, familyName: null, email: null, salutation: null, title: null, organisation: null, office: null, officeSalutation: null,
  land: null, group: null, language: 'de', phone: null,
}

/**
 * Everything that is wrong with a person's form at once: what the schema refused, and what only a look at names, address and number
 * finds. Otherwise people mend a form twice.
 */
export function personFormProblems(values: FormValues, refused: z.ZodError): FieldProblem[] {
  const problems = fieldProblems(refused)
  const known = new Set(problems.map(({ pointer }) => pointer))
  const { givenName, familyName, email, phone } = values
  const said = { ...NOTHING, givenName: givenName || null, familyName: familyName || null, email: email || null, phone: phone || null }
  return [...problems, ...personProblems(said).filter(({ pointer }) => !known.has(pointer))]
}
