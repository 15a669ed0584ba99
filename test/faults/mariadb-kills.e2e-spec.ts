import { setTimeout as pause } from 'node:timers/promises'
import { describeWith } from '../services/index.js'
import { type Installation, startProduction } from '../support/installation.js'
import { outboxSettled, tablesNow } from '../support/installation-tables.js'
import { Staff } from '../support/staff.js'
import { brokenInvariants, seenMails } from './invariants.js'
import { healthFaults } from './invariants-of-health.js'
import { SignUps, ask, unavailableFault } from './sign-ups.js'
import { faultChance, faultSuite, sized, tellFigures } from './sizes.js'

const KILLS = sized(20)
/** The api answers again this soon after its database does. */
const BACK_MS = 5_000
/** Nobody waits longer for an answer, be it a refusal. */
const LONGEST_MS = 10_000
/** Twice as long as a server may say nothing: somebody waits for a connection, gets one, and is not answered on it; and what a busy machine adds. */
const SILENT_MS = 30_000

describeWith(['mariadb', 'redis'], faultSuite(`${KILLS} kills of MariaDB under registrations, and silence`), () => {
  let installation: Installation
  const database = () => installation.services!.database!
  let staff: Staff
  beforeAll(async () => {
    installation = await startProduction({ ownDatabase: true, environment: { LIMIT_SIGNUPS_PER_IP: '0' } })
    staff = await Staff.byLink(installation)
  }, 90_000)
  afterAll(() => installation?.kill())

  test('lose nothing that was acknowledged, are told in words, and are over as soon as it is back', async () => {
    const chance = faultChance()
    const signUps = await SignUps.before(installation, staff)
    const back: number[] = []
    await signUps.during(5, async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await signUps.acknowledgedMore(5 + Math.floor(chance() * 20))
        const before = signUps.refusals.length
        await database().kill()
        expect(await healthFaults(installation.url, 'database')).toEqual([])
        for (const page of ['/de', '/en', `/de/veranstaltungen/${signUps.event.slug}`]) expect(unavailableFault(await ask(installation.url + page))).toBeNull()
        // The fault reaches those who come meanwhile.
        while (signUps.refusals.length === before) await pause(10)
        await pause(chance() * 1_000)
        await database().restart()
        const began = performance.now()
        await signUps.acknowledgedMore(1)
        back.push(performance.now() - began)
        expect(await healthFaults(installation.url, null)).toEqual([])
      }
    })
    const began = performance.now()
    await outboxSettled(installation, 300_000)
    const drained = (performance.now() - began) / 1000

    const mails = seenMails(await installation.mails.all())
    const different = new Set(mails.map(({ messageId }) => messageId)).size
    const slowest = Math.max(...back)
    const again = (await tablesNow(installation)).outbox!.filter(({ attempts }) => Number(attempts) > 1).length
    tellFigures(
      `${KILLS} kills of MariaDB: ${signUps.acknowledged.length} acknowledged, ${signUps.refusals.length} refused with 503, the longest answer after ${(signUps.longest / 1000).toFixed(1)} s; ` +
        `back after ${(slowest / 1000).toFixed(2)} s at most; ${again} letters tried again, ${mails.length - different} repeated, all out ${drained.toFixed(0)} s after the last`,
    )
    expect(new Set(signUps.refusals.map(unavailableFault))).toEqual(new Set([null]))
    expect(signUps.longest).toBeLessThan(LONGEST_MS)
    expect(slowest).toBeLessThan(BACK_MS)
    expect(await brokenInvariants(installation, { mails, repeats: 0, acknowledged: signUps.acknowledged })).toEqual([])
    // One line per kind of error and ten seconds, however many are refused.
    for (const { output } of [installation.api, ...installation.workers]) expect(output.length).toBeLessThan(50_000 * KILLS)
  }, 1_800_000)

  test('a server that is frozen keeps nobody waiting without end', async () => {
    const signUps = await SignUps.before(installation, staff)
    await signUps.during(5, async () => {
      await signUps.acknowledgedMore(5)
      database().pause()
      try {
        expect(await healthFaults(installation.url, 'database')).toEqual([])
        // More than there are connections, so that some wait for one.
        const pages = await Promise.all(Array.from({ length: 60 }, () => ask(`${installation.url}/de/veranstaltungen/${signUps.event.slug}`)))
        expect(new Set(pages.map(unavailableFault))).toEqual(new Set([null]))
        expect(Math.max(...pages.map(({ milliseconds }) => milliseconds))).toBeLessThan(SILENT_MS)
        while (signUps.refusals.length === 0) await pause(10)
      } finally {
        database().goOn()
      }
      await signUps.acknowledgedMore(5)
    })
    expect(await healthFaults(installation.url, null)).toEqual([])
    await outboxSettled(installation, 300_000)
    expect(new Set(signUps.refusals.map(unavailableFault))).toEqual(new Set([null]))
    expect(signUps.longest).toBeLessThan(SILENT_MS)
    expect(await brokenInvariants(installation, { acknowledged: signUps.acknowledged })).toEqual([])
  }, 600_000)
})
