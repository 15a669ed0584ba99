import { operations } from '@app/contracts'
import { addressOf, call, connection } from './api.js'
import { NetworkError, ProblemError } from './problem.js'

const ID = '0190a0b0-0000-7000-8000-000000000001'
let requests: { address: string; init: RequestInit }[] = []
const realFetch = globalThis.fetch

function answerWith(response: () => Response | Promise<Response>): void {
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    requests.push({ address, init })
    return response()
  }) as typeof fetch
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  requests = []
  connection.csrf = 'token'
  connection.onSignedOut = () => undefined
})
afterAll(() => {
  globalThis.fetch = realFetch
})

describe('addressOf', () => {
  it('puts parameters into the path and lists with commas into the query', () => {
    expect(addressOf(operations.attendanceCsv, { id: ID }, { q: 'Öz', land: ['DE-SH', 'DE-HH'], standing: [] })).toBe(
      `/api/v1/events/${ID}/attendance.csv?q=%C3%96z&land=DE-SH%2CDE-HH`,
    )
  })
})

describe('call', () => {
  it('sends the csrf token on writes and not on reads', async () => {
    answerWith(json(200, { items: [] }))
    await call(operations.listFormats, {})
    await call(operations.setPassword, { body: { password: 'ein langes Kennwort', current: null } }).catch(() => undefined)
    expect(requests[0]!.init.headers).not.toHaveProperty('x-csrf-token')
    expect(requests[1]!.init.headers).toHaveProperty('x-csrf-token', 'token')
    expect(requests[1]!.init.credentials).toBe('same-origin')
  })

  it('answers undefined for 204', async () => {
    answerWith(() => new Response(null, { status: 204 }))
    await expect(call(operations.signOut, {})).resolves.toBeUndefined()
  })

  it('turns a problem document into a ProblemError with its sentence', async () => {
    answerWith(json(409, { type: 'about:blank', title: 'Conflict', status: 409, code: 'event.no_date', detail: 'Der Termin fehlt.' }))
    const error = await call(operations.moveEvent, { params: { id: ID }, body: { verb: 'publish' } }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ message: 'Der Termin fehlt.', code: 'event.no_date', status: 409 })
  })

  it('calls onSignedOut for 401 of a staff operation and not for a wrong password', async () => {
    let signedOut = 0
    connection.onSignedOut = () => { signedOut += 1 }
    answerWith(json(401, { type: 'about:blank', title: '', status: 401, code: 'session.none', detail: 'Bitte anmelden.' }))
    await expect(call(operations.signIn, { body: { email: 'a@b.example', password: 'x' } })).rejects.toBeInstanceOf(ProblemError)
    expect(signedOut).toBe(0)
    await expect(call(operations.listStaffEvents, {})).rejects.toBeInstanceOf(ProblemError)
    expect(signedOut).toBe(1)
  })

  it('says NetworkError when nothing answers, and when a gateway answers in its own words', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(call(operations.listFormats, {})).rejects.toBeInstanceOf(NetworkError)
    answerWith(() => new Response('<h1>502</h1>', { status: 502 }))
    await expect(call(operations.listFormats, {})).rejects.toBeInstanceOf(NetworkError)
  })
})
