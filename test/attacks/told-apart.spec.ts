import { addresses, operations } from '@app/contracts'
import { CONFIG, type Config, Throttle, newId } from '@app/platform'
import { Accounts } from '@app/staff'
import { chanceOf } from '../support/chance.js'
import { onSqlite } from '../support/databases.js'
import { publishEvent } from '../support/staff-event.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const verified: string[] = []
/** A hash that costs nothing, where it is planted. */
let spared: string | null = null
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { ...real, verify: (hash: string, password: string) => (verified.push(hash), hash === spared ? Promise.resolve(false) : real.verify(hash, password)) }
})

const PASSWORD = 'Ein langes Passwort für Mainz'
const ROUNDS = 4
/** So many of each that a millisecond shows on a machine that is not busy. */
const TIMED = 200
/** Somebody who gave a wrong password has waited by then, whoever they are. */
const LONGEST_WAIT = 120_000

onSqlite('addresses that are known and addresses that are not', (database) => {
  let api: TestApi
  beforeAll(async () => {
    api = await openTestApi(database, { limits: { signupsPerIp: 0, mailsPerAddress: 0, mailsPerDomain: 2, mailsPerMinute: 0, mailConnections: 5, formMinSeconds: 0 } })
    await api.staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
  }, 60_000)
  afterAll(() => api.app.close())
  afterEach(() => jest.restoreAllMocks())

  interface Answer {
    text: string
    milliseconds: number
  }

  async function timed(send: () => Promise<Response>): Promise<Answer> {
    const start = performance.now()
    const response = await send()
    const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name))
    const text = JSON.stringify([response.status, headers, await response.text()])
    return { text, milliseconds: performance.now() - start }
  }

  /** The texts of both, and their times as a line to read: a busy machine proves nothing by them. */
  async function compared(what: string, known: (n: number) => Promise<Response>, unknown: (n: number) => Promise<Response>): Promise<Set<string>> {
    const answers: Record<'known' | 'unknown', Answer[]> = { known: [], unknown: [] }
    for (let n = 0; n < ROUNDS; n++) {
      answers.known.push(await timed(() => known(n)))
      answers.unknown.push(await timed(() => unknown(n)))
    }
    const median = (list: Answer[]) => list.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)[Math.floor(list.length / 2)]!.toFixed(1)
    console.info(`${what}: median ${median(answers.known)} ms for known, ${median(answers.unknown)} ms for unknown addresses (${ROUNDS} each)`)
    return new Set([...answers.known, ...answers.unknown].map(({ text }) => text))
  }

  /**
   * How far the medians of two lists of times lie apart, and how far those of the same times lie apart when they are dealt at random into two
   * lists, at most, in a thousand deals: what is less than that is noise, on a busy machine as on an idle one.
   */
  function gapOf(known: number[], unknown: number[]): { gap: number; noise: number } {
    const chance = chanceOf(1)
    const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
    const gaps = Array.from({ length: 1_000 }, () => {
      const dealt = [...known, ...unknown].map((time) => ({ time, at: chance() })).sort((a, b) => a.at - b.at).map(({ time }) => time)
      return Math.abs(median(dealt.slice(0, known.length)) - median(dealt.slice(known.length)))
    })
    return { gap: median(known) - median(unknown), noise: gaps.sort((a, b) => a - b).at(-1)! }
  }

  /** Wrong passwords for known addresses and for others by turns, the order of each pair by chance. */
  async function signInTimes(rounds: number): Promise<{ gap: number; noise: number }> {
    const known = await accountsWithPassword(5)
    // One caller alone may not try so often.
    jest.spyOn(api.rooms.get(Throttle), 'take').mockResolvedValue(null)
    const answers = new Set<string>()
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const chance = chanceOf(2)
    const { clock } = api.rooms
    const began = clock.now().getTime()
    for (let n = -5; n < rounds; n++) {
      clock.advance(LONGEST_WAIT)
      const pair = (['known', 'unknown'] as const).map((who) => [who, who === 'known' ? known[(n + 5) % 5]! : `${newId()}@stadt.example`] as const)
      for (const [who, email] of chance() < 0.5 ? pair : pair.reverse()) {
        const { text, milliseconds } = await timed(() => signIn(email))
        answers.add(text)
        // The first ones warm up.
        if (n >= 0) times[who].push(milliseconds)
      }
    }
    // Sessions of the other tests have not grown old meanwhile.
    clock.jump(began - clock.now().getTime())
    expect([...answers]).toEqual([expect.stringContaining('sign_in_failed')])
    const found = gapOf(times.known, times.unknown)
    console.info(`sign-in: medians ${found.gap.toFixed(2)} ms apart, noise up to ${found.noise.toFixed(2)} ms (${rounds} each)`)
    return found
  }

  const signIn = (email: string) => api.stranger().send(operations.signIn, { body: { email, password: 'falsch falsch falsch' } })
  const own = () => api.staff.session!.account.email

  async function accountsWithPassword(count: number): Promise<string[]> {
    const { transactions, get } = api.rooms
    const known: string[] = []
    for (let n = 0; n < count; n++) {
      const email = `${newId()}@stadt.example`
      const id = await transactions.run((tx) => get(Accounts).create(tx, { email, name: 'Kim', role: 'reader' }))
      await (await api.as(id)).call(operations.setPassword, { body: { password: PASSWORD, current: null } })
      known.push(email)
    }
    return known
  }

  /** So many tries that no account has to wait, each at an account of its own. */
  async function signInsCompared(): Promise<Set<string>> {
    const known = await accountsWithPassword(ROUNDS)
    return compared('sign-in', (n) => signIn(known[n]!), (n) => signIn(`niemand${n}@stadt.example`))
  }

  test('cannot be told apart at sign-in: one answer, and as much work', async () => {
    expect(await signInsCompared()).toHaveProperty('size', 1)
    verified.length = 0
    for (const email of [own(), 'ganz-niemand@stadt.example']) await signIn(email)
    expect([verified.length, new Set(verified).size]).toEqual([2, 2])
    expect(verified.map((hash) => hash.split('$').slice(0, 4).join('$'))).toEqual(Array.from({ length: 2 }, () => verified[0]!.split('$').slice(0, 4).join('$')))
  }, 60_000)

  test('cannot be told apart by how long sign-in takes', async () => {
    const { gap, noise } = await signInTimes(TIMED)
    expect(Math.abs(gap)).toBeLessThanOrEqual(noise)
  }, 240_000)

  test('would be told apart by a hash that strangers do not cost', async () => {
    await signIn('ganz-niemand@stadt.example')
    spared = verified.at(-1)!
    const { gap, noise } = await signInTimes(60).finally(() => (spared = null))
    expect(gap).toBeGreaterThan(noise)
  }, 60_000)

  test('cannot be told apart at registration: one answer of the API and one of the form', async () => {
    const { slug } = await publishEvent(api.staff)
    const origin = new URL(api.rooms.get<Config>(CONFIG).publicUrl).origin
    const byApi = (email: string) => api.stranger().send(operations.register, { params: { slug }, body: { familyName: 'Bekannt', email } })
    const byForm = async (email: string) => {
      const path = addresses.registration('de', slug)
      const { form } = await api.stranger().visitor.open(path)
      return api.stranger().visitor.raw(path, { method: 'POST', headers: { origin }, body: form.filled({ familyName: 'Bekannt', email }) })
    }
    expect((await byApi('bekannt@stadt.example')).status).toBe(202)
    expect(await compared('registration', () => byApi('bekannt@stadt.example'), (n) => byApi(`neu${n}@stadt.example`))).toHaveProperty('size', 1)
    expect(await compared('registration form', () => byForm('bekannt@stadt.example'), (n) => byForm(`anders${n}@stadt.example`))).toHaveProperty('size', 1)
  }, 60_000)

  test('would be found apart where sign-in says which it was', async () => {
    jest.spyOn(Accounts.prototype, 'signIn').mockImplementation(async (email) => (email.startsWith('niemand') ? { kind: 'refused' } : { kind: 'wait', seconds: 1 }) as never)
    expect(await signInsCompared()).toHaveProperty('size', 2)
  }, 60_000)
})
