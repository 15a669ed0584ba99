import { chmodSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { EventEntity } from '@app/events'
import { Confirmations, ParticipationEntity } from '@app/participants'
import { BullmqQueue, type Config, DATA_SOURCES, type DataSources, OutboxEntity, closeDataSources, newId, openDataSources, readConfig } from '@app/platform'
import { AuditChain, AuditEntryEntity } from '@app/staff'
import { schema } from '../../apps/assembly.js'
import { examine } from '../../apps/cli/src/doctor/examination.js'
import { type Finding, lineOf } from '../../apps/cli/src/doctor/finding.js'
import { checkRedis, checkSmtp } from '../../apps/cli/src/doctor/service-checks.js'
import { type Mariadb, describeWith, freePort, startMariadb, startRedis, startSmtpSink } from '../services/index.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase, temporaryFolder } from '../support/databases.js'
import { type Rooms, TEST_NOW, openRooms, testConfig } from '../support/rooms.js'

async function lines(config: Config, now: () => Date = () => new Date(TEST_NOW)): Promise<string[]> {
  const found: string[] = []
  for await (const finding of examine(config, schema, now)) found.push(lineOf(finding))
  return found
}

const states = (findings: readonly Finding[]) => findings.map(({ state }) => state)

onEachDatabase('doctor', (database) => {
  let rooms: Rooms
  let config: Config
  let eventId: string
  const sql = (statement: string) => rooms.get<DataSources>(DATA_SOURCES).writer.query(statement)
  /** The findings that a change brings, which is taken back afterwards. */
  const afterChange = async (change: () => Promise<unknown>, back: () => Promise<unknown>): Promise<string[]> => {
    await change()
    try {
      return (await examined()).filter((line) => !line.startsWith('ok'))
    } finally {
      await back()
    }
  }
  // MySQL is asked for its own time; on SQLite the test's clock is all there is.
  const examined = async () => (await lines(config)).filter((line) => database.dialect === 'sqlite' || !/^fault +clock: \d+ s from/.test(line))

  beforeAll(async () => {
    rooms = await openRooms(database)
    config = await testConfig(database)
    eventId = await plantEvent(rooms, { capacity: 2 })
    for (const token of await registerPeople(rooms, eventId, [1, 2, 3, 4].map((n) => person(n, { familyName: 'Kanarienvogel' })))) await rooms.get(Confirmations).confirm(token)
    // All letters went out, as if a worker had run.
    await rooms.transactions.run((tx) => tx.db.update(OutboxEntity, { state: 'pending' }, { state: 'done', settledAt: rooms.clock.now() }))
  }, 60_000)
  afterAll(() => rooms.close())

  it('finds nothing wrong with an installation that is well, one line per check', async () => {
    const said = await examined()
    expect(said.filter((line) => !line.startsWith('ok'))).toEqual([])
    expect(said.length).toBeGreaterThanOrEqual(12)
    for (const what of ['configuration', 'data folder', 'keys', 'database', 'migrations', 'places', 'contingents', 'letters', 'waiting lists', 'outbox', 'audit log']) {
      expect(said.find((line) => line.startsWith(`ok     ${what}: `))).toBeDefined()
    }
  })

  it('finds an event with more confirmed than places and names it by its id alone', async () => {
    const found = await afterChange(
      () => rooms.transactions.run((tx) => tx.db.update(EventEntity, { id: eventId }, { capacity: 1 })),
      () => rooms.transactions.run((tx) => tx.db.update(EventEntity, { id: eventId }, { capacity: 2 })),
    )
    expect(found).toEqual([`fault  places: more confirmed than places in 1 event (${eventId}) → raise the capacity in the console, or withdraw people by hand`])
  })

  it('finds a confirmed person without a letter', async () => {
    const row = (await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { place: 'confirmed' })).id
    const found = await afterChange(() => sql(`UPDATE outbox SET subject_id = '-' WHERE subject_id = '${row}'`), () => sql(`UPDATE outbox SET subject_id = '${row}' WHERE subject_id = '-'`))
    expect(found).toEqual([expect.stringContaining(`fault  letters: no outbox row for 1 registration (${row})`)])
  })

  it('finds two waiting people with the same number', async () => {
    const waiting = await rooms.transactions.read.findBy(ParticipationEntity, { place: 'waiting' })
    expect(waiting).toHaveLength(2)
    const [first, second] = waiting
    const found = await afterChange(
      () => sql(`UPDATE participation SET arrival_no = ${first!.arrivalNo} WHERE id = '${second!.id}'`),
      () => sql(`UPDATE participation SET arrival_no = ${second!.arrivalNo} WHERE id = '${second!.id}'`),
    )
    expect(found).toEqual([expect.stringContaining(`fault  waiting lists: numbers of arrival given twice or not at all in 1 event (${eventId})`)])
  })

  it('finds work that nobody does, and work that was given up', async () => {
    const minutesAgo = (minutes: number) => new Date(new Date(TEST_NOW).getTime() - minutes * 60_000)
    const plant = (row: Partial<OutboxEntity>) => rooms.transactions.run((tx) => tx.db.insert(OutboxEntity, {
      id: newId(), kind: 'planted', subjectId: newId(), payload: {}, lane: '', attempts: 0, runAfter: minutesAgo(1), createdAt: minutesAgo(60), state: 'pending', ...row,
    } as OutboxEntity))
    const clear = () => sql("DELETE FROM outbox WHERE kind = 'planted'")
    const cases: [Partial<OutboxEntity>, RegExp | null][] = [
      [{}, null],
      [{ runAfter: minutesAgo(5) }, /^note {3}outbox: 1 due, 1 of them for more than 2 minutes/],
      [{ runAfter: minutesAgo(31) }, /^fault {2}outbox: 1 due, 1 of them for more than 30 minutes → start a worker/],
      [{ state: 'running', leaseUntil: minutesAgo(9) }, null],
      [{ state: 'running', leaseUntil: minutesAgo(11) }, /^fault {2}outbox: 1 rows are held by workers that are gone/],
      [{ state: 'failed', reason: 'attempts' }, /^note {3}outbox: 1 given up/],
      [{ state: 'withheld', reason: null }, /^fault {2}letters: withheld or given up without a reason: 1 outbox row/],
      [{ createdAt: minutesAgo(-5) }, /^fault {2}clock: 1 rows were written later than now/],
    ]
    for (const [row, expected] of cases) {
      const found = await afterChange(() => plant(row), clear)
      expect(found).toEqual(expected === null ? [] : [expect.stringMatching(expected)])
    }
  })

  it('finds an entry of the audit log that was changed after it was sealed', async () => {
    await rooms.get(AuditChain).seal()
    const change = (action: string, was: string) => () => sql(`UPDATE audit_entry SET action = '${action}' WHERE action = '${was}' AND chain_no = 2`)
    const { action } = await rooms.transactions.read.findOneByOrFail(AuditEntryEntity, { chainNo: 2 })
    const found = await afterChange(change('planted', action), change(action, 'planted'))
    expect(found).toEqual([expect.stringContaining('fault  audit log: entry 2 was changed after it was sealed → compare with a backup')])
  })

  it('finds a database of another version and counts nothing in it', async () => {
    const last = schema.migrations.at(-1)!.name
    const found = await afterChange(() => sql(`UPDATE migration SET name = 'Newer' WHERE name = '${last}'`), () => sql(`UPDATE migration SET name = '${last}' WHERE name = 'Newer'`))
    expect(found).toEqual([expect.stringMatching(/^fault {2}migrations: the database has 1 that this program does not know/)])
  })

  it('says no name, no address and no key', async () => {
    const said = (await afterChange(() => sql('UPDATE event SET capacity = 0'), () => sql('UPDATE event SET capacity = 2'))).join('\n') + (await examined()).join('\n')
    expect(said).not.toMatch(/Kanarienvogel|stadt\.example|Muster|root@/)
  })
})

