import { describeWith } from '../services/index.js'
import { type Installation, startProduction } from '../support/installation.js'
import { outboxSettled, tablesNow } from '../support/installation-tables.js'
import { Crowd } from './crowd.js'
import { brokenInvariants, seenMails } from './invariants.js'

const ALLOWED = 5
const PEOPLE = 8

describeWith(['mariadb', 'redis'], `${ALLOWED} mails in a minute, and two workers`, () => {
  let installation: Installation
  beforeAll(async () => { installation = await startProduction({ workers: 2, environment: { LIMIT_MAILS_PER_MINUTE: String(ALLOWED) } }) }, 90_000)
  afterAll(() => installation?.kill())

  test('leave together, the others wait untouched until the minute is over, and then go by themselves', async () => {
    const { sink } = installation.services!
    const crowd = await Crowd.before(installation, PEOPLE)
    const began = Date.now()
    await crowd.register(Array.from({ length: PEOPLE }, (_, n) => `person@town${n}.example`))
    await sink.waitFor(ALLOWED, 60_000)
    for (const row of (await tablesNow(installation)).outbox!.filter(({ state }) => state === 'pending')) expect(row).toMatchObject({ attempts: 0, slot: null, reason: null })
    await sink.waitFor(PEOPLE, 180_000)
    // The first of them began the minute, and it began after this test did.
    expect(Date.now() - began).toBeGreaterThanOrEqual(60_000)
    await outboxSettled(installation)
    expect((await tablesNow(installation)).outbox!.map(({ state, attempts }) => [state, attempts])).toEqual(Array(PEOPLE).fill(['done', 1]))
    expect(await brokenInvariants(installation, { mails: seenMails(await installation.mails.all()), acknowledged: crowd.acknowledged })).toEqual([])
  }, 300_000)
})
