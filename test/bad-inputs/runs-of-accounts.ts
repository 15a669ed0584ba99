import { setTimeout as pause } from 'node:timers/promises'
import { addresses, operations } from '@app/contracts'
import { colleague, headersOf } from './colleague.js'
import type { Rows, Run } from './row.js'
import { Staff } from '../support/staff.js'
import { PASSWORD, type Seen, type Stage, problemIn } from './stage.js'

const signIn = (stage: Stage, email: string, password: string, from: string, headers: Record<string, string> = {}): Promise<Seen> =>
  stage.ask('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ email, password }), from })

/** Signs in with the right password, waiting as long as the answer asks: an account that others try at is slow, never locked. */
async function signInPatiently(stage: Stage, from: string, headers: Record<string, string> = {}): Promise<Seen> {
  for (let asked = 0; ; asked++) {
    const answer = await signIn(stage, own(stage), PASSWORD, from, headers)
    if (answer.status !== 429 || asked === 5) return answer
    await pause(Number(answer.headers['retry-after']) * 1_000)
  }
}

const own = (stage: Stage) => stage.staff.session!.account.email

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** A session that somebody fixed before is worth nothing, and signing in makes a new one. */
const fixed: Run = async ({ stage }) => {
  const cookie = 'dialogwerk=ZmVzdGdlbGVndGVTaXR6dW5nZmVzdGdlbGVndGVTaXR6dW5n'
  const first = await signInPatiently(stage, '127.0.0.31', { cookie })
  expect(first.status).toBe(200)
  const given = String(first.headers['set-cookie']).split(';')[0]!
  expect(given).not.toBe(cookie)
  expect(problemIn(await stage.ask('/api/v1/session', { headers: { cookie } })).code).toBe('not_signed_in')
  const again = await signInPatiently(stage, '127.0.0.31', { cookie: given })
  expect(String(again.headers['set-cookie']).split(';')[0]).not.toBe(given)
  const kim = await colleague(stage, 'reader')
  const before = kim.visitor.cookies.get('dialogwerk')
  await kim.call(operations.listStaffEvents)
  expect(kim.visitor.cookies.get('dialogwerk')).toBe(before)
  await stage.staff.call(operations.giveRole, { params: { id: kim.id }, body: { role: 'checkin', nodeId: undefined, land: undefined, expiresOn: undefined, reason: 'Probe' } })
  await kim.call(operations.listStaffEvents)
  expect(kim.visitor.cookies.get('dialogwerk')).not.toBe(before)
}

/** A thousand wrong passwords from one place: ten are looked at, the others wait; the right one from elsewhere still opens. */
const guessed: Run = async ({ stage }) => {
  const answers = []
  for (let n = 0; n < 1_000; n++) answers.push(await signIn(stage, own(stage), `falsch ${n}`, '127.0.0.32'))
  const looked = answers.filter(({ status }) => status === 401)
  const waiting = answers.filter(({ status }) => status === 429)
  expect([looked.length <= 10, looked.length + waiting.length]).toEqual([true, 1_000])
  for (const answer of waiting) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await signInPatiently(stage, '127.0.0.33')).status).toBe(200)
  await guessedCodes(stage)
}

