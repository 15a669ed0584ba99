import fc from 'fast-check'
import Papa from 'papaparse'
import { CSV_START, csvLine, safeCell } from './csv.js'

test.each([
  ['=HYPERLINK("http://evil.example","Klick")'], ["@SUM(1+1)*cmd|' /C calc'!A0"], ['＝1+1'], ['-2+3'], ['\t=1'], ['+1+1'], ['\r\n=1'],
])('a cell never starts a formula: %j', (text) => {
  expect(safeCell(text)).toMatch(/^'/)
})

test.each([['+49 30 1234567'], ['+49 (0)30/12-34'], ['01067'], ['O’Connor'], ['K̄oller'], ['Ǧāzī']])('what is no formula stays as it is: %s', (text) => {
  expect(safeCell(text)).toBe(text)
})

test('an independent reader gets back what was written, one line per person', () => {
  const written = ['Müller; "Jo"', '01067', 'A;B,"C"\nD', '+49 30 1234567', '  spaced ', '']
  const read = Papa.parse<string[]>(CSV_START + csvLine(['a', 'b', 'c', 'd', 'e', 'f']) + csvLine(written), { delimiter: ';' })
  expect(read.errors).toEqual([])
  expect(read.data.slice(0, 2)).toEqual([['a', 'b', 'c', 'd', 'e', 'f'], ['Müller; "Jo"', '01067', 'A;B,"C" D', '+49 30 1234567', '  spaced ', '']])
  expect(csvLine(written)).toContain('"A;B,""C"" D"')
})

test('whatever people typed, no cell starts a formula, and a row has as many cells as were written', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', '"', "'", '＝', '1', 'a', ' '), { maxLength: 8 }).map((parts) => parts.join('')))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      const line = csvLine(cells)
      const read = Papa.parse<string[]>(line, { delimiter: ';', newline: '\r\n' }).data
      expect(read.slice(0, -1)).toEqual([cells.map(safeCell)])
      for (const text of read[0]!) if (!/^\+\d[\d ()/.-]*$/.test(text)) expect(text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }),
    { numRuns: 1_000 },
  )
})
