import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type EventDetail, type EventSent, type ParticipantRow, ProblemDetails, addresses, operations } from '@app/contracts'
import { freePort } from '../services/index.js'
import { changeRow } from '../links/change-row.js'
import { CLIENT_ID, CLIENT_SECRET, TestIdentityProvider } from '../support/identity-provider.js'
import { type Installation, type InstallationOptions } from '../support/installation.js'
import { type Letter } from '../support/mailbox.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import type { VisitorPage } from '../support/visitor-page.js'
import { jsonText } from './notation.js'

/** An answer as it came, kept so that every one can be looked at afterwards. */
export interface Seen {
  readonly what: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly milliseconds: number
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Loopback address to come from: another caller for the limits. */
  from?: string
}

export const PASSWORD = 'Ein langes Passwort für Mainz'
const DAY = 86_400_000
/** A day far enough ahead, counted from today. */
export const dayAhead = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** The built product with one open event and somebody signed in, on which bad inputs are played. */
export class Stage {
  readonly seen: Seen[] = []
  staff!: Staff
  event!: EventDetail
  organisationId!: string

  private constructor(readonly installation: Installation, readonly provider: TestIdentityProvider) {}

  static async open(start: (options: InstallationOptions) => Promise<Installation>): Promise<Stage> {
    const PORT = String(await freePort())
    const PUBLIC_URL = `http://127.0.0.1:${PORT}`
    const provider = await TestIdentityProvider.start(PUBLIC_URL)
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET }
    const stage = new Stage(await start({ environment: { PORT, PUBLIC_URL, LIMIT_SIGNUPS_PER_IP: '0', LOG_LEVEL: 'trace', ...oidc } }), provider)
    stage.staff = await Staff.byLink(stage.installation)
    await stage.staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
    const host = { imprint: 'Landesbüro, Mainz', privacy: 'Verantwortlich ist das Landesbüro.', accessibility: 'Barrierefrei.', senderName: 'Dialogteam' }
    stage.organisationId = (await stage.staff.call(operations.createOrganisation, { body: { name: 'Landesbüro für Integration', host } })).id
    stage.event = await stage.openEvent()
    return stage
  }

  get url(): string {
    return this.installation.url
  }

  visitor(): Visitor {
    return new Visitor(this.url)
  }

  /** What every event of the stage has; a case sets its own values over it. */
  eventFacts(more: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      format: 'zukunftsdialog', title: 'Teilhabe vor Ort', days: [{ date: dayAhead(60), startsAt: '11:00', endsAt: '18:00' }], capacity: 5000,
      venue: { name: 'Schloss', city: 'Mainz' }, hosts: [{ organisationId: this.organisationId, role: 'veranstalter' }], ...more,
    }
  }

  /** A published event that takes registrations. */
  async openEvent(more: Record<string, unknown> = {}): Promise<EventDetail> {
    const { id } = await this.staff.call(operations.createEvent, { body: this.eventFacts(more) as unknown as EventSent })
    return this.staff.call(operations.moveEvent, { params: { id }, body: { verb: 'publish' } })
  }

  /** One request with exactly these headers; the answer is kept. */
  async ask(path: string, { method = 'GET', headers = {}, body, from }: Ask = {}): Promise<Seen> {
    const started = performance.now()
    const seen = await new Promise<Seen>((resolve, reject) => {
      const sent = request(this.url, { path, method, headers, agent: false, ...(from ? { localAddress: from } : {}) }, (answer) => {
        buffer(answer).then((content) => resolve({
          what: `${method} ${path.slice(0, 200)}`, status: answer.statusCode ?? 0, headers: answer.headers, text: content.toString('utf8'), milliseconds: performance.now() - started,
        }), reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
    this.seen.push(seen)
    return seen
  }

  get registrations(): string {
    return `/api/v1/events/${this.event.slug}/registrations`
  }

  register(body: unknown, path = this.registrations): Promise<Seen> {
    return this.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: jsonText(body) })
  }

  /** A call of staff with a body that the contract would not let us write. */
  asStaff(method: string, path: string, body?: unknown): Promise<Seen> {
    const cookie = [...this.staff.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'x-csrf-token': this.staff.session!.csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    return this.ask(path, { method, headers, ...(body === undefined ? {} : { body: jsonText(body) }) })
  }

  /** Sends the registration form as a browser does, with these fields over empty ones. */
  async sendForm(fields: Record<string, string>, slug = this.event.slug): Promise<Seen> {
    const { form } = await this.visitor().open(addresses.registration('de', slug))
    const body = form.filled({})
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return this.ask(new URL(form.action).pathname, { method: 'POST', headers: { origin: this.url, 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString() })
  }

  confirmLink(letter: Letter): string {
    return /http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0]
  }

  personalLink(letter: Letter): string {
    return /http\S+\/t\/[\w.-]+(?=\s)/.exec(letter.text)![0]
  }

  /** Registers by API and confirms by the mailed link. */
  async admit(body: Record<string, unknown>, mailbox: string): Promise<{ asked: Letter; placed: Letter; page: VisitorPage }> {
    const answer = await this.register(body)
    if (answer.status !== 202) throw new Error(`not taken: ${answer.status} ${answer.text}`)
    const asked = await this.installation.mails.waitFor(mailbox, /^Bitte bestätigen/)
    const page = await this.visitor().send(await this.visitor().open(this.confirmLink(asked)))
    return { asked, placed: await this.installation.mails.waitFor(mailbox, /^Platz bestätigt/), page }
  }

  /** The person as staff sees it. */
  async rowOf(email: string): Promise<ParticipantRow> {
    const params = { id: this.event.id }
    for (let after: string | null = ''; after !== null;) {
      const page: { items: ParticipantRow[]; next: string | null } = await this.staff.call(operations.listParticipants, { params, query: { limit: 200, ...(after ? { after } : {}) } })
      const found = page.items.find((row) => row.email === email)
      if (found) return found
      after = page.next
    }
    throw new Error(`Nobody on the list has the address ${email}`)
  }

  /** The lines of both exports for one person, read by readers that are not the writers: by heading. */
  async exportsOf(email: string): Promise<{ csv: Record<string, string>; xlsx: Record<string, string>; rows: number }> {
    const sent = { params: { id: this.event.id }, query: { columns: 'all' as const } }
    const [csvFile, xlsxFile] = await Promise.all([this.staff.download(operations.attendanceCsv, sent), this.staff.download(operations.attendanceXlsx, sent)])
    const csv = Papa.parse<Record<string, string>>(csvFile.content.toString('utf8').replace(/^\uFEFF/, ''), { header: true, delimiter: ';', skipEmptyLines: true })
    if (csv.errors.length > 0) throw new Error(`The CSV cannot be read: ${JSON.stringify(csv.errors)}`)
    const [head = [], ...body] = (await readXlsx(xlsxFile.content)).map((row) => row.map((cell) => String(cell ?? '')))
    const xlsx = body.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])))
    if (xlsx.length !== csv.data.length) throw new Error(`${csv.data.length} lines of CSV, ${xlsx.length} rows of XLSX`)
    return { csv: csv.data.find((row) => row['E-Mail'] === email)!, xlsx: xlsx.find((row) => row['E-Mail'] === email)!, rows: csv.data.length }
  }

  /** Changes a row past the product: what only time would do otherwise. */
  async change(sql: string, value: string): Promise<void> {
    await this.installation.tables()
    await changeRow(this.installation, sql, value)
  }

  /** Lets something be refused and shows that it left no trace. */
  async withoutTrace<T>(work: () => Promise<T>): Promise<T> {
    const before = await this.installation.tables()
    const result = await work()
    expect(await this.installation.tables()).toEqual(before)
    return result
  }
}

/** The refusal of an API: a 4xx problem document that does not repeat what was sent. */
export function problemIn(answer: Seen, sent?: unknown): ProblemDetails {
  expect([answer.what, answer.status >= 400 && answer.status < 500, answer.headers['content-type']]).toEqual([answer.what, true, 'application/problem+json; charset=utf-8'])
  const problem = ProblemDetails.parse(JSON.parse(answer.text))
  expect(problem.status).toBe(answer.status)
  expect(problem.detail).toMatch(/^[A-ZÄÖÜ„\d].*[.!?]$/s)
  if (typeof sent === 'string' && sent.trim().length > 3) expect(answer.text).not.toContain(sent)
  return problem
}
