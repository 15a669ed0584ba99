import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, Finding } from '../finding.js'
import { interleaved, ratios } from '../pairs.js'
import { CalledProcess } from '../process-calls.js'
import { type BenchServer, withServerOn } from '../server/bench-server.js'
import type { SinkCalls } from '../sink/main.js'
import { rate } from '../words.js'

const FIGURE = 1.7
const LATENCY_MILLISECONDS = 20
const CONNECTIONS = 2

/** Two workers against one where the mail server sets the pace: each of its answers takes a while, and each worker has two connections. */
export async function* mailWorkers({ databases, folder, sizes: { mails, pairs: count } }: Bench): AsyncGenerator<Finding> {
  const sink = await CalledProcess.start<SinkCalls>(new URL('../sink/main.js', import.meta.url), {})
  try {
    await sink.call('latency', LATENCY_MILLISECONDS)
    const smtpUrl = await sink.call('url', null)
    // A file of SQLite has one worker, in the process of the api.
    for (const database of databases.filter(({ name }) => name !== 'SQLite')) {
      const databaseUrl = await database.empty()
      const worker = () => ({ databaseUrl, dataDir: mkdtempSync(join(folder, 'data-')), smtpUrl, mailConnections: CONNECTIONS })
      yield* withServerOn(worker(), (one) => withServerOn(worker(), async function* (two) {
        const sent = async (workers: readonly BenchServer[]) => {
          const ids = await letters(one, mails)
          await sink.call('taken', null)
          const started = performance.now()
          await Promise.all(workers.map((each, at) => each.call('sendRows', { ids: ids.filter((_, n) => n % workers.length === at) })))
          const seconds = (performance.now() - started) / 1000
          const taken = await sink.call('taken', null)
          if (taken.mails !== mails || taken.different !== mails) throw new Error(`${mails} letters were sent, the sink has ${JSON.stringify(taken)}`)
          return mails / seconds
        }
        for (const each of [one, two]) await sent([each])
        const pairs = await interleaved(count, () => sent([one]), () => sent([one, two]))
        const ratio = ratios(pairs)
        yield {
          work: `two workers, ${LATENCY_MILLISECONDS} ms an answer, ${database.name}`,
          ceiling: `${rate(pairs.map(({ ceiling }) => ceiling))} (one worker, ${CONNECTIONS} connections)`,
          ours: rate(pairs.map(({ ours }) => ours)),
          ratio,
          figure: `≥ ${FIGURE}`,
          isReached: ratio.median >= FIGURE,
        }
      }))
    }
  } finally {
    await sink.stop()
  }
}

/** Letters about an event of their own that wait. */
async function letters(server: BenchServer, count: number): Promise<string[]> {
  const { eventId } = await server.call('plantEvent', { capacity: count })
  await server.call('plantConfirmed', { eventId, count, withLinks: true })
  await server.call('announce', { eventId })
  return server.call('fanOut', null)
}
