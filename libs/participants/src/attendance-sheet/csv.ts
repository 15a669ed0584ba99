import { stringify } from 'csv-stringify/sync'

/**
 * One line of CSV as German Excel opens it: semicolons, CRLF (RFC 4180), quotes where needed. The file starts with `CSV_START`.
 *
 * No cell ever starts a formula: one that begins with = + - @ (also full-width), a tab or a line break gets an apostrophe in front.
 * A telephone number like "+49 30 1234567" is no formula and stays as it is. A line break inside a cell becomes a space, so that
 * one person is one line whatever reads the file.
 */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(safeCell)], { delimiter: ';', record_delimiter: '\r\n', quoted_match: /^\s|\s$|^0\d/ })
}

/** UTF-8 with byte order mark: without it Excel takes the file for Latin-1. */
export const CSV_START = '\uFEFF'

const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const TELEPHONE = /^\+\d[\d ()/.-]*$/

export function safeCell(text: string): string {
  const oneLine = text.replace(/\s*[\r\n]+\s*/g, ' ')
  return STARTS_FORMULA.test(text) && !TELEPHONE.test(text) ? `'${oneLine}` : oneLine
}
