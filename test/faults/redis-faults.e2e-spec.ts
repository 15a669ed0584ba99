import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis as Client } from 'ioredis'
import { describeWith } from '../services/index.js'
import { type Installation, startProduction } from '../support/installation.js'
import { outboxSettled } from '../support/installation-tables.js'
import { brokenInvariants, seenMails } from './invariants.js'
import { healthFaults } from './invariants-of-health.js'
import { SignUps } from './sign-ups.js'
import { faultSuite, sized, tellFigures } from './sizes.js'

const AWAY_SECONDS = sized(60)
/** What waited is out this soon after Redis is back. */
const OUT_MS = 120_000
/** A Redis that is silent instead of gone costs each of the limits of a registration a second. */
const LONGEST_MS = 10_000
/** High enough to refuse nobody; they are counted all the same. */
const LIMITS = { LIMIT_SIGNUPS_PER_IP: '1000000', LIMIT_MAILS_PER_MINUTE: '1000000' }

describeWith(['mariadb', 'redis'], faultSuite(`Redis gone for ${AWAY_SECONDS} s, emptied, silent`), () => {
  let installation: Installation
  let signUps: SignUps
  const redis = () => installation.services!.redis
  const processes = () => [installation.api, ...installation.workers]
  const logged = () => processes().reduce((sum, { output }) => sum + output.length, 0)

  beforeAll(async () => {
    installation = await startProduction({ environment: LIMITS })
    signUps = await SignUps.before(installation)
  }, 90_000)
  afterAll(() => installation?.kill())

  /** Everything that was acknowledged is there, its letter out once, and nobody was refused. */
  const judge = async () => {
    await outboxSettled(installation, OUT_MS)
    expect(signUps.refusals).toEqual([])
    const mails = seenMails(await installation.mails.all())
    expect(await brokenInvariants(installation, { mails, repeats: 0, acknowledged: signUps.acknowledged })).toEqual([])
    expect(mails.length).toBe(signUps.acknowledged.length)
  }

  test('gone: nobody is refused, nothing piles up or floods the log, and what waited goes out when it is back', async () => {
    let [backAt, said] = [0, '']
    await signUps.during(5, async () => {
      await signUps.acknowledgedMore(10)
      const [bytes, lines] = [processes().map(residentBytes), logged()]
      const before = signUps.acknowledged.length
      await redis().kill()
      expect(await healthFaults(installation.url, 'queue')).toEqual([])
      await pause(AWAY_SECONDS * 1_000)
      await signUps.acknowledgedMore(1)
      // The fault was one: letters of those who came meanwhile wait.
      expect((await installation.mails.all()).length).toBeLessThan(signUps.acknowledged.length)
      const during = signUps.acknowledged.length - before
      const grown = Math.max(...processes().map((each, at) => residentBytes(each) - bytes[at]!)) / 2 ** 20
      const written = logged() - lines
      await redis().restart()
      backAt = performance.now()
      expect(await healthFaults(installation.url, null)).toEqual([])
      await signUps.acknowledgedMore(5)
      said = `${during} registered meanwhile, ${written} bytes of log, at most ${grown.toFixed(0)} MiB more memory`
      expect(written).toBeLessThan(3 * 20_000 * (1 + AWAY_SECONDS / 10))
      expect(grown).toBeLessThan(150)
    })
    await judge()
    const seconds = (performance.now() - backAt) / 1000
    tellFigures(`Redis gone for ${AWAY_SECONDS} s: ${said}, ${signUps.refusals.length} refused, the longest answer after ${(signUps.longest / 1000).toFixed(1)} s; everything out ${seconds.toFixed(0)} s after it was back`)
  }, 600_000)

  test('emptied: what waited in it goes out all the same', async () => {
    const client = new Client(redis().url)
    const held = async () => (await client.keys('*:row-*')).length
    let most = 0
    await signUps.during(5, async () => {
      for (let round = 0; round < 20 || most === 0; round++) {
        await signUps.acknowledgedMore(1)
        most = Math.max(most, await held())
        await client.flushall()
      }
    })
    client.disconnect()
    // There was something to lose.
    expect(most).toBeGreaterThan(0)
    await judge()
  }, 300_000)

  test('silent: nobody is refused or kept waiting, and it goes on where it was', async () => {
    signUps.longest = 0
    await signUps.during(5, async () => {
      await signUps.acknowledgedMore(5)
      redis().pause()
      try {
        expect(await healthFaults(installation.url, 'queue')).toEqual([])
        await signUps.acknowledgedMore(20)
      } finally {
        redis().goOn()
      }
      expect(await healthFaults(installation.url, null)).toEqual([])
      await signUps.acknowledgedMore(5)
    })
    // It was silent: each waited for it.
    expect(signUps.longest).toBeGreaterThan(900)
    expect(signUps.longest).toBeLessThan(LONGEST_MS)
    await judge()
  }, 300_000)
})

function residentBytes({ pid }: { pid: number }): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}
