import { type DataSources, Transactions, Tx } from '@app/platform'
import { onEachDatabase, onSqlite } from '../support/databases.js'
import { failStatements } from './nth-call-database.js'
import { type Stage, openStage } from './nth-call-stage.js'
import { steps } from './nth-call-steps.js'
import { Story } from './nth-call-story.js'
import { NthCall, type Way, sweep } from './nth-call.js'
import { faultSuite, tellFigures } from './sizes.js'

const HOUR = 3_600_000

onEachDatabase(faultSuite('the n-th statement fails'), (database) => {
  const fault = new NthCall()
  let stage: Stage
  let story: Story
  beforeAll(async () => {
    stage = await openStage(database, fault)
    failStatements(stage.sources, fault)
    story = new Story(stage, fault, () => ({ refusals: 1, repeats: 1 }))
  }, 60_000)
  afterAll(() => stage.close())

  test.each<Way>(['refused', 'lost', 'unanswered'])('%s: whoever asks again ends where everybody ends', async (way) => {
    const { hits, faults } = await sweep(steps(), (n) => story.play(n, way))
    tellFigures(`the n-th statement ${way} on ${database.dialect}: ${hits.length} of the first ${hits.at(-1)?.n}, ${faults.length} faults`)
    expect(faults).toEqual([])
    // Whatever there is: reads and writes, begin and end.
    for (const verb of ['SELECT', 'INSERT', 'UPDATE', 'COMMIT']) expect(hits.map(({ what }) => what)).toContainEqual(expect.stringContaining(verb))
  }, HOUR)
})

onSqlite('a door for writes that holds nothing together', (database) => {
  test('is found by letting statements fail', async () => {
    const fault = new NthCall()
    const stage = await openStage(database, fault)
    failStatements(stage.sources, fault)
    const planted = jest.spyOn(Transactions.prototype, 'run').mockImplementation(async function (this: { sources: DataSources }, work) {
      const tx = new Tx(this.sources.writer.manager)
      const result = await work(tx)
      tx.committed()
      return result
    })
    try {
      const story = new Story(stage, fault, () => ({ refusals: 1, repeats: 1 }))
      // As long as nothing fails, nothing is wrong with it.
      expect(await story.play(Infinity, 'refused')).toEqual({ hit: null, wrong: [] })
      const { faults } = await sweep(firstFault(story), (n) => story.play(n, 'refused'))
      expect(faults).not.toEqual([])
    } finally {
      planted.mockRestore()
      await stage.close()
    }
  }, HOUR)

  /** One after the other, until something is found. */
  function* firstFault(story: Story): Generator<number> {
    for (let n = 1; story.faults === 0; n++) yield n
  }
})
