import { describeWith } from '../services/index.js'
import { type Installation, startProduction } from '../support/installation.js'
import { outboxSettled, tablesNow } from '../support/installation-tables.js'
import { Crowd } from './crowd.js'
import { POOL, brokenInvariants, seenMails } from './invariants.js'
import { faultChance, faultSuite, sized, tellFigures } from './sizes.js'

const KILLS = sized(40)
/** Each gets two letters: the link to confirm by, and what became of it. */
const PEOPLE = sized(2_000)
/** A tenth of what the mailboxes of one authority get; each domain is a lane of its own. */
const DOMAINS = 200
const WORKERS = 2

describeWith(['mariadb', 'redis'], faultSuite(`${KILLS} kills of a worker while ${PEOPLE * 2} mails go out`), () => {
  let installation: Installation
  beforeAll(async () => { installation = await startProduction({ workers: WORKERS, environment: { LIMIT_SIGNUPS_PER_IP: '0' } }) }, 90_000)
  afterAll(() => installation?.kill())

  test('lose none of them, repeat only what was in hand, and leave everything whole', async () => {
    const chance = faultChance()
    const crowd = await Crowd.before(installation, PEOPLE / 2)
    const batch = PEOPLE / (KILLS / 2)
    const emails = Array.from({ length: PEOPLE }, (_, n) => `person${n}@amt${n % DOMAINS}.example`)
    const began = performance.now()
    let kills = 0
    /** Does a part of the work, and kills a worker when some letters of it have arrived and others have not. */
    const underFire = async (work: () => Promise<void>) => {
      const { length } = await installation.mails.all()
      const arrived = installation.mails.waitForCount(length + 1 + Math.floor(chance() * batch * 0.8))
      kills += 1
      await Promise.all([work(), arrived.then(() => installation.crash(Math.floor(chance() * WORKERS)))])
    }
    for (let from = 0; from < PEOPLE; from += batch) await underFire(() => crowd.register(emails.slice(from, from + batch)))
    for (let to = batch; to <= PEOPLE; to += batch) await underFire(async () => crowd.confirm(await crowd.links(to)))
    await outboxSettled(installation, 300_000)
    await crowd.confirm(await crowd.links(PEOPLE))
    await outboxSettled(installation, 300_000)
    const seconds = (performance.now() - began) / 1000

    const mails = seenMails(await installation.mails.all())
    const different = new Set(mails.map(({ messageId }) => messageId)).size
    const repeats = mails.length - different
    const again = (await tablesNow(installation)).outbox!.filter(({ attempts }) => Number(attempts) > 1).length
    tellFigures(`${kills} kills of a worker, ${PEOPLE * 2} mails: ${PEOPLE * 2 - different} lost, ${again} taken over, ${repeats} repeated (${2 * POOL * kills} explained), ${seconds.toFixed(0)} s`)
    expect(kills).toBe(KILLS)
    expect(different).toBe(PEOPLE * 2)
    // The kills came while there was something in hand.
    expect(again).toBeGreaterThan(0)
    expect(await brokenInvariants(installation, { mails, repeats: 2 * POOL * kills, shown: await crowd.shown(), acknowledged: crowd.acknowledged })).toEqual([])
  }, 1_800_000)
})
