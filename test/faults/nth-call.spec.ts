import { type DataSources, Transactions, Tx } from '@app/platform'
import { type SmtpSink, startSmtpSink } from '../services/index.js'
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
  let sink: SmtpSink | null = null
  let stage: Stage
  let story: Story
  beforeAll(async () => {
    // As each is used: SQLite with mails as files, MariaDB with a mail server, whose domains have their limits.
    if (database.dialect === 'mysql') sink = await startSmtpSink()
    stage = await openStage(database, fault, sink ? { smtpUrl: sink.url } : {}, sink)
    failStatements(stage.sources, fault)
    // One statement may be about two letters: who moved up and who left are told together.
    story = new Story(stage, fault, () => ({ refusals: 1, repeats: 2 }))
  }, 60_000)
  afterAll(async () => {
    await stage.close()
    await sink?.stop()
  })

  test.each<Way>(['refused', 'lost', 'unanswered'])('%s: whoever asks again ends where everybody ends', async (way) => {
    const { hits, faults } = await sweep(steps(), (n) => story.play(n, way))
    tellFigures(`the n-th statement ${way} on ${database.dialect}: ${hits.length} of the first ${hits.at(-1)?.n}, ${faults.length} faults`)
    expect(faults).toEqual([])
    expect(hits.length).toBeGreaterThanOrEqual(10)
  }, HOUR)
})

onSqlite('a door for writes that holds nothing together', (database) => {
  test('is found by letting statements fail', async () => {
    const fault = new NthCall()
    const stage = await openStage(database, fault)
    failStatements(stage.sources, fault)
    const planted = jest.spyOn(Transactions.prototype, 'run').mockImplementation(async function (this: { sources: DataSources }, work) {
      const tx = new Tx(this.sources.writer.createQueryRunner().manager)
      const result = await work(tx)
      await tx.writeGathered()
      tx.committed()
      return result
    })
    try {
      const story = new Story(stage, fault, () => ({ refusals: 1, repeats: 2 }))
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
