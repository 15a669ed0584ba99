import type { Bench, Finding } from '../finding.js'
import { assertAll, load } from '../http-load.js'
import { assertConfirmed } from '../server/assert-confirmed.js'
import { withServer } from '../server/bench-server.js'
import { number } from '../words.js'

/** Open at the same moment; a proxy before the server holds back more than this, and a listening socket queues 511 new ones. */
const MOST_TOGETHER = 1_000

/** Everybody confirms at once: exact counts, a line without gaps, no error and no refusal. */
export async function* crowd({ sizes: { crowd: size }, databases, folder }: Bench): AsyncGenerator<Finding> {
  const { people, seats } = size
  const together = Math.min(people, MOST_TOGETHER)
  for (const database of databases) {
    yield* withServer(database, folder, null, async function* (server) {
      const { eventId } = await server.call('plantEvent', { capacity: seats })
      const planted = await server.call('plantUnconfirmed', { eventId, count: people })
      const result = await load(server.url, planted, together)
      assertAll(result, 303, people)
      await assertConfirmed(server, eventId, { confirmed: seats, waiting: people - seats })
      yield {
        work: `${number(people)} confirm on ${seats} seats, ${number(together)} at once, ${database.name}`,
        ceiling: '–',
        ours: `${seats} confirmed, waiting 1 … ${number(people - seats)}, in ${number(result.seconds)} s`,
        ratio: null,
        figure: 'exact, no error, no 429',
        isReached: true,
      } satisfies Finding
    })
  }
}