describe('doctor on a place that is not well', () => {
  const work = temporaryFolder()
  const config = (more: Record<string, string> = {}) => readConfig({ DATA_DIR: mkdtempSync(join(work(), 'data-')), ...more })

  it('makes neither a database nor keys nor a folder by looking', async () => {
    const dataDir = join(mkdtempSync(join(work(), 'none-')), 'var')
    expect((await lines(config({ DATA_DIR: dataDir }))).map((line) => line.slice(0, 28))).toEqual([
      'ok     configuration: embedd', 'ok     data folder: can be w', 'note   keys: none yet → the ', 'note   database: none yet → ',
    ])
    expect(existsSync(dataDir)).toBe(false)
  })

  it('finds keys that are none, keys that others may read, and a database that is none', async () => {
    const broken = config()
    writeFileSync(join(broken.dataDir, 'secret.keys'), 'nonsense')
    writeFileSync(join(broken.dataDir, 'dialogwerk.sqlite'), 'nonsense'.repeat(200))
    const said = await lines(broken)
    expect(said.filter((line) => line.startsWith('fault')).map((line) => line.slice(0, 18))).toEqual(['fault  keys: SECRE', 'fault  database: c'])
    expect(said.join()).not.toContain('nonsense')
    writeFileSync(join(broken.dataDir, 'secret.keys'), `1:${Buffer.alloc(32, 1).toString('base64')}`)
    chmodSync(join(broken.dataDir, 'secret.keys'), 0o644)
    expect(await lines(broken)).toContainEqual(expect.stringMatching(/^fault {2}keys: others on this machine may read .*→ chmod 600 /))
    expect(readdirSync(broken.dataDir).filter((name) => name.startsWith('.doctor'))).toEqual([])
  })

  it('finds a data folder that is a file', async () => {
    const folder = mkdtempSync(join(work(), 'file-'))
    writeFileSync(join(folder, 'var'), '')
    expect(await lines(config({ DATA_DIR: join(folder, 'var') }))).toContainEqual(expect.stringMatching(/^fault {2}data folder: .* cannot be written → set DATA_DIR/))
  })

  it('finds a database server that is not there, without its password', async () => {
    const mail = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.example', REDIS_URL: 'redis://:geheim@127.0.0.1:1', PUBLIC_URL: 'http://dialog.example', SECRET_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}` }
    const said = await lines(config({ ...mail, DATABASE_URL: 'mariadb://me:geheim@127.0.0.1:1/x', FORM_MIN_SECONDS: '0' }))
    expect(said.filter((line) => !line.startsWith('ok')).map((line) => line.replace(/→.*/, ''))).toEqual([
      'note   PUBLIC_URL is not https ', 'note   FORM_MIN_SECONDS is 0: this limit is off ', 'fault  database: The database cannot be reached: check DATABASE_URL and whether the server runs. ',
      'fault  Redis: cannot be reached ', 'fault  SMTP: cannot be reached (ECONNREFUSED) ',
    ])
    expect(said.join()).not.toContain('geheim')
  })
})

