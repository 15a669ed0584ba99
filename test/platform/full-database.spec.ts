import { Transactions, type Tx, newId, storeFaultOf } from '@app/platform'
import { problemOf } from '../../apps/api/src/http/problem.filter.js'
import { onSqlite } from '../support/databases.js'
import { type OpenProbe, Probe, probeIn } from './probe.js'

/** More than the free pages of any database of these tests. */
const MANY = 2_000

const insert = (tx: Tx, note: string) => tx.db.insert(Probe, { id: newId(), note })
const fill = async (tx: Tx) => {
  for (let n = 0; n < MANY; n++) await insert(tx, 'x'.repeat(200))
}
const seen = async ({ transactions }: OpenProbe) => (await transactions.read.find(Probe)).map(({ note }) => note)

/** The database may not grow while the work runs: SQLite then answers as on a full disk. */
async function whileFull({ sources }: OpenProbe, work: () => Promise<void>): Promise<void> {
  const pages = Number(Object.values((await sources.writer.query('PRAGMA page_count'))[0] as object)[0])
  await sources.writer.query(`PRAGMA max_page_count = ${pages}`)
  try {
    await work()
  } finally {
    await sources.writer.query('PRAGMA max_page_count = 1000000')
  }
}

onSqlite('a database that is full', (database) => {
  const probe = probeIn(database)

  test('refuses a transaction whole, and the next ones are whole again', async () => {
    const { transactions } = probe()
    const refused = async () => {
      const error = await transactions.run(fill).catch((thrown: unknown) => thrown)
      expect(storeFaultOf(error)).toBe('full')
      expect(problemOf(error)).toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 })
    }
    await whileFull(probe(), async () => {
      await refused()
      await refused()
      expect(transactions.isFull).toBe(true)
    })
    await transactions.run((tx) => insert(tx, 'first'))
    expect(transactions.isFull).toBe(false)
    await expect(transactions.run(async (tx) => {
      await insert(tx, 'half')
      throw new Error('gives up')
    })).rejects.toThrow('gives up')
    await transactions.run((tx) => insert(tx, 'second'))
    expect((await seen(probe())).sort()).toEqual(['first', 'second'])
  }, 60_000)

  test('would, without the way out of the transaction that SQLite ended, keep what is acknowledged afterwards to itself', async () => {
    const { sources } = probe()
    const { writer } = sources
    const add = (note: string) => writer.transaction((manager) => insert({ db: manager } as Tx, note))
    await whileFull(probe(), async () => {
      await expect(writer.transaction((manager) => fill({ db: manager } as Tx))).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    })
    await expect(writer.transaction(async (manager) => {
      await insert({ db: manager } as Tx, 'half')
      throw new Error('gives up')
    })).rejects.toThrow('gives up')
    await add('acknowledged')
    expect(await seen(probe())).toEqual([])
    // Anything that fails at our own door brings the connection back.
    await expect(new Transactions(sources).run(async () => { throw new Error('tidies up') })).rejects.toThrow('tidies up')
  }, 60_000)
})
