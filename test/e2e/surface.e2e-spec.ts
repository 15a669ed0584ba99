import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EventList, type Operation, ProblemDetails, type SeriesList, addresses, operations } from '@app/contracts'
import { type Installation, startEmbedded } from '../support/installation.js'
import { refusalOf } from '../support/installation-refusal.js'
import { plainRequest } from '../support/plain-request.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'

const SIGN_UPS = 40
const UNKNOWN = '01900000-0000-7000-8000-000000000000'

/** The outward surface, kept stable and seen from outside: addresses, answers, headers. */
describe('the surface of an installation with the demo', () => {
  let installation: Installation
  let slug: string
  let pages: string[]
  const visitor = () => new Visitor(installation.url)
  const json = async <T>(path: string) => (await visitor().raw(path)).json() as Promise<T>
  const post = (path: string, body: string, type = 'application/json', more: Record<string, string> = {}) =>
    visitor().raw(path, { method: 'POST', headers: { 'content-type': type, ...more }, body })
  const registrations = () => `/api/v1/events/${slug}/registrations`

  beforeAll(async () => {
    installation = await startEmbedded({ demo: true, environment: { LIMIT_SIGNUPS_PER_IP: String(SIGN_UPS) } })
    const events = (await json<EventList>('/api/v1/events')).items
    const series = (await json<SeriesList>('/api/v1/series')).items
    slug = events.find(({ registration }) => registration.open && registration.places.free !== 0)!.slug
    pages = (['de', 'en'] as const).flatMap((language) => [
      addresses.home(language), ...events.map((event) => addresses.event(language, event.slug)), ...series.map((one) => addresses.series(language, one.slug)),
      addresses.registration(language, slug), addresses.registrationSent(language, slug),
    ])
  }, 120_000)
  afterAll(() => installation?.kill())

  it('prints where everything is', () => {
    const { output } = installation.api
    for (const line of ['embedded', 'with demo data', `${installation.url}/`, `${installation.url}/console`, installation.signInLink!, `${installation.url}/postfach`, `${installation.dataDir}/mail`]) {
      expect(output).toContain(line)
    }
  })

  it('leads from the root to the German pages', async () => {
    const root = await visitor().raw('/')
    expect([root.status, root.headers.get('location')]).toEqual([302, '/de'])
  })

  it('answers on every public page, with a strict policy, no cookie and nothing inline', async () => {
    expect(pages.length).toBeGreaterThan(20)
    const legal = new Set<string>()
    for (const path of pages) {
      const page = await visitor().open(path)
      expect([path, page.status, page.headers.get('set-cookie'), page.headers.get('x-powered-by')]).toEqual([path, 200, null, null])
      assertSafe(path, page.headers, page.html)
      expect(page.title).not.toBe('')
      for (const { href } of page.links) if (/\/(gastgeber|hosts)\//.test(href)) legal.add(href)
    }
    expect(legal.size).toBeGreaterThan(2)
    for (const address of legal) {
      const page = await visitor().open(address)
      expect([address, page.status]).toEqual([address, 200])
      assertSafe(address, page.headers, page.html)
    }
  }, 60_000)

  it('has no dead link on any public page', async () => {
    const seen = new Set<string>()
    for (const path of pages) for (const { href } of (await visitor().open(path)).links) if (href.startsWith(installation.url)) seen.add(href.replace(/#.*/, ''))
    for (const href of seen) expect([href, (await visitor().open(href)).status]).toEqual([href, 200])
  }, 60_000)

  it('says on a page of its own what does not exist, in the language of the address', async () => {
    for (const [path, heading] of [['/de/veranstaltungen/gibt-es-nicht', /nicht/], ['/en/events/no-such-thing', /not/i], ['/t/unsinn', /nicht/], ['/t/AAAAAAAAAAAAAAAAAAAAAA.BBBB/bestaetigen', /nicht/], ['/unsinn', /nicht/]] as const) {
      const page = await visitor().open(path)
      expect([path, page.status]).toEqual([path, 404])
      expect(page.heading).toMatch(heading)
      assertSafe(path, page.headers, page.html)
    }
    expect((await visitor().open('/anmelden/AAAAAAAAAAAAAAAAAAAAAA.BBBB')).forms).toEqual([])
  })

  it('serves stylesheets and fonts for ever under an address that changes with them', async () => {
    const { html } = await visitor().open('/de')
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(html)![1]!
    const sheet = await visitor().raw(href)
    expect([sheet.status, sheet.headers.get('content-type'), sheet.headers.get('cache-control')]).toEqual([200, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'])
    expect((await visitor().raw('/assets/none.css')).status).toBe(404)
    expect((await visitor().raw('/assets/..%2f..%2fapps%2fapi%2fsrc%2fmain.js')).status).toBeGreaterThanOrEqual(400)
  })

  it('revalidates public pages by their ETag', async () => {
    const first = await plainRequest(`${installation.url}/de`)
    const second = await plainRequest(`${installation.url}/de`, { headers: { 'if-none-match': String(first.headers.etag) } })
    expect([first.headers['cache-control'], second.status, second.text]).toEqual(['no-cache', 304, ''])
  })

  it('tells load balancers that it lives and is ready', async () => {
    expect(await json('/health/live')).toEqual({ status: 'live' })
    expect(await json('/health/ready')).toEqual({ status: 'ready' })
  })

  it('describes every operation in OpenAPI, with every reference resolved', async () => {
    const answer = await visitor().raw('/api/openapi.json')
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    const text = await answer.text()
    const document = JSON.parse(text) as { openapi: string; paths: Record<string, Record<string, { operationId: string; responses: object; parameters: { name: string; in: string }[] }>> }
    expect(document.openapi).toMatch(/^3\.1/)
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`))
    expect(described.sort()).toEqual(Object.entries(operations).map(([id, { method, path }]) => `${id}: ${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort())
    for (const [, reference] of text.matchAll(/"\$ref":"#([^"]*)"/g)) {
      const target = reference!.split('/').slice(1).reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], document)
      expect([reference, typeof target]).toEqual([reference, 'object'])
    }
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name).sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort())
      }
    }
  })

  describe('refusals as problem+json', () => {
    const person = { givenName: 'Ada', familyName: 'Muster', email: 'ada@stadt.example' }
    const problem = async (answer: Response) => {
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const text = await answer.text()
      expect(text).not.toMatch(/\bat .*\(.*:\d+:\d+\)|node_modules|SELECT |zod/i)
      const document = ProblemDetails.strict().parse(JSON.parse(text))
      expect([document.status, document.type]).toEqual([answer.status, `urn:dialogwerk:problem:${document.code}`])
      return document
    }

    it.each([
      ['an unknown field', { ...person, nickname: 'x' }, '/nickname', 'field.unknown_field'],
      ['a wrong type', { ...person, email: 5 }, '/email', 'field.text'],
      ['a missing address', { familyName: 'Muster' }, '/email', 'field.required'],
      ['no name', { email: 'ada@stadt.example' }, '/familyName', 'field.name_missing'],
      ['a choice that is none', { ...person, land: 'DE-XX' }, '/land', 'field.choice'],
      ['an entry of a list', { ...person, consents: ['photo', 'everything'] }, '/consents/1', 'field.choice'],
      ['a name that is too long', { ...person, familyName: 'ä'.repeat(201) }, '/familyName', 'field.too_long'],
      ['an address without an end', { ...person, email: 'ada@stadt' }, '/email', 'field.email_no_domain_ending'],
    ])('point at the field: %s', async (_name, body, pointer, code) => {
      const refusal = await problem(await post(registrations(), JSON.stringify(body)))
      expect(refusal).toMatchObject({ status: 422, code: 'invalid' })
      expect(refusal.errors).toContainEqual({ pointer, code, detail: expect.stringMatching(/\.$/) })
    })

    it.each([
      ['broken JSON', '{"email":', 'application/json', 400, 'bad_request'],
      ['a body that is no object', '[]', 'application/json', 422, 'invalid'],
      ['text', JSON.stringify({}), 'text/plain', 415, 'unsupported_media_type'],
      ['a form', 'email=a%40b.example', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
      ['70 kB', JSON.stringify({ familyName: 'x'.repeat(70_000) }), 'application/json', 413, 'too_large'],
      ['200 nested lists', `{"consents":${'['.repeat(200)}${']'.repeat(200)}}`, 'application/json', 422, 'invalid'],
    ] as const)('name what came: %s', async (_name, body, type, status, code) => {
      expect(await problem(await post(registrations(), body, type))).toMatchObject({ status, code })
    })

    it('hold for what does not exist, for staff without a session and for a wrong method', async () => {
      expect(await problem(await post('/api/v1/events/gibt-es-nicht/registrations', JSON.stringify(person)))).toMatchObject({ code: 'not_found' })
      expect(await problem(await visitor().raw('/api/v1/events/gibt-es-nicht'))).toMatchObject({ code: 'not_found' })
      expect(await problem(await visitor().raw('/api/v1/nothing'))).toMatchObject({ code: 'not_found' })
      expect((await problem(await visitor().raw('/api/v1/series', { method: 'DELETE' }))).status).toBeGreaterThanOrEqual(404)
    })

    it('speak the language that the caller prefers', async () => {
      const [german, english] = await Promise.all(['de', 'en-GB,en'].map(async (language) => problem(await post(registrations(), '{}', 'application/json', { 'accept-language': language }))))
      expect(german!.title).toBe('Angaben stimmen nicht')
      expect(english!.title).not.toBe(german!.title)
      expect(english!.errors!.map(({ pointer }) => pointer)).toEqual(german!.errors!.map(({ pointer }) => pointer))
    })

    it('keep everybody out of what belongs to staff', async () => {
      for (const operation of Object.values(operations) as Operation[]) {
        if (operation.access === 'public') continue
        const path = operation.path.replace(/:\w+/g, UNKNOWN)
        const init: RequestInit = operation.method === 'GET' ? {} : { method: operation.method, headers: { 'content-type': 'application/json' }, body: '{}' }
        expect([path, (await problem(await visitor().raw(path, init))).code]).toEqual([path, 'not_signed_in'])
      }
    })

    it('keep foreign pages from acting for staff, and unknown ids apart from wrong ones', async () => {
      const staff = await Staff.byLink(installation)
      for (const operation of Object.values(operations) as Operation[]) {
        if (operation.access === 'public' || operation.method === 'GET') continue
        const path = operation.path.replace(/:\w+/g, UNKNOWN)
        const answer = await staff.visitor.raw(path, { method: operation.method, headers: { 'content-type': 'application/json', 'x-csrf-token': 'wrong' }, body: '{}' })
        expect([path, (await problem(answer)).code]).toEqual([path, 'cross_site'])
      }
      for (const id of [UNKNOWN, 'no-id', "1' OR '1'='1"]) {
        expect(await staff.refused(operations.readStaffEvent, { params: { id } })).toMatchObject({ status: 404 })
        expect(await staff.refused(operations.listParticipants, { params: { id }, query: {} })).toMatchObject({ status: 404 })
        expect(await staff.refused(operations.updateEvent, { params: { id }, body: { title: 'Neu' } })).toMatchObject({ status: 404 })
        expect(await staff.refused(operations.moveEvent, { params: { id }, body: { verb: 'close' } })).toMatchObject({ status: 404 })
        expect(await staff.refused(operations.addParticipant, { params: { id }, body: { familyName: 'Neu', email: null } })).toMatchObject({ status: 404 })
        expect(await staff.refused(operations.attendanceCsv, { params: { id }, query: {} })).toMatchObject({ status: 404 })
      }
    })
  })

  it('takes forms from its own pages alone', async () => {
    const page = await visitor().open(addresses.registration('de', slug))
    const body = page.form.filled({ familyName: 'Muster', email: 'fremd@fremd.example' })
    const send = async (headers: Record<string, string>) => (await visitor().raw(page.form.action, { method: 'POST', headers, body })).status
    expect(await send({ origin: 'https://evil.example' })).toBe(403)
    expect(await send({})).toBe(403)
    expect(await send({ origin: 'null' })).toBe(403)
    expect(await send({ origin: installation.url, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await send({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(303)
    await installation.mails.waitFor('fremd@fremd.example', /./)
  })

  it('gives a robot the answer of a person and writes nothing', async () => {
    const page = await visitor().open(addresses.registration('de', slug))
    const trap = page.form.fields.find(({ label }) => /leer/.test(label ?? ''))!
    const before = await installation.tables()
    const answer = await visitor().send(page, { familyName: 'Robot', email: 'robot@robot.example', [trap.name]: 'https://spam.example' })
    expect(answer.url).toBe(installation.url + addresses.registrationSent('de', slug))
    expect(await installation.tables()).toEqual(before)
  })

  it('shows a form again with what was typed and what is wrong, escaped', async () => {
    const page = await visitor().open(addresses.registration('de', slug))
    const again = await visitor().send(page, { givenName: '<b>"Ada"</b>', familyName: '', email: 'ada@', consents: ['photo'] })
    expect(again.status).toBe(422)
    expect(again.title).toMatch(/^Fehler: /)
    const filled = again.form.filled({})
    expect([filled.get('givenName'), filled.get('email'), filled.getAll('consents')]).toEqual(['<b>"Ada"</b>', 'ada@', ['photo']])
    expect(again.html).not.toContain('<b>"Ada')
    expect(again.html).toMatch(/<input[^>]*id="f-email"[^>]*aria-invalid="true"/)
    expect(again.links.filter(({ href }) => href.includes('#')).map(({ text }) => text).join(' ')).toMatch(/E-Mail-Adresse/)
  })

  it('keeps the built-in mailbox to this machine', async () => {
    const list = await visitor().open('/postfach')
    expect([list.status, list.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const letter = await visitor().follow(list, /Teilnahme|Anmeldung|Platz|bestätigen/i)
    expect([letter.status, letter.url]).toEqual([200, expect.stringMatching(/\/postfach\/.+\.eml$/)])
    const file = await visitor().raw(`${letter.url}/datei`)
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual(['message/rfc822', expect.stringMatching(/^attachment/)])
    const port = new URL(installation.url).port
    const status = async (headers: Record<string, string>) => (await plainRequest(`${installation.url}/postfach`, { headers })).status
    expect(await status({ host: `localhost:${port}` })).toBe(200)
    expect(await status({ host: 'dialog.example.org' })).toBe(404)
    expect(await status({ host: `127.0.0.1.evil.example:${port}` })).toBe(404)
    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via']) expect([header, await status({ host: `127.0.0.1:${port}`, [header]: '127.0.0.1' })]).toEqual([header, 404])
    for (const name of ['..%2fsecret.keys', 'x.eml', encodeURIComponent('../../data/secret.keys')]) expect([name, (await visitor().raw(`/postfach/${name}`)).status]).toEqual([name, 404])
  })

  it('changes nothing by GET or HEAD, whatever is opened', async () => {
    const before = await installation.tables()
    const links = new Set(['/', '/console', '/postfach', '/health/ready', '/api/openapi.json', '/api/v1/series', '/api/v1/events', `/api/v1/events/${slug}`, registrations(), ...pages])
    for (const { href } of (await visitor().open('/postfach')).links) if (href.endsWith('.eml')) links.add(href)
    const letters = await Promise.all([...links].filter((link) => link.endsWith('.eml')).map((link) => visitor().open(link)))
    for (const [link] of letters.flatMap(({ text }) => [...text.matchAll(/http\S+\/t\/[\w.-]+(\/bestaetigen)?/g)])) for (const end of ['', '/abmelden', '/termin.ics']) links.add(link + (link.endsWith('/bestaetigen') ? '' : end))
    expect([...links].filter((link) => link.includes('/t/')).length).toBeGreaterThan(0)
    for (const link of links) for (const method of ['HEAD', 'GET']) await (await visitor().raw(link, { method })).arrayBuffer()
    expect(await installation.tables()).toEqual(before)
  }, 60_000)

  it('never meets real mail: its database refuses to start with SMTP_URL', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dw-demo-copy-'))
    cpSync(installation.dataDir, folder, { recursive: true })
    const refusal = await refusalOf(folder, { DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Team <einladung@dialog.example>', DEMO: '0' })
    rmSync(folder, { recursive: true })
    expect(refusal).toMatch(/^This database holds the demo, which never sends real mail: .*\.$/)
  })

  it('prints a fresh link with every start of a demo, and the old one is over', async () => {
    const old = installation.signInLink!
    await installation.restart()
    expect(installation.signInLink).not.toBe(old)
    expect((await visitor().open(old)).forms).toEqual([])
    expect((await visitor().open(installation.signInLink!)).forms).toHaveLength(1)
    expect(installation.api.output).toContain('with demo data')
  }, 60_000)

  it('asks a caller to wait who registers people without end, whatever it says about its address', async () => {
    let status = 202
    let sent = 0
    let answer: Response
    do {
      answer = await post(registrations(), JSON.stringify({ familyName: `Person ${sent}`, email: `p${sent}@viele.example` }), 'application/json', { 'x-forwarded-for': `10.0.0.${sent}` })
      status = answer.status
      sent += 1
    } while (status === 202 && sent < 2 * SIGN_UPS)
    expect([status, sent]).toEqual([429, SIGN_UPS + 1])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('answers nobody with a fault on the way', () => {
    expect(installation.api.output).not.toMatch(/"level":(50|60)/)
  })
})

function assertSafe(path: string, headers: Headers, html: string): void {
  const policy = headers.get('content-security-policy') ?? ''
  expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")])
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  // What the policy would block must not be there: the page would look different from what was meant.
  expect(html).not.toMatch(/<style|\sstyle="|\son\w+="|<script(?![^>]*type="application\/ld\+json")/)
  expect(html).not.toMatch(/<meta name="referrer" content="no-referrer"/)
}
