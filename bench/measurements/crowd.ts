import type { Bench, Finding } from '../finding.js'
import { assertAll, rush } from '../http-load.js'
import { assertConfirmed } from '../server/assert-confirmed.js'
import { withServer } from '../server/bench-server.js'
import { number } from '../words.js'

/** Everybody confirms at the same moment: exact counts, a line without gaps, no error and no refusal. */
export async function* crowd({ sizes: { crowd: size }, databases, folder }: Bench): AsyncGenerator<Finding> {
  const { people, seats } = size
  for (const database of databases) {
    yield* withServer(database, folder, null, async function* (server) {
      const { eventId } = await server.call('plantEvent', { capacity: seats })
      const planted = await server.call('plantUnconfirmed', { eventId, count: people })
      const result = await rush(server.url, planted)
      assertAll(result, 303, people)
      await assertConfirmed(server, eventId, { confirmed: seats, waiting: people - seats })
      yield {
        work: `${number(people)} at once on ${seats} seats, ${database.name}`,
        ceiling: '–',
        ours: `${seats} confirmed, waiting 1 … ${number(people - seats)}, in ${number(result.seconds)} s`,
        ratio: null,
        figure: 'exact, no error, no 429',
        isReached: true,
      } satisfies Finding
    })
  }
}
