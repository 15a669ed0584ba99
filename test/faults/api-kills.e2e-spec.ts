import { join } from 'node:path'
import Database from 'libsql'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded, startProduction } from '../support/installation.js'
import { outboxSettled, tablesNow } from '../support/installation-tables.js'
import { Crowd } from './crowd.js'
import { healthFaults } from './invariants-of-health.js'
import { POOL, brokenInvariants, seenMails } from './invariants.js'
import { faultChance, faultSuite, sized, tellFigures } from './sizes.js'

const KILLS = sized(100)
/** Some have their answer when it happens, some are asking, and some come to a server that is gone. */
const BATCH = 10
const PEOPLE = (KILLS / 2) * BATCH
const environment = { LIMIT_SIGNUPS_PER_IP: '0' }

describe(faultSuite(`${KILLS} kills of the api under registrations, embedded: SQLite is killed with it, and so are the letters on their way`), () => {
  killsHold(() => startEmbedded({ environment }), 2 * POOL * KILLS)
})
describeWith(['mariadb', 'redis'], faultSuite(`${KILLS} kills of the api under registrations, production: the letters go on meanwhile`), () => {
  killsHold(() => startProduction({ environment, workers: 1 }), 0)
})

/** @param repeats how many mails may have arrived once more */
function killsHold(start: () => Promise<Installation>, repeats: number): void {
  let installation: Installation
  beforeAll(async () => { installation = await start() }, 90_000)
  afterAll(() => installation?.kill())

  test('lose nothing that was acknowledged, make one registration of a request that is repeated, and leave nothing by halves', async () => {
    const chance = faultChance()
    const crowd = await Crowd.before(installation, PEOPLE / 2)
    const emails = Array.from({ length: PEOPLE }, (_, n) => `person${n}@amt${n % 50}.example`)
    const began = performance.now()
    let kills = 0
    /** Does a part of the work, and kills the api when some of it is acknowledged. */
    const underFire = async (work: (told: (count: number) => void) => Promise<void>) => {
      const when = 1 + Math.floor(chance() * (BATCH - 2))
      const crashes: Promise<void>[] = []
      await work((count) => {
        if (count === when) crashes.push(installation.crash('api'))
      })
      await Promise.all(crashes)
      kills += crashes.length
      if (installation.mode === 'embedded') expect(integrityOf(installation)).toEqual(['ok'])
    }
    for (let from = 0; from < PEOPLE; from += BATCH) await underFire((told) => crowd.register(emails.slice(from, from + BATCH), told))
    await outboxSettled(installation, 300_000)
    for (let to = BATCH; to <= PEOPLE; to += BATCH) {
      const links = await crowd.links(to)
      expect(links.length).toBe(BATCH)
      await underFire((told) => crowd.confirm(links, told))
    }
    await outboxSettled(installation, 300_000)
    expect(kills).toBe(KILLS)
    // Requests were on their way when it happened.
    expect(crowd.broken).toBeGreaterThan(0)

    // Everybody sends the same form once more.
    await crowd.register(emails)
    await outboxSettled(installation, 300_000)
    const seconds = (performance.now() - began) / 1000
    const { participation = [], outbox = [] } = await tablesNow(installation)
    const mails = seenMails(await installation.mails.all())
    const again = mails.length - new Set(mails.map(({ messageId }) => messageId)).size
    const missing = emails.filter((email) => !participation.some((row) => row.email === email && row.answer === 'accepted')).length
    tellFigures(
      `${kills} kills of the api, ${installation.mode}, ${PEOPLE} registrations confirmed, ${crowd.broken} requests broken off: ${missing} lost, ${participation.length - PEOPLE} too many, `
        + `${mails.length} mails, ${again} of them repeats (${repeats} explained), ${seconds.toFixed(0)} s`,
    )
    expect(participation.length).toBe(PEOPLE)
    expect(outbox.filter(({ state }) => state !== 'done' && state !== 'withheld')).toEqual([])
    expect(await brokenInvariants(installation, { mails, repeats, shown: await crowd.shown(), acknowledged: crowd.acknowledged })).toEqual([])
    expect(await healthFaults(installation.url, null)).toEqual([])
  }, 1_800_000)
}

/** What SQLite says about its file. */
function integrityOf({ dataDir }: Installation): unknown[] {
  const database = new Database(join(dataDir, 'dialogwerk.sqlite'), { readonly: true })
  try {
    return database.prepare('PRAGMA integrity_check').raw().all().flat()
  } finally {
    database.close()
  }
}
