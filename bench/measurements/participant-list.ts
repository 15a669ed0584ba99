import type { Bench, Finding } from '../finding.js'
import { interleaved, ratios, spread } from '../pairs.js'
import { type BenchServer, withServer } from '../server/bench-server.js'
import type { ListPage } from '../server/calls.js'
import { milliseconds, number } from '../words.js'

const FIGURE = 2
/** Pages of one half of a pair: one page alone is too short to be timed. */
const LOOKS = 5

/** Any page of a long list of participants against the first one: a list must not become slower towards its end. */
export async function* participantList({ sizes: { list, pairs: count }, databases, folder }: Bench): AsyncGenerator<Finding> {
  for (const database of databases) {
    yield* withServer(database, folder, null, async function* (server) {
      const { eventId } = await server.call('plantEvent', { capacity: list })
      await server.call('plantConfirmed', { eventId, count: list })
      const cursors = await walk(server, eventId, list)
      const look = async (after: string | null) => {
        let sum = 0
        for (let n = 0; n < LOOKS; n++) sum += (await server.call('listPage', { eventId, after })).milliseconds
        return (LOOKS * 1000) / sum
      }
      // Spread over the whole list; the last page is always among them.
      const pages = Array.from({ length: count }, (_, pair) => cursors[Math.ceil(((pair + 1) * cursors.length) / count) - 1]!)
      const pairs = await interleaved(count, () => look(null), (pair) => look(pages[pair]!))
      const ratio = ratios(pairs)
      yield {
        work: `list of ${number(list)} participants, any page, ${database.name}`,
        ceiling: `${milliseconds(spread(pairs.map(({ ceiling }) => 1000 / ceiling)).median)} (first page)`,
        ours: milliseconds(spread(pairs.map(({ ours }) => 1000 / ours)).median),
        ratio,
        figure: `≥ ${1 / FIGURE} (≤ ${FIGURE} × the first)`,
        isReached: ratio.median >= 1 / FIGURE,
      } satisfies Finding
    })
  }
}

/** Every cursor of the list. @throws Error when a row is missing or comes twice. */
async function walk(server: BenchServer, eventId: string, list: number): Promise<string[]> {
  const cursors: string[] = []
  let rows = 0
  for (let after: string | null = null; ; ) {
    const page: ListPage = await server.call('listPage', { eventId, after })
    rows += page.rows
    if (page.total !== list) throw new Error(`total ${page.total} of ${list}`)
    if (page.next === null) break
    cursors.push(page.next)
    after = page.next
  }
  if (rows !== list || new Set(cursors).size !== cursors.length) throw new Error(`${rows} rows of ${list}`)
  return cursors
}
