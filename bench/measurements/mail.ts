import type { BenchDatabase } from '../databases.js'
import type { Bench, Finding } from '../finding.js'
import { interleaved, ratios } from '../pairs.js'
import { CalledProcess } from '../process-calls.js'
import { type BenchServer, withServer } from '../server/bench-server.js'
import type { SinkCalls } from '../sink/main.js'
import { rate } from '../words.js'

const FIGURE = 0.75

/** A letter with a calendar entry from its claim to its settling, against the same builder and transport without the database. */
export async function* mail(bench: Bench): AsyncGenerator<Finding> {
  const sink = await CalledProcess.start<SinkCalls>(new URL('../sink/main.js', import.meta.url), {})
  try {
    const smtpUrl = await sink.call('url', null)
    for (const database of bench.databases) yield* withServer(database, bench.folder, smtpUrl, (server) => measure(bench, database, server, sink))
  } finally {
    await sink.stop()
  }
}

async function* measure({ sizes: { mails, pairs: count } }: Bench, database: BenchDatabase, server: BenchServer, sink: CalledProcess<SinkCalls>): AsyncGenerator<Finding> {
  const timed = async (name: 'sendLetters' | 'sendWithoutDatabase') => {
    await sink.call('taken', null)
    const seconds = await server.call(name, null)
    const taken = await sink.call('taken', null)
    if (taken.mails !== mails || taken.different !== mails || taken.calendars !== mails) throw new Error(`${mails} mails were sent, the sink has ${JSON.stringify(taken)}`)
    return mails / seconds
  }
  const withoutDatabase = async () => {
    await server.call('prepareLetters', { count: mails })
    return timed('sendWithoutDatabase')
  }
  // Warm: the libraries of mail are loaded with the first letter.
  await withoutDatabase()
  await timed('sendLetters')
  const cpu: number[] = []
  const pairs = await interleaved(count, withoutDatabase, async () => {
    let perSecond = 0
    cpu.push(await server.cpuPer(mails, async () => {
      perSecond = await timed('sendLetters')
    }))
    return perSecond
  })
  const ratio = ratios(pairs)
  yield {
    work: `invitation mail, ${database.name}`,
    ceiling: `${rate(pairs.map(({ ceiling }) => ceiling))} (same builder and transport, no database)`,
    ours: rate(pairs.map(({ ours }) => ours)),
    ratio,
    figure: `≥ ${FIGURE}`,
    isReached: ratio.median >= FIGURE,
    cpu: cpu.reduce((sum, value) => sum + value, 0) / cpu.length,
  }
}
