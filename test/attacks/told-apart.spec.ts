import { addresses, operations } from '@app/contracts'
import { CONFIG, type Config, newId } from '@app/platform'
import { Accounts } from '@app/staff'
import { onSqlite } from '../support/databases.js'
import { publishEvent } from '../support/staff-event.js'
import { type TestApi, openTestApi } from '../support/test-api.js'

const verified: string[] = []
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2')
  return { ...real, verify: (hash: string, password: string) => (verified.push(hash), real.verify(hash, password)) }
})

const PASSWORD = 'Ein langes Passwort für Mainz'
const ROUNDS = 4

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

  const signIn = (email: string) => api.stranger().send(operations.signIn, { body: { email, password: 'falsch falsch falsch' } })
  const own = () => api.staff.session!.account.email

  /** So many tries that no account has to wait, each at an account of its own. */
  async function signInsCompared(): Promise<Set<string>> {
    const { transactions, get } = api.rooms
    const known: string[] = []
    for (let n = 0; n < ROUNDS; n++) {
      const email = `${newId()}@stadt.example`
      const id = await transactions.run((tx) => get(Accounts).create(tx, { email, name: 'Kim', role: 'reader' }))
      await (await api.as(id)).call(operations.setPassword, { body: { password: PASSWORD, current: null } })
      known.push(email)
    }
    return compared('sign-in', (n) => signIn(known[n]!), (n) => signIn(`niemand${n}@stadt.example`))
  }

  test('cannot be told apart at sign-in: one answer, and as much work', async () => {
    expect(await signInsCompared()).toHaveProperty('size', 1)
    verified.length = 0
    for (const email of [own(), 'ganz-niemand@stadt.example']) await signIn(email)
    expect([verified.length, new Set(verified).size]).toEqual([2, 2])
    expect(verified.map((hash) => hash.split('$').slice(0, 4).join('$'))).toEqual(Array.from({ length: 2 }, () => verified[0]!.split('$').slice(0, 4).join('$')))
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
