import type { Bench, Finding } from '../finding.js'
import { assertAll, load } from '../http-load.js'
import { assertConfirmed } from '../server/assert-confirmed.js'
import { withServer } from '../server/bench-server.js'
import { number } from '../words.js'

/** Everybody confirms at once, each over a connection of their own: exact counts, a line without gaps, no error and no refusal. */
export async function* crowd({ sizes: { crowd: size }, databases, folder }: Bench): AsyncGenerator<Finding> {
  const { people, seats } = size
  for (const database of databases) {
    yield* withServer(database, folder, null, async function* (server) {
      const { eventId } = await server.call('plantEvent', { capacity: seats })
      const planted = await server.call('plantUnconfirmed', { eventId, count: people })
      const result = await load(server.url, planted, people)
      assertAll(result, 303, people)
      await assertConfirmed(server, eventId, { confirmed: seats, waiting: people - seats })
      yield {
        work: `${number(people)} confirm on ${seats} seats at once, ${database.name}`,
        ceiling: '–',
        ours: `${seats} confirmed, waiting 1 … ${number(people - seats)}, in ${number(result.seconds)} s`,
        ratio: null,
        figure: 'exact, no error, no 429',
        isReached: true,
      } satisfies Finding
    })
  }
}
