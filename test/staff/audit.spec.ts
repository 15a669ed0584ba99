import { newId } from '@app/platform'
import { Audit, AuditEntryEntity, systemActor } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

onEachDatabase('the audit log', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const kept = async (change: Record<string, unknown>) => {
    const id = newId()
    await rooms.transactions.run((tx) => rooms.get(Audit).record(tx, { actor: systemActor, action: 'event.change', subject: { kind: 'event', id }, change }))
    return (await rooms.transactions.read.findOneByOrFail(AuditEntryEntity, { subjectId: id })).change
  }
  const agenda = (items: number, length: number) => Array.from({ length: items }, (_, n) => ({ title: `Punkt ${n}`, description: 'ä'.repeat(length), room: null }))

  test('keeps a change as it was', async () => {
    const change = { before: { title: 'Alt', days: [] }, after: { title: 'Neu', days: [{ date: '2027-03-12' }] } }
    expect(await kept(change)).toEqual(change)
  })

  test('takes a change that is larger than its column: long texts lose their end', async () => {
    const change = await kept({ before: { agenda: agenda(12, 3_000) }, after: { agenda: agenda(13, 3_000) } })
    const { before, after } = change as { before: { agenda: ReturnType<typeof agenda> }; after: { agenda: ReturnType<typeof agenda> } }
    expect([before.agenda.length, after.agenda.length]).toEqual([12, 13])
    expect(after.agenda[12]).toEqual({ title: 'Punkt 12', description: `${'ä'.repeat(200)}…`, room: null })
  })

  test('tells the names of the fields where even that is too much', async () => {
    expect(await kept({ before: { agenda: agenda(200, 200) }, after: { agenda: agenda(200, 200), title: 'Neu' } })).toEqual({ before: ['agenda'], after: ['agenda', 'title'] })
  })
})
