import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../test/services/guarded-process.js'
import type { Bench, Finding } from '../finding.js'
import { interleaved, ratios, spread } from '../pairs.js'
import { milliseconds } from '../words.js'

const MAIN = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url))
const FIGURE = 2_000
const ASK_EVERY = 5

/** From the start of the process to the first page, embedded, on a database that holds the demo. Beside it: node doing nothing. */
export async function* start({ sizes, folder }: Bench): AsyncGenerator<Finding> {
  const dataDir = mkdtempSync(join(folder, 'start-'))
  // The first start fills the database.
  await startOnce(dataDir)
  const pairs = await interleaved(Math.max(sizes.pairs, 7), async () => 1000 / (await emptyNode()), async () => 1000 / (await startOnce(dataDir)))
  const seen = spread(pairs.map(({ ours }) => 1000 / ours))
  yield {
    work: 'start to first page, embedded',
    ceiling: `${milliseconds(spread(pairs.map(({ ceiling }) => 1000 / ceiling)).median)} (node doing nothing)`,
    ours: `${milliseconds(seen.median)} (${milliseconds(seen.min)} … ${milliseconds(seen.max)})`,
    ratio: ratios(pairs),
    figure: `≤ ${FIGURE} ms`,
    isReached: seen.median <= FIGURE,
  }
}

async function emptyNode(): Promise<number> {
  const started = performance.now()
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
  return performance.now() - started
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(child, 'exit')
  try {
    while (!(await answers(`http://127.0.0.1:${port}/de`))) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
      await pause(ASK_EVERY)
    }
    return performance.now() - started
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}

/** Whether the page is there, read to its end. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (answer) => {
      answer.on('end', () => resolve(answer.statusCode === 200)).resume()
    }).on('error', () => resolve(false))
  })
}
