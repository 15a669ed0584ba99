import { createHash } from 'node:crypto'
import type { Tables } from '../support/installation-tables.js'
import { type Row, isMove, rowsBy } from './rows.js'

/**
 * I6: every change of a registration stands in the audit log once. Its lines tell one story from its beginning to how the row is now,
 * there are as many of them as the row counts changes, and no line differs from its digest.
 */
export function* logFaults({ participation = [], audit_entry: audit = [] }: Tables): Generator<string> {
  const lines = rowsBy(audit, 'subject_id')
  for (const row of participation) {
    const fault = storyFault(row, (lines.get(row.id) ?? []).toSorted(byTime))
    if (fault !== null) yield `I6: registration ${String(row.id)} ${fault}`
  }
  for (const { id, salt, change, change_digest: digest } of audit) {
    // Erased with its salt: the digest stays.
    if (salt === null) continue
    const right = createHash('sha256').update(String(salt)).update(change === null ? 'null' : String(change)).digest('hex')
    if (right !== digest) yield `I6: audit line ${String(id)} is not what its digest says`
  }
}

function storyFault(row: Row, lines: readonly Row[]): string | null {
  const [first, ...more] = lines.filter(({ action }) => action === 'participation.register' || action === 'participation.note')
  if (!first || more.length > 0) return `has ${more.length + (first ? 1 : 0)} lines about its beginning`
  const moves = lines.filter(isMove)
  const changes = moves.length + lines.filter(({ action }) => action === 'participation.correct').length
  if (changes !== Number(row.revision)) return `was changed ${String(row.revision)} times, the log has ${changes} lines`
  let state = `${(JSON.parse(String(first.change)) as { answer: string }).answer}/none`
  for (const { change } of moves) {
    const { before, after } = JSON.parse(String(change)) as { before: string; after: string }
    if (before !== state) return `was ${state} in the log, and the next line begins with ${before}`
    state = after
  }
  return state === `${String(row.answer)}/${String(row.place)}` ? null : `is ${String(row.answer)}/${String(row.place)}, the log ends with ${state}`
}

function byTime(a: Row, b: Row): number {
  return instant(a).localeCompare(instant(b)) || String(a.id).localeCompare(String(b.id))
}

/** A Date from MySQL, text from SQLite. */
function instant({ at }: Row): string {
  return at instanceof Date ? at.toISOString() : String(at)
}
