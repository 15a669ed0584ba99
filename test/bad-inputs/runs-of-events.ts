import { addresses, operations } from '@app/contracts'
import type { Played, Row, Rows, Run } from './row.js'
import { dayAhead, problemIn } from './stage.js'

/** What the case says of an event, in the fields of our contract. */
function factsOf({ set, stage }: Played): Record<string, unknown> {
  const { start, end, tz, url, ...rest } = set
  return stage.eventFacts({
    ...rest,
    ...(typeof start === 'string' ? { days: daysOf(start, typeof end === 'string' ? end : null) } : {}),
    ...(tz === undefined ? {} : { timeZone: tz }),
    ...(url === undefined ? {} : { onlineUrl: url, mode: 'hybrid' }),
  })
}

/** `2027-01-10T12:00` as days of our contract; an end on another day is a second day. */
function daysOf(start: string, end: string | null): object[] {
  const [date = '', startsAt = ''] = start.split('T')
  const [lastDate = date, endsAt = null] = end?.split('T') ?? []
  return lastDate === date ? [{ date, startsAt, endsAt }] : [{ date, startsAt, endsAt: null }, { date: lastDate, startsAt: null, endsAt: null }]
}

/** Refused for a new event and for one that exists, with the field named; nothing is stored. */
const refused = (...pointers: readonly string[]): Row => ({ run: refusesEvent(...pointers) })

const refusesEvent = (...pointers: readonly string[]): Run => async (played) => {
  const { stage } = played
  const facts = factsOf(played)
  const changed = Object.fromEntries(pointers.map((pointer) => pointer.split('/')[1]!).concat('timeZone').flatMap((key) => (key in facts ? [[key, facts[key]]] : [])))
  await stage.withoutTrace(async () => {
    for (const answer of [await stage.asStaff('POST', '/api/v1/events', facts), await stage.asStaff('PATCH', `/api/v1/events/${stage.event.id}`, changed)]) {
      const problem = problemIn(answer)
      expect([problem.status, [...new Set(problem.errors?.map(({ pointer }) => pointer))]]).toEqual([422, pointers])
      for (const { detail } of problem.errors!) expect(detail).toMatch(/^[A-ZÄÖÜ„0-9].*\.$/s)
    }
  })
}

/** A time that the clock leaves out: both readings are in the sentence. */
const bothReadings: Run = async (played) => {
  await refusesEvent('/days/0/startsAt')(played)
  const problem = problemIn(await played.stage.asStaff('POST', '/api/v1/events', factsOf(played)))
  expect(problem.errors![0]!.detail).toMatch(/01:30.*03:30|03:30.*01:30/)
}

const lineBreakInTitle: Run = async ({ set, stage }) => {
  const event = await stage.openEvent({ title: set.title })
  expect(event.title).toBe('Dialog Bcc: evil@example.org')
  const answer = await stage.register({ familyName: 'Muster', email: 'x10@eingaben.example' }, `/api/v1/events/${event.slug}/registrations`)
  expect(answer.status).toBe(202)
  const letter = await stage.installation.mails.waitFor('x10@eingaben.example', /Dialog Bcc/)
  expect([letter.to, letter.parsed.headers.has('bcc')]).toEqual([['x10@eingaben.example'], false])
  expect(await stage.installation.mails.count('evil@example.org', /./)).toBe(0)
}

const markupInDescription: Run = async ({ set, stage }) => {
  const event = await stage.openEvent({ title: 'Mit Zählpixel', description: set.description })
  const page = await stage.visitor().open(event.publicPath)
  expect(page.status).toBe(200)
  expect(page.html).not.toMatch(/<iframe|<img[^>]*tracker\.test/)
  expect(page.headers.get('content-security-policy')).toMatch(/img-src 'self' data:/)
  const { placed } = await stage.admit({ familyName: 'Muster', email: 's06@eingaben.example' }, 's06@eingaben.example')
  expect(placed.html).not.toMatch(/<iframe|tracker\.test/)
}

const markupInEasyLanguage: Run = async ({ set, stage }) => {
  const { slug } = await stage.openEvent({ title: 'Leicht gesagt', easyLanguage: set.easyLanguage })
  const page = await stage.visitor().open(addresses.eventEasy('de', slug))
  expect([page.status, page.html.includes('&lt;iframe')]).toEqual([200, true])
  expect(page.html).not.toMatch(/<iframe|<img/)
}