describe('doctor and the mail server', () => {
  const answering = async (answers: string[]) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      const left = [...answers]
      const next = () => { const answer = left.shift(); if (answer === undefined) return; if (answer === 'close') socket.end(); else socket.write(answer) }
      socket.on('data', next)
      next()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { url: `smtp://user:geheim@127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
  }

  it.each<[string, string[], RegExp]>([
    ['answers', ['220 mail\r\n', '250-mail\r\n250-STARTTLS\r\n250 SIZE 1\r\n'], /^ok {5}SMTP: answers EHLO \(sign-in not tried\)$/],
    ['offers no TLS although there is a password', ['220 mail\r\n', '250 mail\r\n'], /^fault {2}SMTP: answers EHLO but offers no STARTTLS, so no mail goes out → /],
    ['refuses at the door', ['554 no\r\n'], /^fault {2}SMTP: answers 554/],
    ['refuses the greeting', ['220-a\r\n220 b\r\n', '502 no\r\n'], /^fault {2}SMTP: answers 502/],
    ['is another program', ['HTTP/1.1 400 Bad Request\r\n'], /^fault {2}SMTP: answers, but not as a mail server/],
    ['hangs up', ['close'], /^fault {2}SMTP: closes the connection without an answer/],
    ['says nothing', [], /^fault {2}SMTP: does not answer in time/],
  ])('that %s', async (_name, answers, expected) => {
    const server = await answering(answers)
    const [finding] = await checkSmtp(server.url)
    server.close()
    expect(lineOf(finding!)).toMatch(expected)
  })

  it('sends it nothing', async () => {
    const sink = await startSmtpSink()
    expect(states(await checkSmtp(sink.url))).toEqual(['ok'])
    expect(states(await checkSmtp(`${sink.url.replace('//', '//me:geheim@')}?starttls=never`))).toEqual(['ok'])
    expect(sink.mails).toEqual([])
    await sink.stop()
  })
})

describeWith('redis', 'doctor and Redis', () => {
  it('counts what waits where the queue keeps it, and says when Redis may forget', async () => {
    const redis = await startRedis()
    const queue = new BullmqQueue(redis.url, () => undefined)
    await queue.add(['a', 'b', 'c'])
    expect((await checkRedis(redis.url)).map(lineOf)).toEqual(['ok     Redis: answers, 3 waiting and 0 in hand'])
    await queue.close()
    await redis.stop()
    expect(states(await checkRedis(`redis://127.0.0.1:${await freePort()}`))).toEqual(['fault'])
  })
})

