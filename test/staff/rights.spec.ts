import fc from 'fast-check'
import { LANDS, type Land, PERMISSIONS, ROLES, ROLE_PERMISSIONS } from '@app/contracts'
import { newId } from '@app/platform'
import { type Area, Gate, NodeEntity, Rights, Scope, Tree } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'
import { rightsOf } from '../support/rights.js'

test('the table of rights names every permission for somebody, all but what people need for one role, and nothing that may not be read', () => {
  expect(ROLE_PERMISSIONS.admin).toEqual(PERMISSIONS.filter((permission) => permission !== 'needs.read'))
  expect(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('needs.read'))).toEqual(['needs'])
  for (const role of ROLES) expect([role, ROLE_PERMISSIONS[role].includes('programme.read')]).toEqual([role, true])
  const named = ROLES.filter((role) => role !== 'admin').flatMap((role) => ROLE_PERMISSIONS[role])
  expect(PERMISSIONS.filter((permission) => !named.includes(permission))).toEqual(['access.manage', 'privacy.manage'])
})

describe('a scope', () => {
  const scope = new Scope([{ path: '/a', land: null }, { path: null, land: 'DE-RP' }])

  test.each<[Area, boolean]>([
    [{ path: '/a', land: null }, true], [{ path: '/a/b', land: 'DE-HE' }, true], [{ path: '/ab', land: null }, false], [{ path: '/b', land: 'DE-RP' }, true],
    [{ path: '/b', land: null }, false], [{ path: null, land: 'DE-RP' }, true], [{ path: null, land: null }, false],
  ])('passes on only what it holds whole: %j %s', (area, isHeld) => {
    expect(scope.holds(area)).toBe(isHeld)
  })
})

onEachDatabase('rights over the programme', (database) => {
  let rooms: Rooms
  const ids: Record<string, string> = {}
  const lands: Record<string, Land[]> = {}

  /** Nodes by name; `a.b` stands below `a`. */
  async function plant(name: string, kind: 'series' | 'event', nodeLands: Land[] = []) {
    const id = newId()
    const parent = name.split('.').slice(0, -1).join('.')
    await rooms.transactions.run(async (tx) => {
      await rooms.get(Tree).place(tx, { id, kind, parentId: parent === '' ? null : ids[parent]! })
      await rooms.get(Tree).setLands(tx, id, nodeLands)
    })
    ids[name] = id
    lands[name] = nodeLands
  }
  const pathOf = (name: string) => name.split('.').map((_, at, parts) => `/${ids[parts.slice(0, at + 1).join('.')]}`).join('')
  const nameOf = new Proxy({} as Record<string, string>, { get: (_, id) => Object.keys(ids).find((name) => ids[name] === id) })

  beforeAll(async () => {
    rooms = await openRooms(database)
    await plant('a', 'series')
    await plant('a.b', 'series')
    await plant('a.b.mainz', 'event', ['DE-RP', 'DE-HE'])
    await plant('a.b.erfurt', 'event', ['DE-TH'])
    await plant('a.bund', 'event')
    await plant('c', 'series')
    await plant('c.koblenz', 'event', ['DE-RP'])
    await plant('frei', 'event', ['DE-RP'])
  }, 60_000)
  afterAll(() => rooms.close())

  const inside = async (areas: Area[]) => {
    const { sql, parameters } = new Scope(areas).condition('n.id')
    const rows = await rooms.transactions.read.createQueryBuilder(NodeEntity, 'n').where(sql, parameters).getMany()
    return rows.map(({ id }) => nameOf[id]!).sort()
  }

  test.each<[string, () => Area[], string[]]>([
    ['nothing lies in none', () => [], []],
    ['everything lies in the whole', () => [{ path: null, land: null }], ['a', 'a.b', 'a.b.erfurt', 'a.b.mainz', 'a.bund', 'c', 'c.koblenz', 'frei']],
    ['a series holds what stands below it', () => [{ path: pathOf('a'), land: null }], ['a', 'a.b', 'a.b.erfurt', 'a.b.mainz', 'a.bund']],
    ['an event holds itself', () => [{ path: pathOf('a.b.mainz'), land: null }], ['a.b.mainz']],
    ['a Land holds its events, also those of several Länder', () => [{ path: null, land: 'DE-RP' }], ['a.b.mainz', 'c.koblenz', 'frei']],
    ['a series and a Land hold what lies in both', () => [{ path: pathOf('a'), land: 'DE-RP' }], ['a.b.mainz']],
    ['several areas are added up', () => [{ path: pathOf('c'), land: null }, { path: pathOf('a'), land: 'DE-TH' }], ['a.b.erfurt', 'c', 'c.koblenz']],
    ['an event lies in no other Land', () => [{ path: pathOf('a.bund'), land: 'DE-RP' }], []],
  ])('%s', async (_, areas, names) => {
    expect(await inside(areas())).toEqual(names)
  })

  test('the condition, the single thing and the plain words agree for any areas', async () => {
    const area = fc.record({ path: fc.option(fc.constantFrom(...Object.keys(ids)), { nil: null }), land: fc.option(fc.constantFrom(...LANDS.filter((land) => ['DE-RP', 'DE-HE', 'DE-TH', 'DE-BE'].includes(land))), { nil: null }) })
    await fc.assert(
      fc.asyncProperty(fc.array(area, { maxLength: 4 }), async (named) => {
        const areas = named.map(({ path, land }) => ({ path: path === null ? null : pathOf(path), land }))
        const plain = Object.keys(ids).filter((name) =>
          named.some(({ path, land }) => (path === null || name === path || name.startsWith(`${path}.`)) && (land === null || lands[name]!.includes(land))))
        expect(await inside(areas)).toEqual(plain.sort())
        const rights = new Rights(areas.map((one, index) => ({ id: String(index), role: 'reader', ...one })))
        const single = await rooms.get(Gate).permissionsAt(rights, Object.values(ids))
        expect([...single].filter(([, permissions]) => permissions.includes('programme.read')).map(([id]) => nameOf[id]!).sort()).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('what may not be seen is not found, like what does not exist; what may only be seen is forbidden', async () => {
    const gate = rooms.get(Gate)
    const rights = rightsOf('editor', { path: pathOf('a'), land: 'DE-RP' })
    const asked = (may: 'programme.read' | 'programme.write' | 'people.read', at: 'event' | 'series', id: string) =>
      gate.admit(rights, { may, at }, id).then(() => 'in', (problem: { code: string }) => problem.code)
    expect(await asked('programme.write', 'event', ids['a.b.mainz']!)).toBe('in')
    expect(await asked('people.read', 'event', ids['a.b.mainz']!)).toBe('forbidden')
    for (const id of [ids['a.b.erfurt']!, ids['a.bund']!, ids['c.koblenz']!, ids.frei!, newId(), 'x', '']) expect(await asked('programme.read', 'event', id)).toBe('not_found')
    // The series above is the frame of what may be read: seen, and nothing more.
    for (const name of ['a', 'a.b']) expect(await asked('programme.write', 'series', ids[name]!)).toBe('forbidden')
    expect(await asked('programme.write', 'series', ids.c!)).toBe('not_found')
    expect(await asked('programme.read', 'series', ids['a.b.mainz']!)).toBe('not_found')
  })

  test('a right somewhere is enough where no node is named, and none is not', async () => {
    const admit = (rights: Rights) => rooms.get(Gate).admit(rights, { may: 'organisations.read', at: 'somewhere' }, '')
    await expect(admit(rightsOf('editor', { land: 'DE-BE' }))).resolves.toContain('organisations.read')
    await expect(admit(rightsOf('checkin'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(admit(new Rights([]))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
