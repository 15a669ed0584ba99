import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lint } from './lint.mjs'
import prepare from './prepare.mjs'
import { ended } from './step.mjs'

/**
 * `npm test [-- PATTERN]`: prepares, lints, runs Jest and closes with the line `N passed, N failed, N skipped`.
 * Lint and type check count as one test each; a suite that could not be loaded counts as one failure.
 * @param {string[]} args handed to Jest
 */
export default async function test(args) {
  let counts = { passed: 0, failed: 0, skipped: 0 }
  let jestOk = false
  try {
    await prepare()
    const checks = await lint()
    counts = { ...counts, ...checks }
    const jest = await runJest(args)
    jestOk = jest.ok
    for (const key of Object.keys(counts)) counts[key] += jest[key]
  } catch (error) {
    console.error(error.remedy ? `${error.message} ${error.remedy}` : error)
    counts.failed += 1
  }
  // A run that ended badly without naming a failed test must not look green.
  if (!jestOk && counts.failed === 0) counts.failed = 1
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed > 0 ? 1 : 0
}

async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'dialogwerk-result-'))
  const file = join(folder, 'result.json')
  try {
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], { stdio: 'inherit', env: { ...process.env, TEST_RESULT_FILE: file } })
    const ok = (await ended(child)) === 0
    return { ok, ...JSON.parse(readFileSync(file, 'utf8')) }
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return { ok: false, passed: 0, failed: 0, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
