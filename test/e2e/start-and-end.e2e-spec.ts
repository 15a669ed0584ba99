import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addresses, operations } from '@app/contracts'
import { type SmtpSink, describeWith, startMariadb, startRedis, startSmtpSink } from '../services/index.js'
import { embeddedEnvironment } from '../support/installation.js'
import { type Environment, InstallationProcess } from '../support/installation-process.js'
import { refusalOf } from '../support/installation-refusal.js'
import { sinkMailbox } from '../support/mailbox.js'
import { plainRequest } from '../support/plain-request.js'
import { publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'

const KEYS = `1:${Buffer.alloc(32, 7).toString('base64')}`
const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Team <einladung@dialog.example>' }
const FULL = { ...MAIL, DATABASE_URL: 'mariadb://root@127.0.0.1:9/nothing', REDIS_URL: 'redis://127.0.0.1:9', PUBLIC_URL: 'https://dialog.example', SECRET_KEYS: KEYS }

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'dw-start-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const refuses = async (environment: Environment, sentence: RegExp, program?: 'api' | 'worker') => expect(await refusalOf(folder, environment, program)).toMatch(sentence)

describe('a configuration that cannot work ends the start with one sentence', () => {
  it.each<[string, Environment, RegExp]>([
    ['a database without Redis and mail', { DATABASE_URL: FULL.DATABASE_URL }, /^DATABASE_URL is set, but REDIS_URL and SMTP_URL are not.*\.$/],
    ['the demo with real mail', { ...MAIL, DEMO: '1' }, /^DEMO=1 does not go together with SMTP_URL.*Set DEMO=0 or leave out SMTP_URL\.$/],
    ['keys that are none', { SECRET_KEYS: 'secret' }, /^SECRET_KEYS must be .*\.$/],
    ['a database that is not there', FULL, /^The database cannot be reached: check DATABASE_URL .*\.$/],
  ])('%s', (_name, environment, sentence) => refuses(environment, sentence))

  it('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    try {
      await refuses({ PORT: String(port) }, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is already in use: .*PORT=.*\\.$`))
    } finally {
      server.close()
    }
  })

  it('a data folder with a file in its way', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await Promise.all([file, join(file, 'below')].map((DATA_DIR) => refuses({ DATA_DIR }, /^\S+ cannot be written: set DATA_DIR to a folder .*\.$/)))
  })

  it('a worker of its own without the services of production', () => refuses({}, /^A worker of its own needs DATABASE_URL, REDIS_URL and SMTP_URL.*\.$/, 'worker'))
})

describe('starting', () => {
  it('prints a set-up link with DEMO=0, a fresh one until a password is chosen, and none from then on', async () => {
    const environment = await embeddedEnvironment(join(folder, 'plain'))
    const url = `http://127.0.0.1:${environment.PORT}`
    const boot = async () => {
      const api = InstallationProcess.start('api', folder, environment)
      await api.printed(/Stop with Ctrl-C/)
      return { api, link: /Sign in\s+(\S+)/.exec(api.output)?.[1] ?? null }
    }
    const first = await boot()
    expect(first.api.output).toContain('then choose a password')
    expect(first.api.output).not.toContain('with demo data')
    expect(await first.api.stop()).toBe(0)
    const second = await boot()
    expect(second.link).not.toBe(first.link)
    expect((await new Visitor(url).open(first.link!)).forms).toEqual([])
    // Started twice by mistake: the one that runs, and its link, stay as they are.
    await refuses(environment, /^Port \d+ on 127\.0\.0\.1 is already in use: .*\.$/)
    const staff = await Staff.byLink({ url, signInLink: second.link })
    expect((await staff.call(operations.listStaffEvents)).items).toEqual([])
    await staff.call(operations.setPassword, { body: { password: 'genug Zeichen für alle', current: null } })
    expect(await second.api.stop('SIGINT')).toBe(0)
    const third = await boot()
    expect(third.link).toBeNull()
    expect(await third.api.stop()).toBe(0)
  }, 60_000)

  it('binds the session to https where people come by https, and shows no mailbox there', async () => {
    const environment = await embeddedEnvironment(join(folder, 'https'), { PUBLIC_URL: 'https://dialog.example/' })
    const api = InstallationProcess.start('api', folder, environment)
    const [, link = ''] = await api.printed(/Sign in\s+(\S+)/)
    await api.printed(/Stop with Ctrl-C/)
    expect(link).toMatch(/^https:\/\/dialog\.example\/anmelden\//)
    const local = (path: string) => `http://127.0.0.1:${environment.PORT}${path}`
    const page = await plainRequest(local(new URL(link).pathname))
    expect(page.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
    const fields = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, value])
    const signedIn = await plainRequest(local(new URL(link).pathname), {
      method: 'POST', headers: { origin: 'https://dialog.example', 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString(),
    })
    expect(signedIn.status).toBe(303)
    expect(signedIn.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-dialogwerk=[^;]+;(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?=.*Path=\/)(?!.*Domain)/)])
    expect((await plainRequest(local('/postfach'))).status).toBe(404)
    expect(await api.stop()).toBe(0)
  }, 60_000)
})

describe('ending in the middle of work', () => {
  let sink: SmtpSink
  beforeAll(async () => { sink = await startSmtpSink() })
  afterAll(() => sink.stop())

  it('finishes the mail that is on its way, and sends it no second time after the next start', async () => {
    const environment = await embeddedEnvironment(join(folder, 'small'), { ...MAIL, SMTP_URL: sink.url })
    mkdirSync(environment.DATA_DIR!, { recursive: true })
    const url = `http://127.0.0.1:${environment.PORT}`
    const mails = sinkMailbox(sink)
    let api = InstallationProcess.start('api', folder, environment)
    await api.printed(/Stop with Ctrl-C/)
    expect(api.output).toContain('small server')
    const { slug } = await publishEvent(await Staff.byLink({ url, signInLink: /Sign in\s+(\S+)/.exec(api.output)![1]! }))
    const register = async (email: string) => {
      const visitor = new Visitor(url)
      return (await visitor.send(await visitor.open(addresses.registration('de', slug)), { familyName: 'Muster', email })).status
    }
    // The mail server has the letter but has not said so yet: now the process is asked to end.
    sink.rules.mail = () => {
      sink.rules.mail = undefined
      process.kill(api.pid, 'SIGTERM')
      return undefined
    }
    expect(await register('erste@person.example')).toBe(200)
    expect(await api.exit()).toBe(0)
    await mails.waitFor('erste@person.example', /^Bitte bestätigen/)
    api = InstallationProcess.start('api', folder, environment)
    await api.printed(/Stop with Ctrl-C/)
    expect(await register('zweite@person.example')).toBe(200)
    await mails.waitFor('zweite@person.example', /^Bitte bestätigen/)
    expect(await mails.count('erste@person.example', /./)).toBe(1)
    expect(await api.stop()).toBe(0)
  }, 60_000)
})

describeWith(['mariadb', 'redis'], 'production', () => {
  it('asks for the migration of an empty database', async () => {
    const [mariadb, redis] = await Promise.all([startMariadb(), startRedis()])
    try {
      await refuses({ ...FULL, DATABASE_URL: mariadb.url, REDIS_URL: redis.url }, /^The database is older than this program: run "npm run migrate" once, then start again\.$/)
    } finally {
      await Promise.all([mariadb.stop(), redis.stop()])
    }
  }, 60_000)
})
