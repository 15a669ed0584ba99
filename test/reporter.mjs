import { writeFileSync } from 'node:fs'

/** Title of the test that stands in for a suite whose programs are missing; see services/requirements.ts. */
const notRun = /^not run: /

/**
 * Lists the suites that could not run here and hands the counts to scripts/test.mjs, which prints the last line.
 * A suite that could not be loaded holds no test that failed, so it counts as one failure.
 */
export default class Reporter {
  onRunComplete(_contexts, results) {
    const missing = results.testResults.flatMap((file) => file.testResults.filter(({ title }) => notRun.test(title)))
    if (missing.length > 0) {
      process.stderr.write(`\n${missing.map(({ title, ancestorTitles }) => `${title} (${ancestorTitles.join(' › ')})`).join('\n')}\n`)
    }
    const file = process.env.TEST_RESULT_FILE
    if (!file) return
    writeFileSync(file, JSON.stringify({
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    }))
  }
}
