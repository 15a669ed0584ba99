import { IdempotencyKeyEntity, OutboxEntity, PersonalLinkEntity, newId } from '@app/platform'
import { PerRow } from '../../libs/platform/src/database/plain-statements.js'
import { onEachDatabase } from '../support/databases.js'
import { Probe, probeIn } from './probe.js'

onEachDatabase('a plain statement', (database) => {
  const probe = probeIn(database)
  const now = new Date('2026-03-29T01:30:00.123Z')

  test('writes what TypeORM reads and reads what TypeORM writes: instants, JSON, numbers, nothing, and the presets of the database', async () => {
    const { transactions } = probe()
    const row = { kind: 'mail.test', subjectId: newId(), payload: { cause: 'Ä\'"\\?' }, state: 'pending' as const, runAfter: now, createdAt: now, nodeId: null }
    const [plain, built] = [newId(), newId()]
    await transactions.run(async (tx) => {
      await tx.insertBlind(OutboxEntity, { id: plain, ...row, reason: undefined as never })
      await tx.db.insert(OutboxEntity, { id: built, ...row })
    })
    const expected = { ...row, lane: '', attempts: 0, dedupeKey: null, reason: null, leaseUntil: null }
    for (const id of [plain, built]) {
      expect(await transactions.read.findOneByOrFail(OutboxEntity, { id })).toMatchObject({ id, ...expected })
      const columns = ['id', ...Object.keys(expected)] as (keyof OutboxEntity)[]
      expect(await transactions.pick(OutboxEntity, { id }, columns)).toEqual({ id, ...expected })
    }
  })

  test('takes values for nothing but values', async () => {
    const { transactions } = probe()
    const note = "x', 1), ('y', 'z`\"\\"
    await transactions.run((tx) => tx.insertBlind(Probe, { id: newId(), note }))
    expect(await transactions.pick(Probe, { note }, ['note', 'revision'])).toEqual({ note, revision: 0 })
    expect(await transactions.pick(Probe, { note: "' OR ''='" }, ['id'])).toBeNull()
    expect(await transactions.read.count(Probe)).toBe(1)
  })

  test('that raises a row tells the new revision, and nothing when the row is not as expected', async () => {
    const { transactions } = probe()
    const id = newId()
    const seen = await transactions.run(async (tx) => {
      await tx.insertBlind(Probe, { id, note: 'a' })
      return [
        await tx.raise(Probe, { id, note: 'a' }, { note: 'b' }),
        await tx.raise(Probe, { id, note: 'a' }, { note: 'c' }),
        await tx.raise(Probe, { id }, { note: 'b' }),
        await tx.raise(Probe, { id: newId() }, { note: 'c' }),
      ]
    })
    expect(seen).toEqual([1, null, 2, null])
    expect(await transactions.pick(Probe, { id }, ['note', 'revision'])).toEqual({ note: 'b', revision: 2 })
  })

  test('over many rows takes those that have one of several values, or none, and tells how many it changed', async () => {
    const { transactions } = probe()
    const ids = Array.from({ length: 5 }, () => newId())
    const row = { kind: 'mail.test', subjectId: newId(), payload: {}, runAfter: now, createdAt: now, nodeId: null }
    await transactions.run(async (tx) => {
      for (const [at, id] of ids.entries()) await tx.insertBlind(OutboxEntity, { ...row, id, state: at < 3 ? 'pending' : 'done', reason: at === 1 ? 'busy' : null })
    })
    const stateOf = async () => (await transactions.pickAll(OutboxEntity, { id: ids }, ['state', 'slot', 'attempts', 'leaseUntil'])).map(({ state, slot, attempts, leaseUntil }) => [state, slot, attempts, leaseUntil])
    const changed = await transactions.run(async (tx) => [
      // Three of five are pending, and the list of three is no power of two.
      await tx.change(OutboxEntity, { id: ids, state: 'pending' }, { state: 'running', slot: new PerRow(ids.slice(0, 3).map((id, at) => [id, at + 7])), leaseUntil: now, attempts: 1 }),
      await tx.change(OutboxEntity, { id: ids, state: 'running', reason: null }, { state: 'withheld', slot: null }),
      await tx.change(OutboxEntity, { id: [] }, { state: 'failed' }),
      await tx.change(OutboxEntity, { id: ids, attempts: 2 }, { state: 'failed' }),
    ])
    expect(changed).toEqual([3, 2, 0, 0])
    expect(await stateOf()).toEqual([['withheld', null, 1, now], ['running', 8, 1, now], ['withheld', null, 1, now], ['done', null, 0, null], ['done', null, 0, null]])
    const found = await transactions.run(async (tx) => [
      (await tx.pickAll(OutboxEntity, { id: [...ids].reverse(), state: ['done', 'running'], reason: null }, ['id'])).map(({ id }) => id).sort(),
      (await tx.pickLocked(OutboxEntity, { id: [...ids].reverse() }, ['id'])).map(({ id }) => id),
      await tx.pickAll(OutboxEntity, { id: [] }, ['id']),
    ])
    expect(found).toEqual([ids.slice(3), ids, []])
    expect((await transactions.pickAll(OutboxEntity, { id: [...ids].reverse() }, ['id'])).map(({ id }) => id)).toEqual(ids)
  })

  test('is refused for what is no column, and leaves the refusals of the database as they are', async () => {
    const { transactions } = probe()
    const link = { id: newId(), purpose: 'feed' as const, selector: 'twice', epoch: 1, subjectId: newId(), createdAt: now }
    await expect(transactions.run((tx) => tx.insertBlind(Probe, { id: newId(), wrong: 1 } as never))).rejects.toThrow('Table probe has no column for "wrong".')
    await expect(transactions.run((tx) => tx.raise(IdempotencyKeyEntity, { id: newId() }, { status: 1 }))).rejects.toThrow('Table idempotency_key has no column for "revision".')
    await transactions.run((tx) => tx.insertBlind(PersonalLinkEntity, link))
    await expect(transactions.run((tx) => tx.insertBlind(PersonalLinkEntity, { ...link, id: newId() }))).rejects.toThrow(/unique|duplicate/i)
  })
})
