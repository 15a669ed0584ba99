import type { BenchDatabase } from '../databases.js'
import type { Bench, Finding } from '../finding.js'
import { interleaved, ratios } from '../pairs.js'
import { CalledProcess } from '../process-calls.js'
import { type BenchServer, withServer } from '../server/bench-server.js'
import type { SinkCalls } from '../sink/main.js'
import { milliseconds, rate } from '../words.js'

/**
 * A letter with a calendar entry from its claim to its settling, signed: against the same builder and transport without the database, and against the
 * libraries as people use them.
 */
export async function* mail(bench: Bench): AsyncGenerator<Finding> {
  const sink = await CalledProcess.start<SinkCalls>(new URL('../sink/main.js', import.meta.url), {})
  try {
    const smtpUrl = await sink.call('url', null)
    for (const database of bench.databases) yield* withServer(database, bench.folder, smtpUrl, (server) => measure(bench, database, server, sink))
  } finally {
    await sink.stop()
  }
}

type Way = 'sendLetters' | 'sendWithoutDatabase' | 'sendPlainly'

async function* measure({ sizes: { mails, pairs: count } }: Bench, database: BenchDatabase, server: BenchServer, sink: CalledProcess<SinkCalls>): AsyncGenerator<Finding> {
  const cpu: Record<Way, number[]> = { sendLetters: [], sendWithoutDatabase: [], sendPlainly: [] }
  const timed = async (way: Way) => {
    await sink.call('taken', null)
    let seconds = 0
    cpu[way].push(await server.cpuPer(mails, async () => {
      seconds = await server.call(way, null)
    }))
    const taken = await sink.call('taken', null)
    if (taken.mails !== mails || taken.different !== mails || taken.calendars !== mails) throw new Error(`${mails} mails were sent, the sink has ${JSON.stringify(taken)}`)
    return mails / seconds
  }
  const against = async (way: Way) => {
    await server.call('prepareLetters', { count: mails })
    return timed(way)
  }
  // Warm: the libraries of mail are loaded with the first letter.
  for (const way of ['sendWithoutDatabase', 'sendPlainly', 'sendLetters'] as const) await against(way)
  for (const seen of Object.values(cpu)) seen.length = 0
  for (const { way, words, work, figure } of [
    { way: 'sendWithoutDatabase', words: 'same builder and transport, no database', work: 'invitation mail', figure: 0.75 },
    { way: 'sendPlainly', words: 'nodemailer with pool, PEM and ical-generator', work: 'invitation mail against plain nodemailer', figure: 1.5 },
  ] as const) {
    cpu.sendLetters.length = 0
    const pairs = await interleaved(count, () => against(way), () => timed('sendLetters'))
    const ratio = ratios(pairs)
    yield {
      work: `${work}, ${database.name}`,
      ceiling: `${rate(pairs.map(({ ceiling }) => ceiling))}, ${milliseconds(mean(cpu[way]))} CPU (${words})`,
      ours: rate(pairs.map(({ ours }) => ours)),
      ratio,
      figure: `≥ ${figure}`,
      isReached: ratio.median >= figure,
      cpu: mean(cpu.sendLetters),
    }
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
