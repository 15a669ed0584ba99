import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from '@swc/core'

const MODULES = ['calendar', 'calendar-lines', 'calendar-zones', 'event-words', 'placeholders']
const SERVER_ZONES = ['UTC', 'Europe/Berlin', 'America/New_York']

const PRINT = `
import { calendarFor } from './calendar.js'
import { dateWords, timeLines } from './event-words.js'
const recipient = { uid: 'u@dialog.example', sequence: 0, method: 'REQUEST', status: 'CONFIRMED', stampedAt: '2026-11-25T08:00:00.000Z', organiserAddress: 'o@dialog.example', organiserName: 'O', attendeeAddress: 'a@dialog.example', attendeeName: 'A' }
const events = [
  [[{ date: '2026-03-28', startsAt: '23:30' }, { date: '2026-03-29', endsAt: '03:30' }], 'Europe/Berlin'],
  [[{ date: '2026-10-25', startsAt: '01:30', endsAt: '04:00' }], 'Europe/Berlin'],
  [[{ date: '2026-03-08', startsAt: '00:30', endsAt: '03:30' }], 'America/New_York'],
  [[{ date: '2026-03-29' }], 'Europe/Berlin'],
  [[{ date: '2026-12-31', startsAt: '23:00' }, { date: '2027-01-01', endsAt: '01:00' }], 'Asia/Kolkata'],
]
for (const [days, zone] of events) {
  process.stdout.write(calendarFor({ title: 'T', days, zone, place: 'P', description: 'D' }).fill(recipient))
  process.stdout.write(dateWords(days, 'de') + '\\n' + timeLines(days, zone, 'de').join('\\n') + '\\n')
}
process.stderr.write(String(new Date(Date.UTC(2026, 0, 1, 12)).getHours()))
`

describe('the zone of the server', () => {
  // Inside the packages so that the compiled modules find theirs.
  const cache = join(process.cwd(), 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'calendar-zones-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('changes no byte of a calendar and no word of a date', () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const name of MODULES) {
      const source = readFileSync(join(__dirname, `${name}.ts`), 'utf8')
      writeFileSync(join(folder, `${name}.js`), transformSync(source, { swcrc: false, configFile: false, jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }).code)
    }
    writeFileSync(join(folder, 'print.js'), PRINT)
    const runs = SERVER_ZONES.map((TZ) => spawnSync(process.execPath, ['print.js'], { cwd: folder, env: { ...process.env, TZ }, encoding: 'utf8' }))
    // The processes did live in different zones …
    expect(runs.map((run) => run.stderr)).toEqual(['12', '13', '7'])
    // … and printed the same, at the right wall clock.
    const [first, ...others] = runs.map((run) => run.stdout)
    expect(first).toContain('DTSTART;TZID=Europe/Berlin:20260328T233000')
    expect(first).toContain('DTSTART;TZID=America/New_York:20260308T003000')
    expect(first).toContain('DTSTART;VALUE=DATE:20260329\r\n')
    expect(first).toContain('Samstag, 28. März 2026, 23:30 Uhr\nSonntag, 29. März 2026, bis 03:30 Uhr\n')
    for (const other of others) expect(other).toBe(first)
  })
})
