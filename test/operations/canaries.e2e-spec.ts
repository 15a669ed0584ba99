import { Redis } from 'ioredis'
import { type EventDetail, addresses, operations } from '@app/contracts'
import { type Redis as RedisServer, describeWith, freePort, startRedis } from '../services/index.js'
import { type Installation, startProduction } from '../support/installation.js'
import type { Letter } from '../support/mailbox.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'

const TOKEN = 'a-token-for-the-tests-alone'
/** What no log, no figure and no Redis may ever hold. Unusual enough to be found by chance nowhere. */
const CANARIES = {
  givenName: 'Quirzelind', familyName: 'Wybrantowicz-Żółwik', email: 'kanari.vogel@xenotopia.example', organisation: 'Amt für Zwiebelkunde', office: 'Obergeheimrätin',
  phone: '+49 30 98712365', title: 'Dr. canar.',
}
/** What belongs to special categories, and may stand in the database sealed only. */
const SPECIAL = { 'answers.allergie': 'Schnurzelpilzunverträglichkeit', needsDetail: 'Blindenhund Kasimir-Knorrig' }
const SPECIAL_PARTS = ['Schnurzelpilz', 'Blindenhund', 'Kasimir-Knorrig']
const PARTS = [
  ...SPECIAL_PARTS, 'Quirzelind', 'Wybrantowicz', 'Żółwik', 'Zolwik', 'zolwik', 'kanari.vogel', 'xenotopia', 'Zwiebelkunde', 'Obergeheimrätin', '98712365', 'canar.']

/** A text in the ways in which it may be written down. */
const spellings = (text: string) => [
  text, text.toLowerCase(), text.toUpperCase(), encodeURIComponent(text), JSON.stringify(text).slice(1, -1),
  text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  // Three shifts of base64, without the ends that depend on neighbours.
  ...[0, 1, 2].map((shift) => Buffer.from(' '.repeat(shift) + text).toString('base64').slice(shift === 0 ? 0 : 4, -4)).filter((part) => part.length >= 8),
]

const foundIn = (place: string, secrets: readonly string[]) => secrets.filter((secret) => spellings(secret).some((spelling) => place.includes(spelling)))

/** Everything that lies in Redis, keys and values of every type. */
async function contentOf(redis: Redis): Promise<string> {
  const lines: string[] = []
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key)
    const value = type === 'string' ? await redis.get(key) : type === 'hash' ? await redis.hgetall(key) : type === 'list' ? await redis.lrange(key, 0, -1)
      : type === 'set' ? await redis.smembers(key) : type === 'zset' ? await redis.zrange(key, '0', '-1') : await redis.xrange(key, '-', '+')
    lines.push(`${key} ${JSON.stringify(value)}`)
  }
  return lines.join('\n')
}

describe('the search for canaries', () => {
  it.each([
    ['as it is', 'x Quirzelind y'], ['in an address', `/x?q=${encodeURIComponent('Żółwik')}`], ['escaped in JSON', '{"a":"\\u017b\\u00f3\\u0142wik"}'],
    ['in base64', Buffer.from('name: Obergeheimrätin, more').toString('base64')], ['in capitals', 'XENOTOPIA'],
  ])('finds one %s', (_how, text) => {
    expect(foundIn(text, PARTS)).toHaveLength(1)
  })
})

