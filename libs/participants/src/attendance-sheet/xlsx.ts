import writeXlsx from 'write-excel-file/node'

/** An XLSX file of text cells only: nothing in it can be a formula, and nothing loses a leading zero or a plus sign. */
export async function xlsxOf(sheetName: string, headings: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => row.map((value) => (value === '' ? null : { value: withoutControls(value), type: String })))
  const columns = headings.map((heading, index) => ({ width: Math.min(45, Math.max(heading.length, ...rows.slice(0, 200).map((row) => row[index]!.length)) + 2) }))
  return writeXlsx([head, ...body], { buffer: true, sheet: sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), columns, stickyRowsCount: 1 })
}

/** XML 1.0 has no place for control characters; a file that holds one does not open. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}
