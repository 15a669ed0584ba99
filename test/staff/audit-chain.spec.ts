import { KeyRing, newId } from '@app/platform'
import { Audit, AuditChain, AuditEntryEntity, systemActor, verifyChain } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('the chain through the audit log', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const write = async (entries: number) => {
    for (let n = 0; n < entries; n++) {
      rooms.clock.advance(1_000)
      await rooms.transactions.run((tx) => rooms.get(Audit).record(tx, { actor: systemActor, action: 'event.change', subject: { kind: 'event', id: newId() }, change: { after: { title: `Titel ${n}` } } }))
    }
  }
  const chain = () => rooms.get(AuditChain)
  const verified = () => verifyChain(rooms.transactions.read, rooms.get(KeyRing))
  const entry = (chainNo: number) => rooms.transactions.read.findOneByOrFail(AuditEntryEntity, { chainNo })
  const tamper = async (no: number, change: Partial<AuditEntryEntity>, look: () => Promise<void>) => {
    const before = await entry(no)
    const id = before.id
    await rooms.transactions.run((tx) => tx.db.update(AuditEntryEntity, { id }, change as object))
    await look()
    await rooms.transactions.run((tx) => tx.db.update(AuditEntryEntity, { id }, before as object))
    expect(await verified()).toMatchObject({ kind: 'whole' })
  }

  test('is whole while it is empty, and tells what is not sealed yet', async () => {
    expect(await verified()).toEqual({ kind: 'whole', links: 0, open: 0 })
    await write(3)
    expect(await verified()).toEqual({ kind: 'whole', links: 0, open: 3 })
    expect(await chain().seal()).toBe(3)
    expect(await chain().seal()).toBe(0)
    expect(await verified()).toEqual({ kind: 'whole', links: 3, open: 0 })
  })

  test('grows by one number for each entry, however many processes seal at once', async () => {
    await write(40)
    await Promise.all(Array.from({ length: 5 }, () => chain().seal()))
    await chain().seal()
    expect(await verified()).toEqual({ kind: 'whole', links: 43, open: 0 })
    const numbers = (await rooms.transactions.read.find(AuditEntryEntity)).map(({ chainNo }) => chainNo!)
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 43 }, (_, at) => at + 1))
  })

  test.each<[string, Partial<AuditEntryEntity>, string]>([
    ['another actor', { actorKind: 'import' }, 'changed'],
    ['another time', { at: new Date('2020-01-01T00:00:00Z') }, 'changed'],
    ['another action', { action: 'event.cancel' }, 'changed'],
    ['another content', { change: { after: { title: 'Gefälscht' } } }, 'content'],
    ['another content with its digest', { change: null, salt: null, changeDigest: 'f'.repeat(64) }, 'changed'],
    ['a seal without the key', { chainHash: 'A'.repeat(43) }, 'changed'],
  ])('is broken by %s', async (_what, change, why) => {
    await tamper(7, change, async () => expect(await verified()).toEqual({ kind: 'broken', no: 7, why }))
  })

  test('is broken by an entry that is gone', async () => {
    const gone = await entry(9)
    await rooms.transactions.run((tx) => tx.db.delete(AuditEntryEntity, { id: gone.id }))
    expect(await verified()).toEqual({ kind: 'broken', no: 9, why: 'missing' })
    await rooms.transactions.run((tx) => tx.db.insert(AuditEntryEntity, gone as never))
    expect(await verified()).toMatchObject({ kind: 'whole' })
  })

  test('is broken by a beginning that is gone without a cut', async () => {
    const first = await entry(1)
    await rooms.transactions.run((tx) => tx.db.delete(AuditEntryEntity, { id: first.id }))
    expect(await verified()).toEqual({ kind: 'broken', no: 1, why: 'missing' })
    await rooms.transactions.run((tx) => tx.db.insert(AuditEntryEntity, first as never))
  })

  test('cannot be read with other keys: a restored database needs the keys of its backup', async () => {
    expect(await verifyChain(rooms.transactions.read, KeyRing.parse(`1:${'x'.repeat(44)}`))).toEqual({ kind: 'broken', no: 1, why: 'changed' })
  })

  test('holds when a content is erased', async () => {
    const { subjectId } = await entry(5)
    await rooms.transactions.run((tx) => rooms.get(Audit).erase(tx, [subjectId]))
    expect(await entry(5)).toMatchObject({ change: null, salt: null })
    expect(await verified()).toMatchObject({ kind: 'whole', links: 43 })
  })

  test('holds when retention takes away its beginning, more than once', async () => {
    const { at } = await entry(11)
    expect(await chain().cut(at)).toBe(10)
    expect(await verified()).toEqual({ kind: 'whole', links: 33, open: 1 })
    await chain().seal()
    expect(await chain().cut((await entry(21)).at)).toBe(10)
    await chain().seal()
    expect(await verified()).toEqual({ kind: 'whole', links: 25, open: 0 })
    expect(await chain().cut(new Date('2000-01-01T00:00:00Z'))).toBe(0)
  })
})
