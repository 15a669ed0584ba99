import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { operations } from '@app/contracts'
import { createConnection } from 'mysql2/promise'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded, startProduction } from '../support/installation.js'
import { outboxSettled, tablesNow } from '../support/installation-tables.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import { limitFiles } from './file-limit.js'
import { brokenInvariants, changesBetween, seenMails } from './invariants.js'
import { healthFaults } from './invariants-of-health.js'
import { SignUps, ask, unavailableFault } from './sign-ups.js'

describeWith('prlimit', 'a full disk under SQLite', () => {
  let installation: Installation
  let signUps: SignUps
  let staff: Staff
  beforeAll(async () => {
    installation = await startEmbedded({ environment: { LIMIT_SIGNUPS_PER_IP: '0' } })
    staff = await Staff.byLink(installation)
    signUps = await SignUps.before(installation, staff)
  }, 90_000)
  afterAll(() => installation?.kill())

  const parts = () => readdirSync(join(installation.dataDir, 'mail')).filter((name) => name.endsWith('.part'))
  const whileFull = async (work: () => Promise<void>) => {
    limitFiles(installation.api.pid, 1)
    try {
      await work()
    } finally {
      limitFiles(installation.api.pid, null)
    }
  }

  test('refuses in words what would be written, shows what is there, and leaves no half of anything', async () => {
    await signUps.during(2, () => signUps.acknowledgedMore(5))
    await outboxSettled(installation)
    const letter = (await installation.mails.all()).at(-1)!
    const before = await tablesNow(installation)
    const visitor = new Visitor(installation.url)
    await whileFull(async () => {
      expect(unavailableFault(await signUps.one())).toBeNull()
      expect(await healthFaults(installation.url, 'disk')).toEqual([])
      for (const path of ['/de', '/en', `/de/veranstaltungen/${signUps.event.slug}`]) expect((await ask(installation.url + path)).status).toBe(200)
      const registration = await visitor.send(await visitor.open(`/de/veranstaltungen/${signUps.event.slug}/anmeldung`), { givenName: 'Ada', familyName: 'Muster', email: 'voll@stadt.example' })
      expect([registration.status, registration.heading]).toEqual([503, 'Der Dienst ist gerade nicht erreichbar'])
      const confirmation = await visitor.send(await visitor.open(/http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0]))
      expect([confirmation.status, confirmation.heading]).toEqual([503, 'Der Dienst ist gerade nicht erreichbar'])
      for (const operation of [operations.attendanceCsv, operations.attendanceXlsx]) {
        expect(await staff.refused(operation, { params: { id: signUps.event.id }, query: {} })).toMatchObject({ status: 503, code: 'unavailable' })
      }
    })
    expect(changesBetween(before, await tablesNow(installation))).toEqual([])
    expect(await healthFaults(installation.url, null)).toEqual([])
  }, 120_000)

  test('in the middle of registrations loses none that was acknowledged, and goes on when there is room', async () => {
    await signUps.during(5, async () => {
      for (let round = 0; round < 3; round++) {
        await signUps.acknowledgedMore(10)
        const before = signUps.refusals.length
        await whileFull(async () => {
          while (signUps.refusals.length < before + 10) await pause(10)
        })
      }
      await signUps.acknowledgedMore(5)
    })
    await outboxSettled(installation, 180_000)
    expect(new Set(signUps.refusals.map(unavailableFault))).toEqual(new Set([null]))
    const mails = seenMails(await installation.mails.all())
    expect(await brokenInvariants(installation, { mails, repeats: 0, acknowledged: signUps.acknowledged })).toEqual([])
    expect(mails.length).toBe(signUps.acknowledged.length)
    expect(parts()).toEqual([])
  }, 300_000)
})

/** All tables in one file that may not grow beyond this size: InnoDB's answer to a disk that is full, without a disk of our own. */
const ROOM = (mebibytes: number) => ['--innodb-file-per-table=OFF', '--innodb-autoextend-increment=1', `--innodb-data-file-path=ibdata1:12M:autoextend:max:${mebibytes}M`]

describeWith(['mariadb', 'redis'], 'a full disk under MariaDB', () => {
  let installation: Installation
  let signUps: SignUps
  beforeAll(async () => {
    installation = await startProduction({ ownDatabase: ROOM(24), environment: { LIMIT_SIGNUPS_PER_IP: '0' } })
    signUps = await SignUps.before(installation)
  }, 90_000)
  afterAll(() => installation?.kill())

  test('refuses in words, is told by health, and is over when the server has more room', async () => {
    const database = installation.services!.database!
    await signUps.during(5, async () => {
      await signUps.acknowledgedMore(5)
      await fill(installation.databaseUrl!)
      const before = signUps.refusals.length
      while (signUps.refusals.length < before + 10) await pause(10)
      expect(await healthFaults(installation.url, 'disk')).toEqual([])
      expect((await ask(`${installation.url}/de/veranstaltungen/${signUps.event.slug}`)).status).toBe(200)
      await database.kill()
      await database.restart(ROOM(64))
      await signUps.acknowledgedMore(5)
    })
    expect(await healthFaults(installation.url, null)).toEqual([])
    await outboxSettled(installation, 180_000)
    expect(new Set(signUps.refusals.map(unavailableFault))).toEqual(new Set([null]))
    const mails = seenMails(await installation.mails.all())
    expect(await brokenInvariants(installation, { mails, repeats: 0, acknowledged: signUps.acknowledged })).toEqual([])
    expect(mails.length).toBe(signUps.acknowledged.length)
  }, 300_000)
})

/** Takes all the room that there is; the last rows are small, so that not even one person fits in. */
async function fill(url: string): Promise<void> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'))
  await connection.query('CREATE TABLE filler (stuff LONGTEXT)')
  for (const bytes of [60_000, 6_000, 600]) {
    const full = async () => {
      for (;;) await connection.query('INSERT INTO filler VALUES (?)', ['x'.repeat(bytes)])
    }
    await expect(full()).rejects.toMatchObject({ code: 'ER_RECORD_FILE_FULL' })
  }
  await connection.end()
}
