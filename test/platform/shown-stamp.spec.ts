import { InstallationEntity, SHOWN_STAMP, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { Probe, probeIn } from './probe.js'

onEachDatabase('the stamp of what public pages show', (database) => {
  const probe = probeIn(database)
  const stamp = async () => (await probe().transactions.read.findOneBy(InstallationEntity, { name: SHOWN_STAMP }))?.value
  const renewed = async (work: () => Promise<unknown>) => {
    const before = await stamp()
    await work()
    return (await stamp()) !== before
  }
  const id = newId()

  test('is another one after every write of a shown row, whichever way it is made', async () => {
    const { transactions } = probe()
    expect(await renewed(() => transactions.run((tx) => tx.db.insert(Probe, { id })))).toBe(true)
    expect(await renewed(() => transactions.run((tx) => tx.db.update(Probe, { id }, { note: 'a' })))).toBe(true)
    expect(await renewed(() => transactions.run((tx) => tx.db.createQueryBuilder().update(Probe).set({ note: 'b' }).where({ id }).execute()))).toBe(true)
    expect(await renewed(() => transactions.run((tx) => tx.db.query(`UPDATE probe SET note = 'c' WHERE id = '${id}'`)))).toBe(true)
    expect(await renewed(() => transactions.runLocked({ table: 'probe', id }, (tx) => tx.db.update(Probe, { id }, { note: 'd' })))).toBe(true)
    expect(await renewed(() => transactions.run((tx) => tx.db.delete(Probe, { id })))).toBe(true)
  })

  test('stays with writes that nobody is shown, with reads, with locks alone and with what was rolled back', async () => {
    const { transactions } = probe()
    const lane = newId()
    await transactions.run((tx) => tx.db.insert(Probe, { id }))
    expect(await renewed(() => transactions.run((tx) => tx.db.query(`UPDATE personal_link SET purpose = 'manage' WHERE selector = '${lane}'`)))).toBe(false)
    expect(await renewed(() => transactions.run((tx) => tx.db.find(Probe)))).toBe(false)
    expect(await renewed(() => transactions.runLocked({ table: 'probe', id }, async () => undefined))).toBe(false)
    const failing = transactions.run(async (tx) => {
      await tx.db.update(Probe, { id }, { note: 'x' })
      throw new Error('no')
    })
    expect(await renewed(() => failing.catch(() => undefined))).toBe(false)
  })

  test('is renewed by many at once, also the first time', async () => {
    const { transactions } = probe()
    await Promise.all(Array.from({ length: 40 }, () => transactions.run((tx) => tx.db.insert(Probe, { id: newId() }))))
    expect(await transactions.read.countBy(InstallationEntity, { name: SHOWN_STAMP })).toBe(1)
    expect(await transactions.read.count(Probe)).toBe(40)
  })

  test('and what a read looks at whose writes leave no stamp is named', async () => {
    const { transactions } = probe()
    const { result, unstamped } = await transactions.watchReads(async () => [await transactions.read.count(Probe), await transactions.read.query('SELECT * FROM personal_link')])
    expect([result, unstamped]).toEqual([[0, []], ['personal_link']])
    expect((await transactions.watchReads(() => transactions.read.count(Probe))).unstamped).toEqual([])
  })
})

onEachDatabase('a write that counts places', (database) => {
  const probe = probeIn(database)

  test('is refused without the lock that tells pages of it', async () => {
    const { transactions } = probe()
    const row = { table: 'probe', id: newId() }
    await transactions.run((tx) => tx.db.insert(Probe, { id: row.id }))
    await transactions.runLocked(row, async (tx) => tx.assertLocked(row))
    await expect(transactions.run(async (tx) => tx.assertLocked(row))).rejects.toThrow('under the lock of its probe')
    await expect(transactions.runLocked(row, async (tx) => tx.assertLocked({ ...row, id: newId() }))).rejects.toThrow('under the lock of its probe')
  })
})
