import { readFileSync } from 'node:fs'
import { In } from 'typeorm'
import { Transactions, WalSync, newId, sqliteFile } from '@app/platform'
import { onSqlite } from '../support/databases.js'
import { type Gate, gate } from './gate.js'
import { Probe, probeIn } from './probe.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

onSqlite('a commit on SQLite', (database) => {
  const probe = probeIn(database)

  /** A door whose syncs the test lets through one by one. */
  async function door(): Promise<{ transactions: Transactions; syncs: (Gate & { refuse?: Error })[] }> {
    const { dataDir } = await database.place()
    const syncs: (Gate & { refuse?: Error })[] = []
    const walSync = new WalSync(`${sqliteFile(dataDir)}-wal`, async () => {
      const sync: (typeof syncs)[number] = gate()
      syncs.push(sync)
      await sync.opened
      if (sync.refuse) throw sync.refuse
    })
    return { transactions: new Transactions({ ...probe().sources, walSync }), syncs }
  }
  const write = (transactions: Transactions, note: string, answered: string[]) =>
    transactions.run(async (tx) => {
      await tx.insertBlind(Probe, { id: newId(), note })
      tx.afterCommit(() => answered.push(`after ${note}`))
    }).then(() => void answered.push(note))
  const committed = async (count: number) => {
    while ((await probe().transactions.read.count(Probe)) < count) await turn()
  }

  test('is answered, and its work handed on, when it is on the disk; the next ones do not wait for that, and share one sync', async () => {
    const { transactions, syncs } = await door()
    const answered: string[] = []
    const first = write(transactions, 'a', answered)
    await committed(1)
    const others = ['b', 'c', 'd'].map((note) => write(transactions, note, answered))
    await committed(4)
    // Everything is committed, one sync is under way that began before the others were.
    expect([answered, syncs.length]).toEqual([[], 1])
    syncs[0]!.open()
    await first
    while (syncs.length < 2) await turn()
    expect(answered).toEqual(['after a', 'a'])
    syncs[1]!.open()
    await Promise.all(others)
    expect([...answered].sort()).toEqual(['a', 'after a', 'after b', 'after c', 'after d', 'b', 'c', 'd'])
    expect(syncs).toHaveLength(2)
  })

  test('that cannot be brought to the disk is not acknowledged, and neither is anything after it', async () => {
    const { transactions, syncs } = await door()
    const answered: string[] = []
    const written = [write(transactions, 'a', answered), write(transactions, 'b', answered)]
    await committed(2)
    Object.assign(syncs[0]!, { refuse: Object.assign(new Error('input/output error'), { code: 'EIO' }) }).open()
    expect((await Promise.allSettled(written)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(write(transactions, 'c', answered)).rejects.toThrow('input/output error')
    expect(answered).toEqual([])
    expect(await probe().transactions.read.countBy(Probe, { note: 'c' })).toBe(0)
  })

  test('syncs the log of the database that it is in', async () => {
    const { sources, transactions } = probe()
    await write(transactions, 'a', [])
    expect(sources.walSync!.fault).toBeNull()
    await expect(new WalSync('/nowhere/dialogwerk.sqlite-wal').settled()).rejects.toThrow('ENOENT')
  })

  test('of a deletion writes over what was deleted: nobody goes on standing in free parts of the file', async () => {
    const { transactions, sources } = probe()
    const { dataDir } = await database.place()
    const inFile = async () => {
      await sources.writer.query('PRAGMA wal_checkpoint(TRUNCATE)')
      return readFileSync(sqliteFile(dataDir)).includes('Kranichfeld')
    }
    const ids = Array.from({ length: 200 }, () => newId())
    await transactions.run((tx) => tx.db.insert(Probe, ids.map((id) => ({ id, note: `Kranichfeld ${id}` }))))
    expect(await inFile()).toBe(true)
    await transactions.run(async (tx) => {
      await tx.db.update(Probe, { id: In(ids.slice(0, 20)) }, { note: '' })
      await tx.db.delete(Probe, { id: In(ids.slice(20)) })
    })
    expect(await inFile()).toBe(false)
  })
})
