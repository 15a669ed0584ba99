import { shownName, typeOfFile } from './answer-file.js'

test('a file is what its first bytes say, whatever it is called', () => {
  expect(typeOfFile(Buffer.from('%PDF-1.7'))).toBe('application/pdf')
  expect(typeOfFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('image/png')
  expect(typeOfFile(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  for (const other of ['<svg onload=alert(1)>', 'PK\u0003\u0004', '', ' %PDF-1.7', '%PD']) expect(typeOfFile(Buffer.from(other))).toBeNull()
})

test.each([
  ['../../etc/passwd', 'passwd.pdf'], ['C:\\Users\\Kim\\Vollmacht.docx', 'Vollmacht.pdf'], ['a\r\nb".exe', 'ab.pdf'], ['...', 'datei.pdf'], ['', 'datei.pdf'], ['Vollmacht für Köln.PDF', 'Vollmacht für Köln.pdf'],
  ['rechnung\u202Efdp.exe', 'rechnungfdp.pdf'], [`${'ß'.repeat(300)}.pdf`, `${'ß'.repeat(100)}.pdf`],
])('%j is kept as %j', (name, kept) => {
  expect(shownName(name, 'application/pdf')).toBe(kept)
})