describeWith('mariadb', 'doctor and a database with other letters', () => {
  const work = temporaryFolder()
  let mariadb: Mariadb
  beforeAll(async () => { mariadb = await startMariadb() })
  afterAll(() => mariadb.stop())

  it('names the database and the table, each with its statement', async () => {
    const connection = await createConnection(mariadb.url.replace(/^mariadb:/, 'mysql:'))
    await connection.query('ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_german1_ci')
    await connection.query('CREATE TABLE planted (id int primary key, name varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci)')
    await connection.end()
    const config = { ...readConfig({ DATA_DIR: work() }), databaseUrl: mariadb.url }
    const said = (await lines(config, () => new Date())).filter((line) => line.includes('letters'))
    expect(said).toEqual([
      expect.stringMatching(/^fault {2}letters: the database is latin1, latin1_german1_ci → ALTER DATABASE `suite_\w+` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin$/),
      expect.stringMatching(/^fault {2}letters: table planted is not utf8mb4_bin throughout → ALTER TABLE `planted` CONVERT TO/),
    ])
  })

  it('compares the clocks', async () => {
    const url = await mariadb.createDatabase()
    const config = { ...readConfig({ DATA_DIR: work() }), databaseUrl: url }
    const clockOf = async (ahead: number) => (await examineMigrated(config, () => new Date(Date.now() + ahead))).filter((line) => line.includes('clock'))
    expect(await clockOf(0)).toEqual([expect.stringMatching(/^ok {5}clock: less than 1 s from that of the database/)])
    expect(await clockOf(-10_000)).toEqual([expect.stringMatching(/^note {3}clock: 10 s from that of the database → run NTP/)])
    expect(await clockOf(60_000)).toEqual([expect.stringMatching(/^fault {2}clock: 60 s from/)])
  }, 60_000)
})

async function examineMigrated(config: Config, now: () => Date): Promise<string[]> {
  const sources = await openDataSources(config, schema)
  await sources.writer.runMigrations({ transaction: 'each' })
  await closeDataSources(sources)
  return lines(config, now)
}
