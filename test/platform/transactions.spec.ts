import { Problem, type Tx, lockRow, newId } from '@app/platform'
import { onEachDatabase, onMariadb } from '../support/databases.js'
import { Tally, gate } from './gate.js'
import { type OpenProbe, Probe, probeIn } from './probe.js'

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const insert = (tx: Tx, note: string, id = newId()) => tx.db.insert(Probe, { id, note })
const notes = async ({ transactions }: OpenProbe) => (await transactions.read.find(Probe, { order: { note: 'ASC' } })).map(({ note }) => note)

onEachDatabase('a transaction', (database) => {
  const probe = probeIn(database)

  test('that rolls back takes nothing with it that another one commits meanwhile', async () => {
    const { transactions } = probe()
    const [written, mayFail] = [gate(), gate()]
    const failing = transactions.run(async (tx) => {
      await insert(tx, 'a1')
      written.open()
      await mayFail.opened
      await insert(tx, 'a2')
      throw new Error('A gives up')
    })
    const failed = failing.catch((error: Error) => error.message)
    await written.opened
    const others = times(5, (at) => transactions.run((tx) => insert(tx, `b${at}`)))
    // MariaDB commits the others while A is open; on SQLite they stand in line behind it.
    if (transactions.dialect === 'mysql') await Promise.all(others)
    mayFail.open()
    expect(await failed).toBe('A gives up')
    await Promise.all(others)
    expect(await notes(probe())).toEqual(['b0', 'b1', 'b2', 'b3', 'b4'])
  })

  test('of which every second fails leaves exactly the others, 100 at once', async () => {
    const { transactions } = probe()
    const results = await Promise.allSettled(
      times(100, (at) =>
        transactions.run(async (tx) => {
          await insert(tx, String(at).padStart(3, '0'))
          if (at % 2 === 1) throw new Error('odd')
        }),
      ),
    )
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(50)
    expect(await notes(probe())).toEqual(times(50, (at) => String(at * 2).padStart(3, '0')))
  })

  test('shows its rows to readers only after the commit', async () => {
    const { transactions } = probe()
    const seen: number[] = []
    await transactions.run(async (tx) => {
      await insert(tx, 'x')
      seen.push(await transactions.read.count(Probe), await tx.db.count(Probe))
    })
    seen.push(await transactions.read.count(Probe))
    expect(seen).toEqual([0, 1, 1])
  })

  test('refuses another one inside itself with a sentence and rolls back', async () => {
    const { transactions } = probe()
    const nested = transactions.run(async (tx) => {
      await insert(tx, 'x')
      await transactions.run((inner) => insert(inner, 'y'))
    })
    await expect(nested).rejects.toThrow('A transaction is already open here: pass its tx on instead of opening another one.')
    expect(await notes(probe())).toEqual([])
  })

  test('runs what waits for the commit after it, in order, with its rows in place and another transaction possible', async () => {
    const { transactions } = probe()
    const order: string[] = []
    let later!: Promise<unknown>
    let visible!: Promise<number>
    await transactions.run(async (tx) => {
      tx.afterCommit(() => {
        order.push('first')
        visible = transactions.read.count(Probe)
      })
      tx.afterCommit(() => {
        order.push('second')
        later = transactions.run((next) => insert(next, 'after'))
      })
      await insert(tx, 'before')
      order.push('work')
    })
    expect(order).toEqual(['work', 'first', 'second'])
    // The next transaction may have committed meanwhile; what counts is that the first one has.
    expect(await visible).toBeGreaterThanOrEqual(1)
    await later
    expect(await notes(probe())).toEqual(['after', 'before'])
  })

  test('forgets what waits for the commit when it rolls back', async () => {
    const ran: string[] = []
    const failing = probe().transactions.run(async (tx) => {
      tx.afterCommit(() => ran.push('after'))
      await insert(tx, 'x')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(ran).toEqual([])
  })

  test('writes what is gathered in it once, at its end and all of it, and nothing when it rolls back', async () => {
    const { transactions } = probe()
    const calls: string[][] = []
    const write = async (tx: Tx, items: string[]) => {
      calls.push(items)
      await tx.insertAllBlind(Probe, items.map((note) => ({ id: newId(), note })))
    }
    await transactions.run(async (tx) => {
      for (const note of ['b', 'c']) tx.gather(write, note)
      await insert(tx, 'a')
      expect(calls).toEqual([])
    })
    expect(calls).toEqual([['b', 'c']])
    await expect(transactions.run(async (tx) => {
      tx.gather(write, 'd')
      throw new Error('given up')
    })).rejects.toThrow('given up')
    await expect(transactions.run(async (tx) => {
      await insert(tx, 'e')
      tx.gather(() => Promise.reject(new Error('cannot be written')), 'f')
    })).rejects.toThrow('cannot be written')
    expect(await notes(probe())).toEqual(['a', 'b', 'c'])
  })

  test('may read outside itself while as many others do as there are connections', async () => {
    const { transactions } = probe()
    const all = gate()
    let open = 0
    const counts = await Promise.all(
      times(20, () =>
        transactions.run(async (tx) => {
          await insert(tx, 'x')
          // On MariaDB all twenty hold a connection before the first one reads; SQLite has one at a time.
          if (++open === 20 || transactions.dialect === 'sqlite') all.open()
          await all.opened
          return transactions.read.count(Probe)
        }),
      ),
    )
    expect(counts).toHaveLength(20)
  }, 10_000)

  test('loses no write among 200 at once', async () => {
    const { transactions } = probe()
    const ids = await Promise.all(
      times(200, async (at) => {
        const id = newId()
        await transactions.run(async (tx) => {
          await insert(tx, 'made', id)
          await tx.db.update(Probe, { id }, { note: `changed ${at}` })
        })
        return id
      }),
    )
    const rows = await transactions.read.find(Probe)
    expect(new Map(rows.map(({ id, note }) => [id, note]))).toEqual(new Map(ids.map((id, at) => [id, `changed ${at}`])))
  })
})

onEachDatabase('the lock of a row', (database) => {
  const probe = probeIn(database)
  const row = async () => {
    const id = newId()
    await probe().transactions.run((tx) => insert(tx, 'event', id))
    return { table: 'probe', id }
  }

  test('numbers 200 arrivals at once without a gap, in the order in which they hold it', async () => {
    const { transactions } = probe()
    const event = await row()
    const held: number[] = []
    const revisions = await Promise.all(
      times(200, () =>
        transactions.runLocked(event, async (tx, revision) => {
          await insert(tx, 'arrival')
          held.push(revision)
          return revision
        }),
      ),
    )
    expect(held).toEqual(times(200, (at) => at + 1))
    expect([...revisions].sort((a, b) => a - b)).toEqual(held)
    expect((await transactions.read.findOneByOrFail(Probe, { id: event.id })).revision).toBe(200)
  })

  test('gives 50 places to exactly 50 of 200 who count and then take', async () => {
    const { transactions } = probe()
    const event = await row()
    const taken = await Promise.all(
      times(200, () =>
        transactions.runLocked(event, async (tx) => {
          if ((await tx.db.countBy(Probe, { note: 'seat' })) >= 50) return false
          await insert(tx, 'seat')
          return true
        }),
      ),
    )
    expect(taken.filter(Boolean)).toHaveLength(50)
    expect(await transactions.read.countBy(Probe, { note: 'seat' })).toBe(50)
  })

  test('gives its number back when the work fails', async () => {
    const { transactions } = probe()
    const event = await row()
    await expect(transactions.runLocked(event, async () => { throw new Error('full') })).rejects.toThrow('full')
    expect(await transactions.runLocked(event, async (_tx, revision) => revision)).toBe(1)
  })

  test('of a row that is not there is the problem not_found, and the work does not run', async () => {
    let ran = false
    const missing = probe().transactions.runLocked({ table: 'probe', id: newId() }, async () => { ran = true })
    await expect(missing).rejects.toEqual(new Problem('not_found'))
    await expect(missing).rejects.toMatchObject({ code: 'not_found', status: 404 })
    expect(ran).toBe(false)
  })
})

onMariadb('a deadlock', (database) => {
  const probe = probeIn(database)

  test('is repeated whole: both transactions succeed, and what waits for the commit runs once', async () => {
    const { transactions } = probe()
    const [p, q] = [newId(), newId()]
    await transactions.run(async (tx) => {
      await insert(tx, 'p', p)
      await insert(tx, 'q', q)
    })
    const after: string[] = []
    let attempts = 0
    const crosswise = (name: string, first: string, second: string, mine: ReturnType<typeof gate>, other: ReturnType<typeof gate>) =>
      transactions.run(async (tx) => {
        attempts += 1
        tx.afterCommit(() => after.push(name))
        await insert(tx, `by ${name}`)
        await lockRow(tx, { table: 'probe', id: first })
        mine.open()
        await other.opened
        await lockRow(tx, { table: 'probe', id: second })
      })
    const [one, two] = [gate(), gate()]
    await Promise.all([crosswise('one', p, q, one, two), crosswise('two', q, p, two, one)])
    expect(attempts).toBeGreaterThan(2)
    expect(after.sort()).toEqual(['one', 'two'])
    const rows = await transactions.read.find(Probe, { order: { note: 'ASC' } })
    expect(rows.map(({ note, revision }) => [note, revision])).toEqual([['by one', 0], ['by two', 0], ['p', 2], ['q', 2]])
  })
})

onMariadb('every connection of the pool', (database) => {
  const probe = probeIn(database)

  test('reads what others have committed since its transaction began, the first one and those that are opened under load', async () => {
    const { transactions } = probe()
    const connections = new Set<string>()
    const everyoneIsIn = new Tally()
    const read = async (tx: Tx) => {
      const [{ connection, level }] = (await tx.db.query('SELECT CONNECTION_ID() AS connection, @@tx_isolation AS level')) as [{ connection: string; level: string }]
      connections.add(connection)
      everyoneIsIn.add()
      // Nobody gives a connection back before all have one.
      await everyoneIsIn.reaches(8)
      return level
    }
    expect(await Promise.all(times(8, () => transactions.run(read)))).toEqual(times(8, () => 'READ-COMMITTED'))
    expect(connections.size).toBe(8)
  })
})
