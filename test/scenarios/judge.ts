import { type Pages, type Row, factTable, notFacts } from './fact-table.js'
import { type Leaf, leavesOf } from './leaves.js'

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
      const pages = pagesOf(sheet)
      const expected = row.as && leaf.value !== null ? row.as(leaf.value) : leaf.value
      const values = row.find(pages, leaf)
      const missing = missingOn(pages, row, leaf)
      if (expected === undefined || !values.includes(expected)) problems.push(`${where} is not what the API says: ${JSON.stringify(values)}`)
      else if (missing.length > 0) problems.push(`${where} is not read on the page of the ${row.on}: ${missing.join(' · ')}`)
      else found += 1
    }
  }
  for (const row of rows) if (!used.has(row)) problems.push(`the row ${row.path} finds nothing in the file`)
  return { problems, found }
}

/** What does not stand on the page: the words of the fact, or none of its labels. */
function missingOn(pages: Pages, { on, labels, reads }: Row, leaf: Leaf): string[] {
  if (on === 'api') return []
  const text = pages.text[on]
  const words = reads ? reads(leaf.value, pages, leaf) : String(leaf.value)
  return [...(text.includes(words) ? [] : [words]), ...(labels.length === 0 || labels.some((label) => text.includes(label)) ? [] : labels)]
}
