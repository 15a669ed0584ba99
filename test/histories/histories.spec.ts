import { randomInt } from 'node:crypto'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'
import { historyOf } from './history.js'
import { type Judgement, judge } from './judgement.js'
import { plantedBugs } from './planted-bugs.js'
import { play } from './played-history.js'
import { RecordedTurns } from './recorded-turns.js'

/** How many random histories are played on each database; half of them are the same in every run. HISTORIES=2000 is the full size, with ten thousand promotions from 5600 on. */
const HISTORIES = Number(process.env.HISTORIES ?? 200)
/** A planted bug must show itself within so many. */
const ENOUGH = 60
const SEED = Number(process.env.HISTORY_SEED ?? randomInt(1, 2 ** 31 - HISTORIES))
const seeds = Array.from({ length: HISTORIES }, (_, n) => (n % 2 === 0 ? n / 2 + 1 : SEED + (n - 1) / 2))

onEachDatabase(`${HISTORIES} random histories of one event, from seeds 1 and ${SEED} on`, (database) => {
  let rooms: Rooms

  afterEach(() => rooms?.close())

  const judged = async (seed: number): Promise<Judgement> => judge(await play(rooms, historyOf(seed)))

  test('agree with a model in which everything happens one after the other, and nobody is overtaken', async () => {
    rooms = await openRooms(database, (sources) => new RecordedTurns(sources))
    let promotions = 0
    let inversions = 0
    for (const seed of seeds) {
      const { faults, ...counted } = await judged(seed)
      // Begin again with HISTORY_SEED=<seed> HISTORIES=2 to see it alone.
      expect({ seed, faults }).toEqual({ seed, faults: [] })
      promotions += counted.promotions
      inversions += counted.inversions
    }
    expect(promotions).toBeGreaterThanOrEqual(Math.floor(HISTORIES / 10))
    expect(inversions).toBe(0)
  }, 60_000 + HISTORIES * 3_000)

  test.each(plantedBugs)('would tell of $name', async ({ door, plant, sign }) => {
    rooms = await openRooms(database, door)
    plant(rooms)
    const found: string[] = []
    for (let seed = 1; seed <= ENOUGH && !sign.test(found.join('\n')); seed++) found.push(...(await judged(seed)).faults)
    expect(found.join('\n')).toMatch(sign)
  }, 180_000)
})
