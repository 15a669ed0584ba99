import { setTimeout as pause } from 'node:timers/promises'
import type { BenchDatabase } from '../databases.js'
import type { Bench, Finding } from '../finding.js'
import { CalledProcess } from '../process-calls.js'
import type { BenchServerOptions } from '../server/bench-app.js'
import { withServer, withServerOn } from '../server/bench-server.js'
import type { SinkCalls } from '../sink/main.js'
import { number } from '../words.js'

const FIGURE = 1.2

/** Memory of a worker that tells many people of one change, against one that tells a few. Other processes plant the people. */
export async function* mailMemory(bench: Bench): AsyncGenerator<Finding> {
  const { few, many } = bench.sizes.recipients
  const sink = await CalledProcess.start<SinkCalls>(new URL('../sink/main.js', import.meta.url), {})
  try {
    const smtpUrl = await sink.call('url', null)
    for (const database of bench.databases) {
      const peaks: number[] = []
      const started = performance.now()
      for (const count of [few, many]) for await (const peak of peakFor(bench, database, smtpUrl, sink, count)) peaks.push(peak)
      const ratio = peaks[1]! / peaks[0]!
      yield {
        work: `memory of a worker, ${number(many)} letters, ${database.name}`,
        ceiling: `${number(peaks[0]!)} MiB (${number(few)} letters)`,
        ours: `${number(peaks[1]!)} MiB, both in ${number((performance.now() - started) / 1000)} s with planting`,
        ratio: { median: ratio, min: ratio, max: ratio },
        figure: `≤ ${FIGURE} ×, all sent once`,
        isReached: ratio <= FIGURE,
      }
    }
  } finally {
    await sink.stop()
  }
}

async function* peakFor({ folder }: Bench, database: BenchDatabase, smtpUrl: string, sink: CalledProcess<SinkCalls>, count: number): AsyncGenerator<number> {
  const places: Pick<BenchServerOptions, 'databaseUrl' | 'dataDir'>[] = []
  const plant = withServer(database, folder, null, async function* (planter) {
    const { eventId } = await planter.call('plantEvent', { capacity: count })
    await planter.call('plantConfirmed', { eventId, count, withLinks: true })
    await planter.call('announce', { eventId })
    yield { databaseUrl: planter.databaseUrl, dataDir: planter.dataDir }
  })
  for await (const place of plant) places.push(place)
  yield* withServerOn({ ...places[0]!, smtpUrl }, async function* (worker) {
    await sink.call('taken', null)
    await worker.call('work', null)
    for (let left = 1; left > 0; ) {
      await pause(500)
      const { pending = 0, running = 0 } = await worker.call('outboxStates', null)
      left = pending + running
    }
    const taken = await sink.call('taken', null)
    const { done } = await worker.call('outboxStates', null)
    if (taken.mails !== count || taken.different !== count || done !== count + 1) throw new Error(`${count} letters: the sink has ${JSON.stringify(taken)}, the outbox ${done} done`)
    yield await worker.call('peakMemory', null)
  })
}
