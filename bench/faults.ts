import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What became of one suite of `test/faults` at the sizes of the figures. */
export interface FaultOutcome {
  suite: string
  failed: number
  passed: number
  seconds: number
  /** What its tests counted, a line each. */
  figures: string[]
}

/** As much as is needed of what Jest writes with `--json`. */
export interface JestReport {
  testResults: { name: string; startTime: number; endTime: number; status: 'passed' | 'failed'; assertionResults: { status: string }[] }[]
}

/**
 * Runs all suites of faults at full size, one after the other. Progress and reasons of failures go to standard error.
 * @param folder for what the run leaves
 * @throws Error when Jest ends without a report
 */
export async function runFaults(folder: string): Promise<FaultOutcome[]> {
  const [report, figures] = [join(folder, 'faults.json'), join(folder, 'faults.txt')]
  // Jest chooses NODE_ENV itself; in production React and NestJS would be others than those under test elsewhere.
  const { NODE_ENV: _ours, ...environment } = process.env
  const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--runInBand', '--json', `--outputFile=${report}`, 'test/faults'], {
    env: { ...environment, FAULTS: 'full', FAULTS_FIGURES: figures }, stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = () => jest.kill()
  process.once('exit', stop)
  await once(jest, 'close')
  process.off('exit', stop)
  if (!existsSync(report)) throw new Error('The suites of faults ended without a report.')
  return outcomesOf(JSON.parse(readFileSync(report, 'utf8')) as JestReport, existsSync(figures) ? readFileSync(figures, 'utf8') : '')
}

/** @param figures lines `<file>: <what was counted>` */
export function outcomesOf({ testResults }: JestReport, figures: string): FaultOutcome[] {
  const lines = figures.split('\n')
  const outcomes = testResults.map(({ name, startTime, endTime, status, assertionResults }) => {
    const file = basename(name)
    const count = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length
    return {
      suite: file.replace(/\.(e2e-)?spec\.ts$/, ''),
      passed: count('passed'),
      // A suite that could not be loaded holds no test that failed.
      failed: status === 'failed' ? Math.max(1, count('failed')) : 0,
      seconds: (endTime - startTime) / 1000,
      figures: lines.filter((line) => line.startsWith(`${file}: `)).map((line) => line.slice(file.length + 2)),
    }
  })
  return outcomes.sort((a, b) => a.suite.localeCompare(b.suite))
}

/** One line for each suite, and below it what was counted. */
export function faultLines(outcomes: readonly FaultOutcome[]): string[] {
  return outcomes.flatMap((outcome) => [`${outcome.suite}: ${verdictOf(outcome)} in ${outcome.seconds.toFixed(0)} s`, ...outcome.figures.map((figure) => `  ${figure}`)])
}

/** The table for the document; nothing without outcomes. */
export function faultTable(outcomes: readonly FaultOutcome[]): string[] {
  if (outcomes.length === 0) return []
  const rows = outcomes.map((outcome) => `| ${outcome.suite} | ${verdictOf(outcome)} | ${outcome.seconds.toFixed(0)} s | ${outcome.figures.join('<br>') || '–'} |`)
  return [
    '## Faults', '', 'The suites of `test/faults` at full size: processes killed, services taken away, calls that fail. After each of them everything that must hold is looked at.', '',
    '| suite | outcome | time | counted |', '|---|---|---|---|', ...rows, '',
  ]
}

function verdictOf({ passed, failed }: FaultOutcome): string {
  return failed > 0 ? `FAILED: ${failed} of ${passed + failed}` : `${passed} passed`
}
