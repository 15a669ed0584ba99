import { ParticipantList } from '@app/participants'
import { AuditEntryEntity } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import type { Rooms } from '../support/rooms.js'
import type { Staff } from '../support/staff.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

onEachDatabase('an attendance list that leaves the house', (database) => {
  let api: TestApi
  let staff: Staff
  let rooms: Rooms
  let eventId: string

  beforeAll(async () => {
    api = await openTestApi(database)
    ;({ staff, rooms } = api)
    eventId = await plantEvent(rooms)
    await registerPeople(rooms, eventId, [person(1), person(2)])
  }, 60_000)
  afterAll(() => api.app.close())

  const lines = (action: string) => rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: eventId, action }, order: { id: 'ASC' } })
  const file = (ending: string, query = '') => staff.visitor.raw(`${staff.url}/api/v1/events/${eventId}/attendance.${ending}${query}`, {})

  test('is written down with its columns and the names of its filters, never with what was searched for', async () => {
    expect((await file('csv', '?q=Muster1&standing=unconfirmed&columns=all')).status).toBe(200)
    expect((await file('xlsx')).status).toBe(200)
    const [csv] = await lines('attendance.export_csv')
    expect(csv!.change).toEqual({ format: 'csv', columns: 'all', filters: ['q', 'standing'] })
    expect(JSON.stringify(csv)).not.toContain('Muster1')
    expect(await lines('attendance.export_xlsx')).toMatchObject([{ change: { format: 'xlsx', columns: 'attendance', filters: [] } }])
  })

  test.each(['csv', 'xlsx'])('is a problem document and no file when the rows cannot be read (%s)', async (ending) => {
    const broken = jest.spyOn(rooms.get(ParticipantList), 'batches').mockImplementation(() => {
      throw new Error('no rows')
    })
    const response = await file(ending)
    broken.mockRestore()
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(await response.json()).toMatchObject({ status: 500 })
  })

  test('holds everybody, the first rows included', async () => {
    const text = await (await file('csv')).text()
    expect(text.trim().split('\r\n')).toHaveLength(3)
    expect(text).toMatch(/Muster1[^]*Muster2/)
  })
})
