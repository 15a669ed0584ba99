import { get } from 'node:http'
import type { Bench, Finding } from '../finding.js'
import { type Shot, assertAll, load } from '../http-load.js'
import { interleaved, percentile, ratios } from '../pairs.js'
import { type BenchServer, withServer } from '../server/bench-server.js'
import { milliseconds, rate } from '../words.js'

const IN_FLIGHT = 100
const FIGURE = 0.5
const P99 = 100

/** The public page of an event, whole and revalidated by its ETag, against a GET that does nothing. */
export async function* eventPage(bench: Bench): AsyncGenerator<Finding> {
  for (const database of bench.databases) {
    yield* withServer(database, bench.folder, null, async function* (server) {
      const { path } = await server.call('plantEvent', { capacity: 50 })
      const etag = await etagOf(server.url + path)
      yield await measure(bench, server, `public event page, whole, ${database.name}`, { path }, 200)
      yield await measure(bench, server, `public event page, revalidated, ${database.name}`, { path, headers: { 'if-none-match': etag } }, 304)
    })
  }
}

async function measure({ sizes: { requests, pairs: count } }: Bench, server: BenchServer, work: string, shot: Shot, status: number): Promise<Finding> {
  const slowest: number[] = []
  const cpu: number[] = []
  const run = async (one: Shot, expected: number) => {
    const result = await load(server.url, Array.from({ length: requests }, () => one), IN_FLIGHT)
    assertAll(result, expected, requests)
    return result
  }
  const trivial = async () => requests / (await run({ path: '/bench' }, 200)).seconds
  const ours = async () => {
    let seconds = 0
    cpu.push(await server.cpuPer(requests, async () => {
      const result = await run(shot, status)
      slowest.push(percentile(result.milliseconds, 99))
      seconds = result.seconds
    }))
    return requests / seconds
  }
  await trivial()
  await ours()
  slowest.length = cpu.length = 0
  const pairs = await interleaved(count, trivial, ours)
  const ratio = ratios(pairs)
  const p99 = percentile(slowest, 50)
  return {
    work,
    ceiling: `${rate(pairs.map(({ ceiling }) => ceiling))} (trivial GET)`,
    ours: `${rate(pairs.map((pair) => pair.ours))}, p99 ${milliseconds(p99)} at ${IN_FLIGHT} in flight`,
    ratio,
    figure: `≥ ${FIGURE}, p99 < ${P99} ms`,
    isReached: ratio.median >= FIGURE && p99 < P99,
    cpu: cpu.reduce((sum, value) => sum + value, 0) / cpu.length,
  }
}

function etagOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, (answer) => {
      answer.resume()
      const { etag } = answer.headers
      if (answer.statusCode === 200 && etag) resolve(etag)
      else reject(new Error(`no page with an ETag: ${answer.statusCode}`))
    }).on('error', reject)
  })
}
