import { IdempotencyKeyEntity, newId } from '@app/platform'
import { AccountEntity, Accounts, Sessions } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

const PASSWORD = 'ein langes Passwort'

onEachDatabase('an account of staff', (database) => {
  let rooms: Rooms
  let email: string
  let accountId: string
  const accounts = () => rooms.get(Accounts)
  const account = () => rooms.transactions.read.findOneByOrFail(AccountEntity, { id: accountId })

  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())
  beforeEach(async () => {
    email = `${newId()}@stadt.example`
    accountId = await rooms.transactions.run((tx) => accounts().create(tx, { email, name: 'Kim Muster', role: 'organiser' }))
    await accounts().setPassword(accountId, PASSWORD)
  })

  test('is signed in by its password, however the address is spelt', async () => {
    const result = await accounts().signIn(email.toUpperCase(), PASSWORD)
    if (result.kind !== 'signed_in') throw new Error(result.kind)
    expect((await rooms.get(Sessions).find(result.token))?.account.id).toBe(accountId)
    expect(await accounts().signIn(`nobody-${email}`, PASSWORD)).toEqual({ kind: 'refused' })
  })

  test('slows down after five wrong passwords, and a right one begins anew', async () => {
    for (let attempt = 1; attempt <= 5; attempt++) expect(await accounts().signIn(email, 'falsch')).toEqual({ kind: 'refused' })
    expect(await accounts().signIn(email, PASSWORD)).toEqual({ kind: 'wait', seconds: 1 })
    rooms.clock.advance(1_000)
    expect(await accounts().signIn(email, 'falsch')).toEqual({ kind: 'refused' })
    expect(await accounts().signIn(email, PASSWORD)).toEqual({ kind: 'wait', seconds: 2 })
    rooms.clock.advance(2_000)
    expect(await accounts().signIn(email, PASSWORD)).toMatchObject({ kind: 'signed_in' })
    expect(await account()).toMatchObject({ failed: 0, retryAt: null })
  })

  test('answers attempts at an address without an account as it answers those at one with', async () => {
    const answers = async (address: string) => {
      const given: unknown[] = []
      for (let attempt = 1; attempt <= 14; attempt++) {
        given.push(await accounts().signIn(address, 'falsch'))
        rooms.clock.advance(1_000)
      }
      return given
    }
    const known = await answers(email)
    expect(known).toContainEqual({ kind: 'wait', seconds: 3 })
    expect(await answers(`nobody-${email}`)).toEqual(known)
  })

  test('counts attempts that come at the same moment one by one, so that they cannot guess side by side', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => accounts().signIn(email, 'falsch')))
    const refused = results.filter(({ kind }) => kind === 'refused').length
    expect((await account()).failed).toBe(refused)
    expect(refused).toBeLessThan(20)
    // At an address without an account as well, first attempts and later ones: otherwise the number of refusals would tell who has one.
    for (let round = 0; round < 2; round++) {
      const strangers = await Promise.all(Array.from({ length: 20 }, () => accounts().signIn(`nobody-${email}`, 'falsch')))
      expect(strangers.filter(({ kind }) => kind === 'wait').length).toBeGreaterThan(0)
      expect(strangers.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(0)
      rooms.clock.advance(60_000)
    }
  })

  test('remembers attempts at an address without an account in the database, where every process and the next start find them, and not by its name', async () => {
    const nobody = `nobody-${email}`
    for (let attempt = 1; attempt <= 5; attempt++) await accounts().signIn(nobody, 'falsch')
    const [row] = await rooms.transactions.read.findBy(IdempotencyKeyEntity, { scope: 'sign-in', status: 5 })
    expect(JSON.stringify(row)).not.toContain('nobody')
    expect(await accounts().signIn(nobody, 'falsch')).toEqual({ kind: 'wait', seconds: 1 })
    // Forgotten after a day, like those at accounts.
    rooms.clock.advance(25 * 3_600_000)
    expect(await accounts().signIn(nobody, 'falsch')).toEqual({ kind: 'refused' })
    expect(await accounts().signIn(nobody, 'falsch')).toEqual({ kind: 'refused' })
  })

  test('ends every other session when its password is changed', async () => {
    const tokens: string[] = []
    for (let opened = 0; opened < 2; opened++) {
      const link = await rooms.transactions.run((tx) => accounts().signInLink(tx, accountId))
      tokens.push((await accounts().signInByLink(link))!)
    }
    const find = (token: string) => rooms.get(Sessions).find(token)
    const mine = (await find(tokens[0]!))!
    expect(await find(tokens[1]!)).not.toBeNull()
    await accounts().setPassword(accountId, 'ein anderes Passwort', mine.sessionId)
    expect(await find(tokens[0]!)).not.toBeNull()
    expect(await find(tokens[1]!)).toBeNull()
  })
})
