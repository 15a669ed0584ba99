import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Confirmations, ParticipationEntity } from '@app/participants'
import { ConfigError, InstallationEntity, type Schema, TermEntity, newId } from '@app/platform'
import { schema } from '../../apps/assembly.js'
import { backUp } from '../../apps/cli/src/archive/backup.js'
import { restoreBackup } from '../../apps/cli/src/archive/restore.js'
import { type Mariadb, describeWith, findProgram, startMariadb } from '../services/index.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { type TestDatabase, onEachDatabase, temporaryFolder } from '../support/databases.js'
import { openRooms } from '../support/rooms.js'
import { type RawRows, rawRows } from './raw-rows.js'

type Place = { databaseUrl: string | null; dataDir: string; secretKeys: string | null }

const NOW = new Date('2026-11-25T10:00:00.000Z')
const sentencesOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof ConfigError ? error.sentences.join(' ') : error))

/** An installation with people in every state, letters that wait and a kept mail. */
async function furnish(database: TestDatabase): Promise<{ place: Place; tokens: string[] }> {
  const rooms = await openRooms(database)
  const eventId = await plantEvent(rooms, { capacity: 2, title: 'Ängste & „Zuversicht“ 😀\n\\N' })
  const names = [{ familyName: 'Żółć' }, { familyName: "O’Connor'); --" }, { familyName: 'Nguyễn', phone: '+49 30 1' }, { familyName: 'Ostermann', organisation: '=1+1' }]
  const tokens = await registerPeople(rooms, eventId, names.map((said, n) => person(n, said)))
  for (const token of tokens.slice(0, 3)) await rooms.get(Confirmations).confirm(token)
  const [first, second] = await rooms.transactions.read.findBy(ParticipationEntity, { place: 'confirmed' })
  // Rows point at rows of their own table, some at later ones.
  await rooms.transactions.run(async (tx) => {
    const [early, late] = [first!, second!].sort((a, b) => (a.id < b.id ? -1 : 1))
    await tx.db.update(ParticipationEntity, { id: early!.id }, { registeredById: late!.id, agsOn: '2026-03-29' })
  })
  // More than one page and one statement hold.
  const terms = Array.from({ length: 2_500 }, (_, n) => ({ id: newId(), list: 'many', key: `key-${n}`, labelDe: `Begriff ${n}`, rank: n }))
  await rooms.transactions.run(async (tx) => {
    for (let from = 0; from < terms.length; from += 100) await tx.db.insert(TermEntity, terms.slice(from, from + 100))
  })
  await rooms.close()
  const place = { ...(await database.place()), secretKeys: null }
  mkdirSync(join(place.dataDir, 'mail'))
  writeFileSync(join(place.dataDir, 'mail', '20261125T100000000Z-0123456789abcdef.eml'), Buffer.from([0, 255, 13, 10]))
  writeFileSync(join(place.dataDir, 'mail', '.half.eml.part'), 'half')
  return { place, tokens }
}

const withoutSessions = async (place: Place): Promise<RawRows> => ({ ...(await rawRows(place)), session: [] })

