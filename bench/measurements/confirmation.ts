import type { BenchDatabase } from '../databases.js'
import type { Bench, Finding } from '../finding.js'
import { assertAll, load } from '../http-load.js'
import { interleaved, oneAfterTheOther, ratios } from '../pairs.js'
import { confirmRaw } from '../raw/raw-confirmation.js'
import { openRawSessions } from '../raw/raw-session.js'
import { assertConfirmed } from '../server/assert-confirmed.js'
import { type BenchServer, withServer } from '../server/bench-server.js'
import { rate } from '../words.js'

const IN_FLIGHT = 16
const FIGURE = 0.6

/** Confirming a registration over HTTP, against the same statements in the driver followed by a POST that does nothing. */
export async function* confirmation(bench: Bench): AsyncGenerator<Finding> {
  for (const database of bench.databases) yield* withServer(database, bench.folder, null, (server) => measure(bench, database, server))
}

async function* measure({ sizes }: Bench, database: BenchDatabase, server: BenchServer): AsyncGenerator<Finding> {
  const count = sizes.confirmations
  const sessions = await openRawSessions(server, IN_FLIGHT)
  const seen = { raw: [] as number[], trivial: [] as number[], cpu: [] as number[] }
  const people = async () => {
    const { eventId } = await server.call('plantEvent', { capacity: count })
    return { eventId, planted: await server.call('plantUnconfirmed', { eventId, count }) }
  }
  const raw = async () => {
    const { eventId, planted } = await people()
    const turns = planted.values()
    const started = performance.now()
    await Promise.all(sessions.map(async (session) => {
      for (const { token } of turns) await confirmRaw(session, token)
    }))
    const seconds = (performance.now() - started) / 1000
    await assertConfirmed(server, eventId, { confirmed: count, waiting: 0 })
    return count / seconds
  }
  const trivial = async () => {
    const result = await load(server.url, Array.from({ length: sizes.requests }, () => ({ path: '/bench', form: 'formToken=nothing' })), IN_FLIGHT)
    assertAll(result, 303, sizes.requests)
    return sizes.requests / result.seconds
  }
  const ours = async () => {
    const { eventId, planted } = await people()
    let seconds = 0
    seen.cpu.push(await server.cpuPer(count, async () => {
      const result = await load(server.url, planted, IN_FLIGHT)
      assertAll(result, 303, count)
      seconds = result.seconds
    }))
    await assertConfirmed(server, eventId, { confirmed: count, waiting: 0 })
    return count / seconds
  }
  const both = async () => {
    const [first, second] = [await raw(), await trivial()]
    seen.raw.push(first)
    seen.trivial.push(second)
    return oneAfterTheOther(first, second)
  }
  await Promise.all([load(server.url, Array.from({ length: 200 }, () => ({ path: '/bench', form: '' })), IN_FLIGHT), raw()])
  await ours()
  seen.cpu.length = 0
  const pairs = await interleaved(sizes.pairs, both, ours)
  await Promise.all(sessions.map((session) => session.close()))
  const ratio = ratios(pairs)
  yield {
    work: `confirming over HTTP, ${database.name}`,
    ceiling: `${rate(pairs.map(({ ceiling }) => ceiling))} (driver ${rate(seen.raw)}, POST ${rate(seen.trivial)})`,
    ours: rate(pairs.map((pair) => pair.ours)),
    ratio,
    figure: `≥ ${FIGURE}`,
    isReached: ratio.median >= FIGURE,
    cpu: seen.cpu.reduce((sum, value) => sum + value, 0) / seen.cpu.length,
  }
}
