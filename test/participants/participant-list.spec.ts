import type { ParticipantInput, ParticipantQuery } from '@app/contracts'
import { ParticipantList, StaffRegistrations } from '@app/participants'
import { Problem } from '@app/platform'
import { systemActor } from '@app/staff'
import { person, plantEvent } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

const everybody: ParticipantQuery = { q: undefined, standing: [], land: [], group: [], limit: 50 }
const NAMES: [string, string][] = [
  ['Özdemir', 'Ayşe'], ['Ofner', 'Berta'], ['Muster', 'Kim'], ['Muster', 'Kim'], ['Muster', 'Kim'], ['Ärmel', 'Jo'], ['Παπαδόπουλος', 'Νίκος'], ['Zöll', 'Ada'],
]

onEachDatabase('the list of participants', (database) => {
  let rooms: Rooms
  let eventId: string
  const list = () => rooms.get(ParticipantList)
  const add = (event: string, said: Partial<ParticipantInput>) => rooms.get(StaffRegistrations).add(event, { ...person(0), email: null, ...said }, systemActor)

  beforeAll(async () => {
    rooms = await openRooms(database)
    eventId = await plantEvent(rooms, { capacity: 6 })
    for (const [index, [familyName, givenName]] of NAMES.entries()) {
      await add(eventId, { familyName, givenName, organisation: index === 0 ? 'Stadt Köln' : 'Land', land: index < 4 ? 'DE-NW' : 'DE-HE', group: index < 2 ? 'kommune' : 'land' })
    }
  }, 60_000)
  afterAll(() => rooms.close())

  test('goes through everybody once in phone-book order, page by page, also where names are the same', async () => {
    const seen: string[] = []
    const ids = new Set<string>()
    for (let after: string | undefined; ; ) {
      const page = await list().page(eventId, { ...everybody, limit: 2, ...(after === undefined ? {} : { after }) })
      for (const row of page.items) {
        seen.push(row.familyName!)
        ids.add(row.id)
      }
      expect(page.total).toBe(NAMES.length)
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(['Ärmel', 'Muster', 'Muster', 'Muster', 'Özdemir', 'Ofner', 'Zöll', 'Παπαδόπουλος'])
    expect(ids.size).toBe(NAMES.length)
  })

  test('holds no name in the cursor, and refuses one of another event', async () => {
    const { items, next } = await list().page(eventId, { ...everybody, limit: 5 })
    expect(next).toBe(items[4]!.id)
    const other = await plantEvent(rooms)
    await expect(list().page(other, { ...everybody, after: next! })).rejects.toEqual(new Problem('bad_request'))
    await expect(list().page(eventId, { ...everybody, after: "x' OR 1=1" })).rejects.toThrow('bad_request')
  })

  test('finds by any spelling of name and organisation, and by every filter at once', async () => {
    const found = async (query: Partial<ParticipantQuery>) => (await list().page(eventId, { ...everybody, ...query })).items.map(({ familyName }) => familyName)
    expect(await found({ q: 'oezdemir koeln' })).toEqual(['Özdemir'])
    expect(await found({ q: 'ÖZDEMIR' })).toEqual(['Özdemir'])
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ land: ['DE-NW'], group: ['land'] })).toEqual(['Muster', 'Muster'])
    expect(await found({ standing: ['waiting'] })).toEqual(['Zöll', 'Παπαδόπουλος'])
    expect(await found({ standing: ['waiting', 'confirmed'], land: ['DE-HE'], q: 'ada' })).toEqual(['Zöll'])
  })

  test('counts every standing, whatever the view shows, and numbers the waiting by their arrival', async () => {
    const page = await list().page(eventId, { ...everybody, standing: ['waiting'] })
    expect(page.counts).toMatchObject({ confirmed: 6, waiting: 2, requested: 0, withdrawn: 0 })
    expect(page.items.map(({ familyName, waitingPosition }) => [familyName, waitingPosition])).toEqual([['Zöll', 2], ['Παπαδόπουλος', 1]])
  })

  test('gives an export the same people in the same order, however small its batches', async () => {
    const names: (string | null)[] = []
    for await (const batch of list().batches(eventId, everybody, 3)) names.push(...batch.map(({ familyName }) => familyName))
    expect(names).toEqual((await list().page(eventId, everybody)).items.map(({ familyName }) => familyName))
  })
})