/** Whoever knows the password guesses codes: few are looked at, and the right one still opens. */
async function guessedCodes(stage: Stage): Promise<void> {
  const kim = await colleague(stage, 'organiser')
  await kim.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
  const guest = await Staff.byPassword(stage.url, kim.session!.account.email, PASSWORD)
  const give = (code: string) => stage.ask(operations.giveSecondFactor.path, { method: 'POST', headers: { ...headersOf(guest), 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
  const right = kim.app!.code(1)
  const answers = []
  for (let n = 0; n < 300; n++) answers.push(await give(String(n).padStart(6, '0') === right ? '999999' : String(n).padStart(6, '0')))
  const looked = answers.filter(({ status }) => status === 422)
  const waiting = answers.filter(({ status }) => status === 429)
  expect([looked.length <= 10, looked.length + waiting.length]).toEqual([true, 300])
  await pause(Number(waiting.at(-1)!.headers['retry-after']) * 1_000)
  expect((await give(kim.app!.code(1))).status).toBe(200)
}

/** Known and unknown addresses get the same answer; the times are compared by their medians, with room for a busy machine. */
const told: Run = async ({ stage }) => {
  const rounds = 60
  const known = 'bekannt@eingaben.example'
  await stage.admit({ familyName: 'Bekannt', email: known }, known)
  const times = { known: [] as number[], unknown: [] as number[] }
  const bodies = new Set<string>()
  for (let n = 0; n < rounds; n++) {
    // Sixty tries for one address and event are allowed in ten minutes.
    const event = n % 30 === 0 ? await stage.openEvent({ title: `Aufzählung ${n}` }) : null
    if (event) path = `/api/v1/events/${event.slug}/registrations`
    if (event) expect((await stage.register({ familyName: 'Bekannt', email: known }, path)).status).toBe(202)
    for (const [kind, email] of [['known', known], ['unknown', `neu${n}@eingaben.example`]] as const) {
      const answer = await stage.register({ familyName: 'Bekannt', email }, path)
      bodies.add(`${answer.status} ${answer.text}`)
      times[kind].push(answer.milliseconds)
    }
  }
  expect([...bodies]).toHaveLength(1)
  const ratio = median(times.known) / median(times.unknown)
  // What one of them did more would show as a multiple; the letters that are sent meanwhile only blur it.
  expect([ratio > 0.25, ratio < 4]).toEqual([true, true])
  const tries = await Promise.all(['nobody@eingaben.example', own(stage)].map(async (email, n) => {
    const seen = []
    for (let round = 0; round < 12; round++) seen.push(await signIn(stage, email, 'falsch', `127.0.0.${34 + n}`))
    return seen.map(({ status, text }) => `${status} ${text}`)
  }))
  expect(tries[0]).toEqual(tries[1])
  const letters = await Promise.all(['nobody-else@eingaben.example', own(stage)].map(async (email, n) => {
    const seen = []
    for (let round = 0; round < 5; round++) seen.push(await stage.ask(operations.askReset.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email }), from: `127.0.0.${36 + n}` }))
    return seen.map(({ status, text }) => `${status} ${text}`)
  }))
  expect(letters[0]).toEqual(letters[1])
}
let path = ''

/** A filled trap gets the answer of success; nothing is stored. */
const robot: Run = async ({ stage }) => {
  const sent = addresses.registrationSent('de', stage.event.slug)
  const { form } = await stage.visitor().open(addresses.registration('de', stage.event.slug))
  const trap = form.fields.find(({ label }) => /leer/.test(label ?? ''))!
  await stage.withoutTrace(async () => {
    const answer = await stage.sendForm({ familyName: 'Robot', email: 'robot@eingaben.example', [trap.name]: 'x' })
    expect([answer.status, answer.headers.location]).toEqual([303, sent])
  })
  const person = await stage.sendForm({ familyName: 'Mensch', email: 'mensch@eingaben.example' })
  expect([person.status, person.headers.location]).toEqual([303, sent])
}

const parallel: Run = async ({ set, stage }) => {
  const email = 'r03@eingaben.example'
  const answers = await Promise.all(Array.from({ length: Number(set.parallel) }, () => stage.register({ familyName: 'Gleichzeitig', email })))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  await stage.installation.mails.waitFor(email, /^Bitte bestätigen/)
  const { participation } = await stage.installation.tables()
  expect(participation!.filter((row) => row.email === email)).toHaveLength(1)
  expect(await stage.installation.mails.count(email, /./)).toBe(1)
}

const bombed: Run = async ({ set, stage }) => {
  const email = 'opfer@eingaben.example'
  const answers = []
  for (let n = 0; n < Number(set.times); n++) answers.push(await stage.register({ familyName: 'Opfer', email }))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  for (const answer of refused) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  await stage.installation.tables()
  expect(await stage.installation.mails.count(email, /./)).toBe(1)
}

export const rowsOfAccounts: Rows = {
  L13: { run: told },
  A04: { run: fixed },
  A07: { run: guessed, without: 'codes of check-in' },
  R03: { run: parallel }, R04: { run: robot, without: 'the counter; a form sent too fast is shown again (README), because a person may be that fast' },
  R06: { run: bombed, without: 'the limit of three letters a day to one address over several events' },
}
