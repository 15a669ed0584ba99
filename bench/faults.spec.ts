import { type JestReport, faultLines, faultTable, outcomesOf } from './faults.js'

const report: JestReport = {
  testResults: [
    { name: '/x/test/faults/worker-kills.e2e-spec.ts', startTime: 1_000, endTime: 61_400, status: 'passed', assertionResults: [{ status: 'passed' }] },
    { name: '/x/test/faults/invariants.spec.ts', startTime: 0, endTime: 900, status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'failed' }] },
    { name: '/x/test/faults/broken.spec.ts', startTime: 0, endTime: 0, status: 'failed', assertionResults: [] },
  ],
}
const outcomes = outcomesOf(report, 'worker-kills.e2e-spec.ts: 40 kills: 0 lost\nother.spec.ts: nothing\nworker-kills.e2e-spec.ts: 3 repeated\n')

test('has a line for each suite with what its tests counted, and calls a suite that could not be loaded failed', () => {
  expect(faultLines(outcomes)).toEqual([
    'broken: FAILED: 1 of 1 in 0 s', 'invariants: FAILED: 2 of 3 in 1 s', 'worker-kills: 1 passed in 60 s', '  40 kills: 0 lost', '  3 repeated',
  ])
})

test('has a table for the document, and none when nothing was run', () => {
  expect(faultTable(outcomes)).toEqual(expect.arrayContaining(['| worker-kills | 1 passed | 60 s | 40 kills: 0 lost<br>3 repeated |', '| broken | FAILED: 1 of 1 | 0 s | – |']))
  expect(faultTable([])).toEqual([])
})
