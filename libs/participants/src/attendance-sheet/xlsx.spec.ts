import readXlsx from 'read-excel-file/node'
import { xlsxOf } from './xlsx.js'

test('an independent reader gets every cell back as text', async () => {
  const rows = [['Öney', '01067', '+49 30 1234567', '=1+1'], ['K̄oller', '', '-', '@SUM(1)']]
  const file = await xlsxOf('Liste: [2027]', ['Nachname', 'PLZ', 'Telefon', 'Organisation'], rows)
  const read = await readXlsx(file)
  expect(read).toEqual([['Nachname', 'PLZ', 'Telefon', 'Organisation'], rows[0], ['K̄oller', null, '-', '@SUM(1)']])
  expect(file.toString('latin1')).not.toContain('<f>')
})