describeWith(['mariadb', 'redis'], 'a person who registers, confirms, changes, writes nonsense and withdraws, with LOG_LEVEL=debug', () => {
  let server: RedisServer
  let redis: Redis
  let monitor: Redis
  let installation: Installation
  let staff: Staff
  let event: EventDetail
  let workerPort: number
  const spoken: string[] = []
  const tokens: string[] = []
  const visitor = () => new Visitor(installation.url)
  const link = (letter: Letter, pattern: RegExp) => {
    const [found = ''] = pattern.exec(letter.text) ?? []
    tokens.push(/\/t\/([\w.-]+)/.exec(found)![1]!)
    return found
  }
  const metrics = async (url: string, token = TOKEN) => {
    const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    return { status: answer.status, text: await answer.text() }
  }

  beforeAll(async () => {
    [server, workerPort] = await Promise.all([startRedis(), freePort()])
    redis = new Redis(server.url)
    // What passes through Redis counts as well as what stays there.
    monitor = await redis.monitor()
    monitor.on('monitor', (_time: string, args: string[]) => { spoken.push(args.join(' ')) })
    installation = await startProduction({ workers: 1, environment: { REDIS_URL: server.url, LOG_LEVEL: 'debug', METRICS_TOKEN: TOKEN, METRICS_PORT: String(workerPort) } })
    staff = await Staff.byLink(installation)
    const organisation = await staff.call(operations.createOrganisation, {
      body: { name: 'Landesbüro', city: 'Mainz', host: { imprint: 'Landesbüro, Mainz', privacy: 'Verantwortlich ist das Landesbüro.', accessibility: 'Barrierefrei.', senderName: 'Team' } },
    })
    const date = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
    event = await staff.call(operations.createEvent, {
      body: {
        format: 'zukunftsdialog', title: 'Teilhabe', capacity: 5, hosts: [{ organisationId: organisation.id, role: 'veranstalter' }],
        days: [{ date, startsAt: '11:00', endsAt: '18:00' }], venue: { name: 'Schloss', city: 'Mainz', land: 'DE-RP' },
      },
    })
    await staff.call(operations.saveQuestions, {
      params: { id: event.id }, body: { expectedRevision: 0, questions: [{ key: 'allergie', kind: 'text', label: 'Was vertragen Sie nicht?', special: true }], needs: [{ kind: 'assistance' }] },
    })
    event = await staff.call(operations.moveEvent, { params: { id: event.id }, body: { verb: 'publish' } })
  }, 90_000)
  afterAll(async () => {
    await installation?.kill()
    monitor?.disconnect()
    redis?.disconnect()
    await server?.stop()
  })

  it('does all of it, and every letter names the person', async () => {
    const form = await visitor().open(addresses.registration('de', event.slug))
    await visitor().send(form, { ...CANARIES, ...SPECIAL, email: 'kanari.vogel@xenotopia', phone: 'Obergeheimrätin' })
    expect((await visitor().send(form, { ...CANARIES, ...SPECIAL, needs: ['assistance'], specialConsent: 'yes' })).status).toBe(200)
    const confirmed = await visitor().send(await visitor().open(link(await installation.mails.waitFor(CANARIES.email, /^Bitte bestätigen/), /http\S+\/t\/\S+\/bestaetigen/)))
    expect(confirmed.status).toBe(200)
    const letter = await installation.mails.waitFor(CANARIES.email, /^Platz bestätigt/)
    expect(letter.text).toContain('Wybrantowicz')
    const page = await visitor().open(link(letter, /http\S+\/t\/[\w.-]+(?=\s)/))
    await visitor().send(page, { organisation: 'Amt für Zwiebelkunde II' }, /Angaben speichern/)
    expect(foundIn(page.html, SPECIAL_PARTS)).toEqual(SPECIAL_PARTS)
    await visitor().send(page, { needsDetail: `${SPECIAL.needsDetail}, groß` }, /Antworten speichern/)
    // The same address again, by the API, then in a request that no route takes, a broken body and a search.
    const json = (body: string) => visitor().raw(`/api/v1/events/${event.slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect((await json(JSON.stringify(CANARIES))).status).toBe(202)
    expect((await json(`{"familyName": "${CANARIES.familyName}`)).status).toBe(400)
    expect((await json(JSON.stringify({ ...CANARIES, [CANARIES.givenName]: 1 }))).status).toBe(422)
    await visitor().raw(`/${encodeURIComponent(CANARIES.familyName)}?q=${CANARIES.email}`)
    await staff.call(operations.listParticipants, { params: { id: event.id }, query: { q: 'zolwik' } })
    await staff.download(operations.attendanceCsv, { params: { id: event.id }, query: { q: CANARIES.email, columns: 'all' } })
    for (const read of [operations.countNeeds, operations.readQuestions]) expect(foundIn(JSON.stringify(await staff.call(read, { params: { id: event.id } })), SPECIAL_PARTS)).toEqual([])
    expect(foundIn((await staff.download(operations.attendanceCsv, { params: { id: event.id }, query: { columns: 'all' } })).content.toString(), PARTS).length).toBeGreaterThan(3)
    await expect(Staff.byPassword(installation.url, CANARIES.email, CANARIES.familyName)).rejects.toThrow('sign_in_failed')
    const ask = await visitor().follow(page, /abmelden|zurückziehen|absagen/i)
    await visitor().send(ask)
    await installation.mails.waitFor(CANARIES.email, /^Abgesagt/)
    const rows = JSON.stringify(await installation.tables())
    expect(foundIn(rows, ['Quirzelind', 'kanari.vogel', 'Zwiebelkunde'])).toHaveLength(3)
    // Neither in any column of any table, nor in a letter to anybody, nor in what staff without that role can fetch.
    const fetched = await staff.download(operations.attendanceCsv, { params: { id: event.id }, query: { columns: 'all' } })
    const log = await staff.download(operations.auditCsv, { query: {} })
    const letters = (await installation.mails.all()).map(({ text, html, calendar }) => `${text} ${html} ${calendar?.raw ?? ''}`)
    for (const place of [rows, fetched.content.toString(), log.content.toString(), ...letters]) expect(foundIn(place, SPECIAL_PARTS)).toEqual([])
  }, 90_000)

  it('leaves no trace in the logs, which have the routes', () => {
    const logs = [installation.api, ...installation.workers].map(({ output }) => output).join('\n')
    expect(logs).toMatch(/"level":20,.*"route":"\/t\/:token/)
    expect(tokens.length).toBeGreaterThanOrEqual(2)
    expect(foundIn(logs, [...PARTS, ...tokens])).toEqual([])
  })

  it('leaves no trace in Redis, and none in what passed through it', async () => {
    const content = await contentOf(redis)
    expect(content).toContain('throttle-')
    expect(spoken.join('\n')).toContain('row-')
    expect(foundIn(content, [...PARTS, ...tokens])).toEqual([])
    expect(foundIn(spoken.join('\n'), [...PARTS, ...tokens])).toEqual([])
  })

  it('leaves numbers in the metrics and nothing else', async () => {
    const { status, text } = await metrics(installation.url)
    expect(status).toBe(200)
    expect(text).toContain('dialogwerk_participations{answer="withdrawn",place="none"} 1\n')
    expect(text).toContain('dialogwerk_outbox_rows{kind="participation.unconfirmed",state="done"} 1\n')
    expect(text).toMatch(/^dialogwerk_http_requests_total\{method="POST",route="\/t\/:token[^"]*",status="303"\} \d+$/m)
    expect(text).toMatch(/^dialogwerk_event_loop_lag_seconds\{at="p99"\} [\d.e-]+$/m)
    expect(text).toMatch(/^dialogwerk_database_up 1$/m)
    expect(text).toMatch(/^dialogwerk_outbox_oldest_due_seconds 0$/m)
    expect(foundIn(text, [...PARTS, ...tokens])).toEqual([])
    const broken = text.trimEnd().split('\n').filter((line) => !/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? -?[\d.e+-]+)$/.test(line))
    expect(broken).toEqual([])
    const worker = await metrics(`http://127.0.0.1:${workerPort}`)
    expect(worker.text).toContain('process_resident_memory_bytes ')
    // Two processes must not count the same row.
    expect(worker.text).not.toContain('dialogwerk_outbox_rows')
  })

  it('tells figures to whoever has the token and nobody else', async () => {
    for (const url of [installation.url, `http://127.0.0.1:${workerPort}`]) {
      expect((await metrics(url, 'another token')).status).toBe(401)
      expect((await fetch(`${url}/metrics`)).status).toBe(401)
    }
    expect((await fetch(`http://127.0.0.1:${workerPort}/`)).status).toBe(404)
  })
})
