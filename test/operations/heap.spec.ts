import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The most that the heap of a process was, in MB, which has 40 MB in use and makes much garbage that outlives the young generation. */
async function peakOf(how: 'as the product' | 'plain'): Promise<number> {
  const runner = join(__dirname, '../platform/run-typescript.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [runner, join(__dirname, 'make-garbage.ts'), how])
  return Number(stdout)
}

test('the heap of api and worker stays near what is in use, which it would not by itself', async () => {
  const [bounded, plain] = [await peakOf('as the product'), await peakOf('plain')]
  expect(bounded).toBeLessThan(plain * 0.7)
}, 120_000)