/** Nobody is thrown out: the capacity stays, and the answer says how many places are given. */
const belowTaken: Run = async ({ set, stage }) => {
  const event = await stage.openEvent({ title: 'Verkleinert', capacity: 2 })
  const params = { id: event.id }
  for (const n of [1, 2, 3]) await stage.staff.call(operations.addParticipant, { params, body: { familyName: `Platz${n}`, email: `q09-${n}@eingaben.example` } })
  const counts = async () => (await stage.staff.call(operations.readStaffEvent, { params })).counts
  const before = await counts()
  const answer = await stage.asStaff('PATCH', `/api/v1/events/${event.id}`, { capacity: set.capacity })
  expect(problemIn(answer)).toMatchObject({ status: 409, code: 'capacity_below_taken', errors: [{ pointer: '/capacity', detail: expect.stringContaining('2') }] })
  expect(await counts()).toEqual(before)
  expect(before).toMatchObject({ confirmed: 2, waiting: 1 })
}

/** The deadline counts when the registration arrives, not when the form was opened. */
const closed: Run = async ({ stage }) => {
  const event = await stage.openEvent({ title: 'Geschlossen' })
  const form = await stage.visitor().open(`/de/veranstaltungen/${event.slug}/anmeldung`)
  await stage.staff.call(operations.moveEvent, { params: { id: event.id }, body: { verb: 'close' } })
  await stage.withoutTrace(async () => {
    expect(problemIn(await stage.register({ familyName: 'Spät', email: 'd09@eingaben.example' }, `/api/v1/events/${event.slug}/registrations`))).toMatchObject({ status: 409, code: 'registration_closed' })
    expect((await stage.visitor().send(form, { familyName: 'Spät', email: 'd09@eingaben.example' })).status).toBe(409)
  })
  const over = await stage.openEvent({ title: 'Frist vorbei', closesOn: dayAhead(-1) })
  expect(problemIn(await stage.register({ familyName: 'Spät', email: 'd09@eingaben.example' }, `/api/v1/events/${over.slug}/registrations`))).toMatchObject({ status: 409, code: 'registration_closed' })
  // Otherwise the clockwork closes it in the middle of another case.
  await stage.staff.call(operations.moveEvent, { params: { id: over.id }, body: { verb: 'close' } })
}

const literalWildcards: Run = async ({ set, stage }) => {
  await stage.staff.call(operations.addParticipant, { params: { id: stage.event.id }, body: { familyName: 'Ohne Zeichen', email: null } })
  const found = await stage.staff.call(operations.listParticipants, { params: { id: stage.event.id }, query: { q: String(set.q) } })
  expect(found.items).toEqual([])
  expect(JSON.parse((await stage.asStaff('GET', `/api/v1/organisations?q=${encodeURIComponent(String(set.q))}`)).text)).toEqual({ items: [] })
}

/** A search word of 60,000 letters does not fit into an address; one that fits is too long for the field. */
const longSearch: Run = async ({ set, stage }) => {
  for (const q of [String(set.q), String(set.q).slice(0, 8_000)]) {
    const times: number[] = []
    for (let n = 0; n < 3; n++) {
      const answer = await stage.asStaff('GET', `/api/v1/events/${stage.event.id}/participants?q=${encodeURIComponent(q)}`)
      expect(answer.status).toBe(q.length > 8_000 ? 431 : 422)
      times.push(answer.milliseconds)
    }
    expect(Math.min(...times)).toBeLessThan(200)
  }
}

export const rowsOfEvents: Rows = {
  X10: { run: lineBreakInTitle }, X15: refused('/onlineUrl'), X19: { run: literalWildcards }, X20: { run: longSearch },
  D01: refused('/days/0/date'), D02: { run: bothReadings }, D04: refused('/days/0/endsAt'), D05: refused('/days/0/date'), D06: refused('/timeZone'), D08: refused('/days/1/date'),
  D09: { run: closed },
  Q01: refused('/capacity'), Q02: refused('/capacity'), Q09: { run: belowTaken },
  S06: { run: markupInDescription },
  O10: refused('/capacity'), O11: refused('/capacity'), O12: refused('/capacity'), O13: refused('/days/0/date'), O14: refused('/days/0/date'),
  O15: refused('/easyLanguage'), O16: refused('/easyLanguage'), O17: refused('/signVideoUrl'), O18: refused('/signVideoUrl'), O19: { run: markupInEasyLanguage },
}
