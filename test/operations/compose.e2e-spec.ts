import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { MariadbServer, type SmtpSink, describeWith, findProgram, freePort, programOf, startSmtpSink } from '../services/index.js'
import { GuardedProcess, removeFolder } from '../services/guarded-process.js'
import { type Environment, InstallationProcess } from '../support/installation-process.js'
import { type ComposeService, composeConfig, composeServices, root, wordsOf } from './compose-file.js'

const SECRETS = { DB_PASSWORD: 'geheim1', DB_ROOT_PASSWORD: 'geheim2', SECRET_KEYS: `1:${randomBytes(32).toString('base64')}` }
const PROGRAMS: Record<string, 'api' | 'worker' | 'cli'> = { 'dist/apps/api/src/main.js': 'api', 'dist/apps/worker/src/main.js': 'worker', 'dist/apps/cli/src/main.js': 'cli' }
const WITH_MYSQL = ['-f', 'docker-compose.yml', '-f', 'docker-compose.mysql.yml']

describeWith('docker-compose', 'the compose files', () => {
  it('are valid, alone and with MySQL', () => {
    for (const files of [[], WITH_MYSQL]) expect(composeConfig([...files, 'config', '-q'], SECRETS)).toMatchObject({ status: 0 })
  })

  it.each(Object.keys(SECRETS))('are refused without %s', (name) => {
    const { status, stderr } = composeConfig(['config', '-q'], { ...SECRETS, [name]: '' })
    expect(status).not.toBe(0)
    expect(stderr).toContain(name)
  })

  it('leave work in hand its time, and our programs no right that they do not need', () => {
    const services = composeServices([], SECRETS)
    for (const name of ['migrate', 'api', 'worker']) expect(services[name]).toMatchObject({ stop_grace_period: expect.stringMatching(/^2m/), read_only: true, cap_drop: ['ALL'] })
  })

  it('ask for health in words that Podman does not take apart', () => {
    for (const word of composeServices([], SECRETS).api!.healthcheck!.test) expect(word).not.toContain(' ')
  })

  it('give MySQL the place of MariaDB everywhere', () => {
    const services = composeServices(WITH_MYSQL, SECRETS)
    expect(services.mariadb!.image).toBe('mysql:8.4')
    for (const name of ['migrate', 'api', 'worker']) expect(services[name]!.environment!.DATABASE_URL).toMatch(/^mysql:/)
  })
})

describe('the image', () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

  it('starts the program that the build makes, not as root', () => {
    const [, command = '[]'] = /^CMD (.+)$/m.exec(dockerfile) ?? []
    expect(PROGRAMS[(JSON.parse(command) as string[])[1]!]).toBe('api')
    expect(dockerfile.lastIndexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nFROM '))
  })

  it('copies nothing from the repository that is not there', () => {
    const last = dockerfile.split(/\nFROM /).at(-1)!
    const copied = [...last.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' ')).map((path) => path.replace('/app/', ''))
    expect(copied).toEqual(['package.json', 'LICENSE', 'LICENSES', 'node_modules', 'dist'])
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
    for (const needed of ['apps', 'libs', 'scripts', 'LICENSES', 'package-lock.json', 'nest-cli.json', '.swcrc', 'tsconfig.json']) expect(ignored).not.toContain(needed)
  })
})

