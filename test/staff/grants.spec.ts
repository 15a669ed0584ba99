import { newId } from '@app/platform'
import { AccountEntity, Accounts, AuditEntryEntity, Grants, RightsReader, RoleGrantEntity, type RoleGiven, SESSION_MOST, Sessions, accountActor } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

const WHOLE = { nodeId: null, land: null, expiresAt: null }

onEachDatabase('a role of an account', (database) => {
  let rooms: Rooms
  let accountId: string
  const actor = () => accountActor(accountId)
  const grants = () => rooms.get(Grants)
  const somewhere = async (id = accountId) => (await rooms.get(RightsReader).of(id)).somewhere
  const give = (given: Partial<RoleGiven> = {}, id = accountId) =>
    rooms.transactions.run((tx) => grants().give(tx, id, { ...WHOLE, role: 'checkin', ...given }, { actor: actor(), reason: 'Vertretung im Team' }))
  const revoke = (grantId: string, id = accountId) => rooms.transactions.run((tx) => grants().revoke(tx, id, grantId, { actor: actor(), reason: null }))
  const create = (role: 'admin' | 'reader') => rooms.transactions.run((tx) => rooms.get(Accounts).create(tx, { email: `${newId()}@stadt.example`, name: 'Kim Muster', role }))
  const adminGrant = async (id: string) => (await rooms.transactions.read.findOneByOrFail(RoleGrantEntity, { accountId: id, role: 'admin' })).id

  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())
  beforeEach(async () => {
    accountId = await create('reader')
  })

  test('counts from the next request on, and no longer once it is revoked or has run out', async () => {
    expect(await somewhere()).toEqual(['programme.read'])
    const editor = await give({ role: 'editor' })
    expect(await somewhere()).toContain('programme.write')
    await revoke(editor)
    expect(await somewhere()).toEqual(['programme.read'])
    await give({ role: 'participants', expiresAt: new Date(rooms.clock.now().getTime() + 1_000) })
    expect(await somewhere()).toContain('people.read')
    rooms.clock.advance(1_000)
    expect(await somewhere()).toEqual(['programme.read'])
  })

  test('is given once in the same place, and again after it has ended', async () => {
    const first = await give()
    await expect(give()).rejects.toMatchObject({ code: 'role_given' })
    await give({ land: 'DE-RP' })
    await revoke(first)
    await expect(revoke(first)).rejects.toMatchObject({ code: 'not_found' })
    await give()
  })

  test('is taken from its holder only', async () => {
    const grantId = await give()
    await expect(revoke(grantId, await create('reader'))).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is written down with who, where and why when it comes and when it goes', async () => {
    const grantId = await give({ role: 'editor', land: 'DE-RP' })
    await revoke(grantId)
    const lines = await rooms.transactions.read.find(AuditEntryEntity, { where: { subjectId: accountId, actorId: accountId }, order: { id: 'ASC' } })
    expect(lines.map(({ action, change }) => [action, change])).toEqual([
      ['role.give', { role: 'editor', nodeId: null, land: 'DE-RP', expiresAt: null, reason: 'Vertretung im Team' }],
      ['role.revoke', { role: 'editor', nodeId: null, land: 'DE-RP' }],
    ])
  })

  test('changes the token of every session; requests under way still come in by the former one, for a moment', async () => {
    const sessions = rooms.get(Sessions)
    const token = await rooms.transactions.run((tx) => sessions.open(tx, accountId))
    expect((await sessions.find(token))!.nextToken).toBeNull()
    await give({ role: 'editor' })
    const found = await Promise.all([sessions.find(token), sessions.find(token), sessions.find(token)])
    const next = found.flatMap((signedIn) => signedIn!.nextToken ?? [])
    expect(next).toHaveLength(1)
    expect(new Set(found.map((signedIn) => signedIn!.csrf)).size).toBe(1)
    expect((await sessions.find(next[0]!))).toMatchObject({ sessionId: found[0]!.sessionId, nextToken: null })
    rooms.clock.advance(30_000)
    expect(await sessions.find(token)).toBeNull()
    expect(await sessions.find(next[0]!)).not.toBeNull()
    rooms.clock.advance(SESSION_MOST)
    expect(await sessions.find(next[0]!)).toBeNull()
  })

  describe('that gives every right', () => {
    beforeEach(async () => {
      await rooms.transactions.run((tx) => tx.db.update(RoleGrantEntity, { role: 'admin' }, { revokedAt: rooms.clock.now() }))
    })

    test('stays with the last who has it, whatever somebody else has for a Land, for a time or before entering', async () => {
      const last = await create('admin')
      await give({ role: 'admin', land: 'DE-RP' })
      await give({ role: 'admin', expiresAt: new Date(rooms.clock.now().getTime() + SESSION_MOST) })
      const invited = await create('admin')
      await rooms.transactions.run((tx) => tx.db.update(AccountEntity, { id: invited }, { state: 'invited' }))
      await expect(revoke(await adminGrant(last), last)).rejects.toMatchObject({ code: 'last_admin' })
      await expect(rooms.transactions.run((tx) => grants().revokeAll(tx, last, { actor: actor(), reason: null }))).rejects.toMatchObject({ code: 'last_admin' })
      const other = await create('admin')
      await revoke(await adminGrant(last), last)
      await expect(revoke(await adminGrant(other), other)).rejects.toMatchObject({ code: 'last_admin' })
    })

    test('stays with one of two who take it from each other at the same moment', async () => {
      const [one, two] = [await create('admin'), await create('admin')]
      const [ofOne, ofTwo] = [await adminGrant(one), await adminGrant(two)]
      const outcomes = await Promise.allSettled([revoke(ofOne, one), revoke(ofTwo, two)])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })
  })
})
