import '../apps/production.js'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArguments } from './arguments.js'
import { openDatabases } from './databases.js'
import { type FaultOutcome, faultLines, runFaults } from './faults.js'
import type { Bench, Measurement } from './finding.js'
import { calendar } from './measurements/calendar.js'
import { confirmation } from './measurements/confirmation.js'
import { crowd } from './measurements/crowd.js'
import { eventPage } from './measurements/event-page.js'
import { mail } from './measurements/mail.js'
import { mailMemory } from './measurements/mail-memory.js'
import { mailWorkers } from './measurements/mail-workers.js'
import { participantList } from './measurements/participant-list.js'
import { start } from './measurements/start.js'
import { type Line, cells, machine, markdown, plainTable } from './report.js'

/** Absolute times first, while the machine is as it was. */
const MEASUREMENTS = { start, calendar, eventPage, participantList, confirmation, crowd, mail, mailWorkers, mailMemory } satisfies Record<string, Measurement>

const { sizes, names, hasFaults, isWritten } = readArguments(process.argv.slice(2), Object.keys(MEASUREMENTS) as (keyof typeof MEASUREMENTS)[])
const folder = mkdtempSync(join(tmpdir(), 'dw-bench-'))
// However it ends; what was started ends by itself with this process.
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const databases = await openDatabases(folder)
try {
  process.stdout.write(`${machine()}\nSizes: ${sizes.name}, ${sizes.pairs} pairs; databases: ${databases.map(({ name }) => name).join(', ')}\n\n`)
  const { lines, failures } = await measureAll({ sizes, databases, folder })
  process.stdout.write(`\n${plainTable(cells(lines))}\n`)
  for (const failure of failures) process.stdout.write(`\nFAILED: ${failure}\n`)
  const faults = hasFaults ? await faultsAtFullSize() : []
  if (failures.length > 0 || faults.some(({ failed }) => failed > 0)) process.exitCode = 1
  if (isWritten) {
    mkdirSync('docs', { recursive: true })
    writeFileSync('docs/benchmarks.md', markdown(lines, failures, faults, sizes, new Date().toISOString().slice(0, 10)))
    process.stdout.write('\nWritten to docs/benchmarks.md\n')
  }
} finally {
  await Promise.all(databases.map((database) => database.stop()))
}

/** A measurement that fails does not keep the others from being taken. */
async function measureAll(bench: Bench): Promise<{ lines: Line[]; failures: string[] }> {
  const lines: Line[] = []
  const failures: string[] = []
  for (const name of names) {
    let before = loadavg()[0]!
    try {
      for await (const finding of MEASUREMENTS[name](bench)) {
        const after = loadavg()[0]!
        lines.push({ ...finding, load: { before, after } })
        process.stdout.write(`${finding.work}: ${finding.ours}\n`)
        before = after
      }
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      process.stdout.write(`${name}: FAILED ${error instanceof Error ? (error.stack ?? '') : ''}\n`)
    }
  }
  return { lines, failures }
}

/** After the rates, because processes are killed and nothing is measured any more. */
async function faultsAtFullSize(): Promise<FaultOutcome[]> {
  process.stdout.write('\nFaults at full size, about an hour …\n')
  const outcomes = await runFaults(folder)
  process.stdout.write(`\n${faultLines(outcomes).join('\n')}\n`)
  return outcomes
}
