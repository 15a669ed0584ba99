import { type Pages, type Row, factTable, notFacts } from './fact-table.js'
import { leavesOf } from './leaves.js'

export interface Verdict {
  problems: string[]
  /** Facts found again. */
  found: number
}

/** Holds every leaf of the sheets against the table and the pages: each leaf needs a row, each row a leaf, each fact its place. */
export function judge(sheets: readonly { key: string }[], pagesOf: (sheet: { key: string }) => Pages, rows: readonly Row[] = factTable): Verdict {
  const problems: string[] = []
  const used = new Set<Row>()
  let found = 0
  for (const sheet of sheets) {
    for (const leaf of leavesOf(sheet)) {
      if (notFacts.includes(leaf.path)) continue
      const where = `${sheet.key}: ${leaf.path} = ${JSON.stringify(leaf.value)}`
      const row = rows.find(({ path }) => path === leaf.path)
      if (!row) {
        problems.push(`${where} has no row in the table`)
        continue
      }
      used.add(row)
      const expected = row.as && leaf.value !== null ? row.as(leaf.value) : leaf.value
      const values = row.find(pagesOf(sheet), leaf)
      if (expected !== undefined && row.label !== '' && values.includes(expected)) found += 1
      else problems.push(`${where} is not found under "${row.label}": ${JSON.stringify(values)}`)
    }
  }
  for (const row of rows) if (!used.has(row)) problems.push(`the row ${row.path} finds nothing in the file`)
  return { problems, found }
}
