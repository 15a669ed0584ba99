import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ownCases } from './own-cases.js'

/** One bad input: what is sent, and what must become of it. */
export interface BadInput {
  readonly id: string
  readonly title: string
  readonly op: string
  readonly set: Readonly<Record<string, unknown>>
  readonly expect: string
}

/** The collection of the field lies beside the repository, where there is one; the product's own cases are always there. */
const file = resolve(__dirname, '../../../shared/data/bad-inputs.json')

/** Every case of the collection; nothing without it. */
export const collected: readonly BadInput[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: BadInput[] }).cases : []

export const badInputs: readonly BadInput[] = [...collected, ...ownCases]
