import { operations } from '@app/contracts'
import { rawExchange } from './raw-exchange.js'
import type { Played, Row, Rows, Run } from './row.js'
import { type Seen, type Stage, problemIn } from './stage.js'

/** The case's body; a person's name in one field becomes ours, so that the case is refused for what it is about. */
function bodyOf({ set }: Played): string | Buffer {
  const content = set.$hex === undefined ? set.$body : Buffer.from(String(set.$hex), 'hex')
  return typeof content === 'string' ? content.replace('"name":', '"familyName":') : (content as Buffer)
}

const send = (played: Played, path = played.stage.registrations, headers: Record<string, string> = {}): Promise<Seen> =>
  played.stage.ask(path, { method: 'POST', headers: { 'content-type': String(played.set.type), ...(played.set.headers as object | undefined), ...headers }, body: bodyOf(played) })

/** Refused by the API with this status and without a trace; answered in time, the fastest of three counting. */
const refused = (status: number, ...pointers: readonly string[]): { run: Run } => ({
  run: async (played) => {
    await played.stage.withoutTrace(async () => {
      const answers = [await send(played), await send(played), await send(played)]
      for (const answer of answers) {
        const problem = problemIn(answer)
        expect([problem.status, problem.errors?.map(({ pointer }) => pointer) ?? []]).toEqual([status, pointers])
      }
      expect(Math.min(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(200)
    })
  },
})

/** Sent to every form there is, from its own site: a page says no, and nothing is stored. */
const refusedByForms: Run = async (played) => {
  const { stage } = played
  const forms = [`/de/veranstaltungen/${stage.event.slug}/anmeldung`, '/t/unsinn', '/t/unsinn/bestaetigen', '/t/unsinn/abmelden', '/anmelden/unsinn']
  await stage.withoutTrace(async () => {
    for (const path of forms) {
      const answer = await send(played, path, { origin: stage.url })
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    }
  })
}

/** The last of two equal keys counts (README): one address, one letter. */
const lastKeyCounts: Run = async (played) => {
  expect((await send(played)).status).toBe(202)
  const { mails } = played.stage.installation
  await mails.waitFor('evil@example.org', /^Bitte bestätigen/)
  expect(await mails.count('a@example.org', /./)).toBe(0)
  expect((await played.stage.rowOf('evil@example.org')).standing).toBe('unconfirmed')
}

const raw = (...statuses: readonly number[]): Row => ({
  run: async ({ set, stage }) => {
    await assertRaw(stage, String(set.$rawHead), statuses)
  },
})

async function assertRaw(stage: Stage, head: string, statuses: readonly number[]): Promise<void> {
  await stage.withoutTrace(async () => {
    const answer = await rawExchange(stage.url, head)
    expect([head.slice(0, 60), statuses.includes(answer.status), answer.status, answer.answers]).toEqual([head.slice(0, 60), true, answer.status, 1])
    expect(answer.text).not.toMatch(/\n\s+at |root:/)
  })
}

/** An address that a proxy would have to vouch for is not believed: limits count the peer, links name our own host. */
const forwarded: Run = async ({ set, stage }) => {
  const headers = Object.fromEntries(Object.entries(set).map(([name, value]) => [name.toLowerCase(), String(value)]))
  const plain = await stage.ask('/de')
  expect((await stage.ask('/de', { headers })).text).toBe(plain.text)
  expect((await stage.ask('/', { headers })).headers.location).toBe('/de')
  let tries = 0
  let status = 401
  while (status === 401 && tries < 60) {
    const body = JSON.stringify({ email: `niemand${tries}@eingaben.example`, password: 'falsch' })
    status = (await stage.ask('/api/v1/session', { method: 'POST', headers: { ...headers, 'x-forwarded-for': `1.2.3.${tries}`, 'content-type': 'application/json' }, body, from: '127.0.0.21' })).status
    tries += 1
  }
  expect([status, tries]).toEqual([429, 51])
}

/** No spelling of a path opens what belongs to staff; the spellings of the case stand for those of our own paths. */
const spellings: Run = async ({ set, stage }) => {
  const own = Object.values(operations).filter(({ access, method }) => access !== 'public' && method === 'GET').map(({ path }) => path.replace(/:\w+/g, stage.event.id))
  const spelled = own.flatMap((path) => [
    path.replace('/api/', '/api//'), path.toUpperCase().replace('/API/V1', '/api/v1'), path.replace('/v1/s', '/v1/%73').replace('/v1/e', '/v1/%65'), `${path}/`,
    path.replace('/v1/', '/v1;x/'), `${path};x`, `/${path}`, `${path}%2f`, `${path}/.`, path.replace('/v1/', '/v1/x/../'), `HEAD ${path}`, `OPTIONS ${path}`,
  ])
  for (const line of [...(set.paths as string[]), ...spelled]) {
    const [method, path] = line.startsWith('/') ? ['GET', line] : (line.split(' ') as [string, string])
    const answer = await stage.ask(path, { method })
    const isOpen = answer.status === 200 && (method !== 'OPTIONS' || answer.text.includes('{'))
    expect([line, isOpen]).toEqual([line, false])
    expect([line, answer.text.includes('Teilhabe vor Ort')]).toEqual([line, false])
  }
}

const paths: Run = async ({ set, stage }) => {
  for (const path of set.paths as string[]) {
    const answer = await stage.ask(path)
    expect([path, answer.status === 400 || answer.status === 404]).toEqual([path, true])
    expect(answer.text.length).toBeGreaterThan(0)
  }
}

const queries: Run = async ({ set, stage }) => {
  for (const query of set.queries as string[]) {
    const problem = problemIn(await stage.asStaff('GET', `/api/v1/events/${stage.event.id}/participants?${query}`))
    expect([query, [400, 422].includes(problem.status), problem.errors?.length]).toEqual([query, true, 1])
  }
}

const cookies: Run = async ({ set, stage }) => {
  for (const cookie of set.cookies as string[]) {
    expect(problemIn(await stage.ask('/api/v1/session', { headers: { cookie } })).code).toBe('not_signed_in')
    expect((await stage.ask('/de', { headers: { cookie } })).status).toBe(200)
  }
}

const heads: Run = async ({ set, stage }) => {
  for (const head of set.heads as string[]) await assertRaw(stage, head, [400, 405, 505])
}

/** Fields that come twice count as not sent. */
const fieldsTwice: Run = async (played) => {
  const { stage } = played
  await stage.withoutTrace(async () => {
    const answer = await send(played, `/de/veranstaltungen/${stage.event.slug}/anmeldung`, { origin: stage.url })
    expect(answer.status).toBe(422)
    expect(problemIn(await send(played)).status).toBe(415)
  })
}

export const rowsOfHttp: Rows = {
  H01: refused(422, ''), H02: refused(413), H04: { run: lastKeyCounts }, H05: refused(422, '/status', '/role', '/id', '/checkedIn', '/tenantId'), H07: refused(422, ''), H08: refused(400), H10: refused(415), H11: refused(415), H12: refused(415),
  H14: { run: async (played) => { await refused(413).run(played); await refusedByForms(played) } },
  H16: raw(431), H19: raw(400), H21: { run: forwarded }, H22: raw(405, 501), H23: raw(400, 404), H24: { run: spellings },
  O20: { run: refusedByForms }, O21: refused(422, '/__proto__', '/constructor'), O22: { run: paths }, O23: { run: queries }, O24: { run: cookies }, O25: refused(415), O26: { run: heads }, O28: { run: heads }, O27: { run: fieldsTwice },
}
