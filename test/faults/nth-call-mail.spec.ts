import { type SmtpSink, startSmtpSink } from '../services/index.js'
import { onEachDatabase } from '../support/databases.js'
import { type Stage, openStage } from './nth-call-stage.js'
import { steps } from './nth-call-steps.js'
import { Story } from './nth-call-story.js'
import { type Wire, openWire, smtpProtocol } from './nth-call-wire.js'
import { NthCall, type Way, sweep } from './nth-call.js'
import { faultSuite, tellFigures } from './sizes.js'

const HOUR = 3_600_000

onEachDatabase(faultSuite('the n-th command to the mail server fails'), (database) => {
  const fault = new NthCall()
  let sink: SmtpSink
  let wire: Wire
  let stage: Stage
  let story: Story
  beforeAll(async () => {
    sink = await startSmtpSink()
    wire = await openWire(sink.port, smtpProtocol, fault)
    stage = await openStage(database, fault, { smtpUrl: `smtp://127.0.0.1:${wire.port}` }, sink)
    // The server had taken the mail when the line was cut: nobody can know, so it comes once more.
    story = new Story(stage, fault, ({ what }, way) => ({ refusals: 0, repeats: way === 'unanswered' && what === 'the final dot' ? 1 : 0 }))
  }, 60_000)
  afterAll(async () => {
    await stage.close()
    await wire.close()
    await sink.stop()
  })

  test.each<Way>(['refused', 'lost', 'unanswered'])('%s: every mail arrives, and twice only where nobody can know that it did', async (way) => {
    const { hits, faults } = await sweep(steps(5), (n) => story.play(n, way, wire.cut))
    tellFigures(`the n-th SMTP command ${way} on ${database.dialect}: ${hits.length} of the first ${hits.at(-1)?.n}, ${faults.length} faults`)
    expect(faults).toEqual([])
    expect(hits.length).toBeGreaterThanOrEqual(5)
  }, HOUR)
})
