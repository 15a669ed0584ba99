import { type Redis, describeWith, startRedis } from '../services/index.js'
import { onMariadb } from '../support/databases.js'
import { type Stage, openStage } from './nth-call-stage.js'
import { steps } from './nth-call-steps.js'
import { Story } from './nth-call-story.js'
import { type Wire, openWire, redisProtocol } from './nth-call-wire.js'
import { NthCall, type Way, sweep } from './nth-call.js'
import { faultSuite, tellFigures } from './sizes.js'

const HOUR = 3_600_000

describeWith('redis', 'Redis', () => {
  onMariadb(faultSuite('the n-th command to Redis fails'), (database) => {
    const fault = new NthCall()
    let redis: Redis
    let wire: Wire
    let stage: Stage
    let story: Story
    beforeAll(async () => {
      redis = await startRedis()
      wire = await openWire(redis.port, redisProtocol, fault)
      stage = await openStage(database, fault, { redisUrl: `redis://127.0.0.1:${wire.port}` })
      // Redis holds ids and counts, nothing that anybody would miss.
      story = new Story(stage, fault, () => ({ refusals: 0, repeats: 0 }))
    }, 60_000)
    afterAll(async () => {
      await stage.close()
      await wire.close()
      await redis.stop()
    })

    test.each<Way>(['refused', 'lost', 'unanswered'])('%s: nobody is refused, and every mail arrives once', async (way) => {
      const { hits, faults } = await sweep(steps(8), (n) => story.play(n, way, wire.cut))
      tellFigures(`the n-th Redis command ${way}: ${hits.length} of the first ${hits.at(-1)?.n}, ${faults.length} faults`)
      expect(faults).toEqual([])
      expect(hits.length).toBeGreaterThanOrEqual(3)
    }, HOUR)
  })
})