describeWith(['docker-compose', 'mariadb', 'redis'], 'every command line of docker-compose.yml, as plain processes', () => {
  let folder: string
  let services: Record<string, ComposeService>
  let mariadb: MariadbServer
  let redis: GuardedProcess
  let sink: SmtpSink
  let ports: { api: number; redis: number }
  const started: InstallationProcess[] = []

  /** The environment of the file with the names of the network and its ports replaced. */
  const environmentOf = (name: string): Environment => Object.fromEntries(Object.entries(services[name]!.environment ?? {}).map(([key, value]) => [key, String(value)
    .replace('@mariadb:3306/', `@127.0.0.1:${mariadb.port}/`).replace('//redis:6379', `//127.0.0.1:${ports.redis}`).replace('//mailpit:1025', `//127.0.0.1:${sink.port}`)
    .replace(/^3000$|(?<=:)3000\b/, String(ports.api))]))
  const start = (name: string, args?: readonly string[]) => {
    const [node, file = '', ...rest] = wordsOf(services[name]!)
    expect(node).toBe('node')
    const run = InstallationProcess.start(PROGRAMS[file]!, folder, { ...environmentOf(name), DATA_DIR: join(folder, 'data') }, args ?? rest)
    started.push(run)
    return run
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dw-compose-'))
    services = composeServices([], SECRETS)
    ports = { api: await freePort(), redis: await freePort() };
    [mariadb, sink, redis] = await Promise.all([
      MariadbServer.start(), startSmtpSink(),
      GuardedProcess.start(folder, [programOf('redis'), ...wordsOf(services.redis!).slice(1), '--port', String(ports.redis), '--bind', '127.0.0.1', '--dir', folder], /ready to accept connections/i),
    ])
  }, 60_000)
  afterAll(async () => {
    await Promise.all(started.map((run) => run.kill()))
    await Promise.all([mariadb?.stop(), redis?.stop(), sink?.stop()])
    removeFolder(folder)
  })

  it('has no service that this test leaves out', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'mailpit', 'mariadb', 'migrate', 'redis', 'worker'])
    // The server of the tests runs with the same options, and what the image does with its variables is done below.
    expect(wordsOf(services.mariadb!)).toEqual(['--character-set-server=utf8mb4', '--collation-server=utf8mb4_bin'])
    expect(wordsOf(services.redis!)[0]).toBe('redis-server')
  })

  it('migrates the database that the image makes', async () => {
    const { MARIADB_DATABASE, MARIADB_USER, MARIADB_PASSWORD } = services.mariadb!.environment!
    const connection = await createConnection(mariadb.url().replace(/^mariadb:/, 'mysql:'))
    await connection.query(`CREATE DATABASE \`${MARIADB_DATABASE}\``)
    await connection.query(`CREATE USER '${MARIADB_USER}'@'%' IDENTIFIED BY '${MARIADB_PASSWORD}'`)
    await connection.query(`GRANT ALL ON \`${MARIADB_DATABASE}\`.* TO '${MARIADB_USER}'@'%'`)
    await connection.end()
    const migrate = start('migrate')
    expect([await migrate.exit(), migrate.output]).toEqual([0, expect.stringMatching(/migrations applied\.\n$/)])
    for (const name of ['api', 'worker']) expect(services[name]!.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } })
  }, 60_000)

  it('runs api and worker, and the checks of health say so', async () => {
    const api = start('api')
    const worker = start('worker')
    await Promise.all([api.printed(/Dialogwerk runs: production/), worker.printed(/worker runs/)])
    const ready = await fetch(`http://127.0.0.1:${ports.api}/health/ready`)
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
    // Published is the port on which the program listens.
    const [published] = services.api!.ports!
    expect(typeof published === 'object' ? published.target : Number(/:(\d+)(\/tcp)?$/.exec(published!)![1])).toBe(Number(services.api!.environment!.PORT))
    const [kind, program, ...args] = services.api!.healthcheck!.test
    expect([kind, program]).toEqual(['CMD', 'node'])
    const check = (port: number) => spawnSync(process.execPath, args.map((arg) => arg.replace(':3000/', `:${port}/`))).status
    expect([check(ports.api), check(await freePort())]).toEqual([0, 1])
    const [, cli, ...ping] = services.redis!.healthcheck!.test
    expect(spawnSync(findProgram(cli!)!, ['-p', String(ports.redis), ...ping], { encoding: 'utf8' }).stdout.trim()).toBe('PONG')
  }, 60_000)

  it('is well in the eyes of doctor', async () => {
    const doctor = start('migrate', ['doctor'])
    expect([await doctor.exit(), doctor.output.split('\n').filter((line) => !line.startsWith('ok'))]).toEqual([0, [
      expect.stringMatching(/^note {3}PUBLIC_URL is not https/), ...(doctor.output.includes('MB free →') ? [expect.stringContaining('data folder')] : []), '0 faults, 1 notes', '',
    ]])
    for (const line of ['letters: database, tables and connection are utf8mb4', 'Redis: answers, 0 waiting', 'SMTP: answers EHLO', 'clock: less than 1 s']) expect(doctor.output).toContain(`ok     ${line}`)
    expect(doctor.output).not.toContain('geheim')
  }, 60_000)

  it('backs up and ends when it is asked to', async () => {
    const backup = start('migrate', ['backup', join(folder, 'a.backup')])
    expect([await backup.exit(), backup.output]).toEqual([0, expect.stringContaining('It holds secrets and personal data')])
    const restore = start('migrate', ['restore', join(folder, 'a.backup')])
    expect([await restore.exit(), restore.output]).toEqual([1, expect.stringMatching(/^The database is not empty/)])
    const wrong = start('migrate', ['backup'])
    expect([await wrong.exit(), wrong.output]).toEqual([1, expect.stringMatching(/^Usage: .*\n {2}migrate /)])
    for (const name of ['api', 'worker'] as const) {
      const run = started.find(({ output }) => output.includes(name === 'api' ? 'Dialogwerk runs' : 'worker runs'))!
      expect(await run.stop()).toBe(0)
    }
  }, 60_000)
})
