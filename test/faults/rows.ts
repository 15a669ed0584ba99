import type { Tables } from '../support/installation-tables.js'

/** A row as its database gives it: columns by their names there, instants as text or Date, JSON as text. */
export type Row = Tables[string][number]

/** Lines of the audit log that stand for a move of a registration, each of which is told by a letter. */
const MOVES = new Set(['accept', 'confirm', 'wait', 'refuse', 'promote', 'withdraw'].map((step) => `participation.${step}`))

export function isMove({ action }: Row): boolean {
  return MOVES.has(String(action))
}

/** Rows by what a column says. */
export function rowsBy(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  return grouped(rows, (row) => row[column])
}

export function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