onEachDatabase('a backup', (database) => {
  const work = temporaryFolder()
  let place: Place
  let tokens: string[]
  let file: string
  const fresh = (): Place => ({ databaseUrl: null, dataDir: mkdtempSync(join(work(), 'to-')), secretKeys: null })
  beforeAll(async () => {
    ({ place, tokens } = await furnish(database))
    file = join(work(), 'a.backup')
  }, 60_000)

  it('is one file for its owner alone, which any tar can list', async () => {
    const { rows, files } = await backUp(place, schema, file, NOW)
    expect([rows > 2_520, files]).toEqual([true, 1])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const listed = execFileSync(findProgram('tar')!, ['-tzf', file], { encoding: 'utf8' }).trim().split('\n')
    expect([listed[0], listed.at(-1)]).toEqual(['backup.json', 'checksums.json'])
    expect(listed).toEqual(expect.arrayContaining(['rows/participation/000001', 'rows/term/000002', 'keys/secret.keys', 'files/mail/20261125T100000000Z-0123456789abcdef.eml']))
    expect(listed.filter((name) => /part|sqlite|session/.test(name))).toEqual(['rows/participation/000001'])
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('never replaces a file', async () => {
    expect(await sentencesOf(backUp(place, schema, file, NOW))).toMatch(/is there already: choose another name\.$/)
  })

  const proves = async (target: Place) => {
    const before = await withoutSessions(place)
    await restoreBackup(target, schema, file)
    const { migration: _then, ...rows } = await withoutSessions(target)
    const { migration: _now, ...expected } = before
    expect(rows).toEqual(expected)
    expect(rows.participation).toHaveLength(4)
    expect(readFileSync(join(target.dataDir, 'mail/20261125T100000000Z-0123456789abcdef.eml'))).toEqual(Buffer.from([0, 255, 13, 10]))
    expect(statSync(join(target.dataDir, 'secret.keys')).mode & 0o777).toBe(0o600)
    // The link in a mailbox of the old installation works in the new one: the fourth person confirms and waits.
    const rooms = await openRooms({ dialect: target.databaseUrl === null ? 'sqlite' : 'mysql', place: async () => target })
    expect(await rooms.get(Confirmations).confirm(tokens[3]!)).toMatchObject({ kind: 'confirmed', place: 'waiting' })
    expect(await rooms.transactions.read.countBy(ParticipationEntity, { familyName: 'Ostermann', place: 'waiting' })).toBe(1)
    await rooms.close()
    expect(await sentencesOf(restoreBackup(target, schema, file))).toMatch(/^The database is not empty/)
  }

  it('is restored on SQLite row by row, with keys and files, into an empty database only', () => proves(fresh()), 60_000)

  describeWith('mariadb', 'and on MariaDB', () => {
    let mariadb: Mariadb
    beforeAll(async () => { mariadb = await startMariadb() })
    afterAll(() => mariadb.stop())
    it('is restored there as well', async () => proves({ ...fresh(), databaseUrl: mariadb.url }), 60_000)
  })

  it('holds one moment, although people go on registering meanwhile', async () => {
    const rooms = await openRooms({ dialect: database.dialect, place: async () => place })
    let over = false
    // Two rows in one transaction: the table that is read first must not have fewer of them.
    const goOn = async () => {
      for (let n = 0; !over; n++) {
        await rooms.transactions.run(async (tx) => {
          await tx.db.insert(InstallationEntity, { id: newId(), name: `pair-${n}`, value: '', notedAt: NOW })
          await tx.db.insert(TermEntity, { id: newId(), list: 'pair', key: `pair-${n}`, labelDe: 'x', rank: n })
        })
      }
      return rooms.transactions.read.countBy(TermEntity, { list: 'pair' })
    }
    const busy = join(work(), 'busy.backup')
    const written = goOn()
    await backUp(place, schema, busy, NOW)
    over = true
    const target = fresh()
    await restoreBackup(target, schema, busy)
    const rows = await rawRows(target)
    const pairs = [rows.installation!.filter(({ name }) => String(name).startsWith('pair-')).length, rows.term!.filter(({ list }) => list === 'pair').length]
    expect(pairs[0]).toBe(pairs[1])
    // The moment lay in the middle of the writing.
    expect(await written).toBeGreaterThan(pairs[0]!)
    await rooms.close()
  }, 60_000)

  it('is refused when it is damaged, cut off or no backup, before anything is written', async () => {
    const whole = readFileSync(file)
    const unpacked = gunzipSync(whole)
    const at = unpacked.indexOf('Ostermann')
    const changed = Buffer.from(unpacked)
    changed.write('Ostermaxn', at)
    const cases: [Buffer, RegExp][] = [
      [gzipSync(changed), /is damaged: 1 of \d+ entries/],
      [gzipSync(unpacked.subarray(0, unpacked.length - 4096)), /not whole|checksum/],
      [whole.subarray(0, whole.length / 2), /is not whole/],
      [Buffer.from('hello'), /is damaged, or no backup/],
      [gzipSync(Buffer.alloc(1024)), /is not whole/],
    ]
    for (const [content, sentence] of cases) {
      const bad = join(mkdtempSync(join(work(), 'bad-')), 'b')
      writeFileSync(bad, content)
      const target = fresh()
      expect(await sentencesOf(restoreBackup(target, schema, bad))).toMatch(sentence)
      expect(existsSync(join(target.dataDir, 'dialogwerk.sqlite'))).toBe(false)
    }
    expect(await sentencesOf(restoreBackup(fresh(), schema, join(work(), 'nothing')))).toMatch(/cannot be read/)
  })

  it('is refused by an installation with other keys, and taken by one that has them among its own', async () => {
    const other = `9:${Buffer.alloc(32, 9).toString('base64')}`
    expect(await sentencesOf(restoreBackup({ ...fresh(), secretKeys: other }, schema, file))).toMatch(/other keys than the backup.*Add those of the backup to SECRET_KEYS.*tar -xzOf/)
    const own = readFileSync(join(place.dataDir, 'secret.keys'), 'utf8').trim()
    expect(await sentencesOf(restoreBackup({ ...fresh(), secretKeys: `${other},${own}` }, schema, file))).toBeNull()
  })

  it('is refused by an earlier version, and a database of another version is not backed up', async () => {
    const earlier: Schema = { ...schema, migrations: schema.migrations.slice(0, -1) }
    expect(await sentencesOf(restoreBackup(fresh(), earlier, file))).toMatch(/newer version/)
    expect(await sentencesOf(backUp(place, earlier, join(work(), 'earlier'), NOW))).toMatch(/another version than this program/)
    expect(existsSync(join(work(), 'earlier'))).toBe(false)
  })

  it('of an earlier version is restored with its schema and brought up', async () => {
    class Later1999999999999 {
      name = 'Later1999999999999'
      async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
        await runner.query("UPDATE event SET title = 'brought up'")
      }
      async down(): Promise<void> {}
    }
    const target = fresh()
    await restoreBackup(target, { ...schema, migrations: [...schema.migrations, Later1999999999999 as never] }, file)
    expect((await rawRows(target)).event!.map(({ title }) => title)).toEqual(['brought up'])
  })
})
