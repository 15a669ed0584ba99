import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { lint } from './lint.mjs'
import { ended } from './step.mjs'

/**
 * `npm test [-- PATTERN]`: prepares, lints, runs Jest and closes with the line `N passed, N failed, N skipped`.
 * Lint and type check count as one test each; a suite that could not be loaded counts as one failure.
 * @param {string[]} args handed to Jest
 */
export default async function test(args) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const add = (more) => Object.keys(counts).forEach((key) => { counts[key] += more[key] ?? 0 })
  try {
    await install()
    // The tests of single files say something even when the whole does not build.
    await build().catch((error) => add(failure(error)))
    add(await lint())
    add(await runJest(args))
  } catch (error) {
    add(failure(error))
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed > 0 ? 1 : 0
}

function failure(error) {
  console.error(error.remedy ? `${error.message} ${error.remedy}` : error)
  return { failed: 1 }
}

/** @returns the counts that test/reporter.mjs wrote; a run that ended badly without naming a failed test counts as one failure */
async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'dialogwerk-result-'))
  const file = join(folder, 'result.json')
  try {
    // Room for what is short-lived, which Jest's workers inherit: most of what a test makes is gone at once, and moving it costs more than it takes up.
    const child = spawn(process.execPath, ['--max-semi-space-size=64', 'node_modules/jest/bin/jest.js', ...args], { stdio: 'inherit', env: { ...process.env, TEST_RESULT_FILE: file } })
    const ok = (await ended(child)) === 0
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
