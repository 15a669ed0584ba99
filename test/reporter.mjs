import { writeFileSync } from 'node:fs'

/** Title of the test that stands in for a suite whose programs are missing; see services/requirements.ts. */
const notRun = /^not run: /

/**
 * Lists the suites that could not run here and every other skipped test, and hands the counts to scripts/test.mjs, which prints the last line.
 * A suite that could not be loaded holds no test that failed, so it counts as one failure.
 */
export default class Reporter {
  constructor(globalConfig) {
    // Whoever names tests with -t skips the others on purpose.
    this.listsSkipped = !globalConfig.testNamePattern
  }

  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap((file) => file.testResults)
    const lines = tests.flatMap(({ title, ancestorTitles, status }) => {
      if (notRun.test(title)) return `${title} (${ancestorTitles.join(' › ')})`
      return status === 'pending' && this.listsSkipped ? `skipped: ${[...ancestorTitles, title].join(' › ')}` : []
    })
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`)
    const file = process.env.TEST_RESULT_FILE
    if (!file) return
    writeFileSync(file, JSON.stringify({
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    }))
  }
}
