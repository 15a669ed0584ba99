import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeFolder } from '../services/guarded-process.js'
import { MariadbServer, type Redis, type SmtpSink, freePort, startMariadb, startRedis, startSmtpSink } from '../services/index.js'
import { type Environment, InstallationProcess } from './installation-process.js'
import { type Tables, readTables } from './installation-tables.js'
import { type Mailbox, directoryMailbox, sinkMailbox } from './mailbox.js'

export interface InstallationOptions {
  /** Load the demo; off unless asked for. */
  demo?: boolean
  /** How many workers of its own production has. */
  workers?: number
  /** Gives production a MariaDB server of its own, which a test may kill; with more options of the server if it needs them. */
  ownDatabase?: boolean | readonly string[]
  /** More variables, or other values for those set here: `LIMIT_SIGNUPS_PER_IP` … */
  environment?: Environment
}

/** What a production installation stands on; a test may take each of them away. */
export interface Services {
  /** Only with `ownDatabase`: the server that all suites share stays. */
  readonly database: MariadbServer | null
  readonly redis: Redis
  readonly sink: SmtpSink
}

/** The built product as it runs somewhere: real processes, seen from outside only. */
export interface Installation {
  readonly mode: 'embedded' | 'production'
  /** PUBLIC_URL, without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** Where its rows are when they are not in `dataDir`. */
  readonly databaseUrl: string | null
  /** SECRET_KEYS where they are not in `dataDir`. */
  readonly secretKeys: string | null
  /** The one-time link that the last start printed, or null. */
  readonly signInLink: string | null
  readonly mails: Mailbox
  /** null in the embedded mode, which stands on nothing. */
  readonly services: Services | null
  readonly api: InstallationProcess
  readonly workers: readonly InstallationProcess[]
  /** Every row of the database, once no work is left. */
  tables(): Promise<Tables>
  /** Ends the api and starts it again on the same data and port. */
  restart(): Promise<void>
  /** Ends the api, or the worker with this number, like a power cut and starts it again; resolves when it runs. */
  crash(which: 'api' | number): Promise<void>
  /** Ends everything as an operator does. @throws Error when a process does not end with exit code 0 */
  stop(): Promise<void>
  /** Ends everything at once and removes its data. */
  kill(): Promise<void>
}

/** Environment of an api with nothing beside it, on a free port. Forms are not timed: a test fills them at once. */
export async function embeddedEnvironment(folder: string, more: Environment = {}): Promise<Environment & { PORT: string }> {
  return { PORT: String(await freePort()), DATA_DIR: join(folder, 'data'), DEMO: '0', FORM_MIN_SECONDS: '0', ...more }
}

/** One process, SQLite, mails as files. */
export async function startEmbedded(options: InstallationOptions = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'dw-embedded-'))
  const environment = await embeddedEnvironment(folder, { DEMO: options.demo ? '1' : '0', ...options.environment })
  const mails = directoryMailbox(join(environment.DATA_DIR!, 'mail'))
  return run({ mode: 'embedded', folder, environment, mails, services: null, workers: 0, release: async () => mails.close() })
}

/** MariaDB, Redis, a mail server, one api and two workers, all of them real; the database is migrated by the command line. */
export async function startProduction(options: InstallationOptions = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'dw-production-'))
  const [database, redis, sink, port] = await Promise.all([options.ownDatabase ? ownDatabase(options.ownDatabase === true ? [] : options.ownDatabase) : sharedDatabase(), startRedis(), startSmtpSink(), freePort()])
  const environment = {
    PORT: String(port), DATA_DIR: join(folder, 'data'), PUBLIC_URL: `http://127.0.0.1:${port}`, FORM_MIN_SECONDS: '0',
    DATABASE_URL: database.url, REDIS_URL: redis.url, SMTP_URL: sink.url, MAIL_FROM: 'Dialogteam <einladung@dialog.example>',
    SECRET_KEYS: `1:${randomBytes(32).toString('base64')}`, ...options.environment,
  }
  const release = async () => {
    await Promise.all([database.stop(), redis.stop(), sink.stop()])
  }
  const migration = InstallationProcess.start('cli', folder, environment, ['migrate'])
  if ((await migration.exit()) !== 0) throw new Error(`migrate failed:\n${migration.output}`)
  const services = { database: database.server, redis, sink }
  return run({ mode: 'production', folder, environment, mails: sinkMailbox(sink), services, workers: options.workers ?? 2, release })
}

interface PlacedDatabase {
  url: string
  server: MariadbServer | null
  stop(): Promise<void>
}

async function sharedDatabase(): Promise<PlacedDatabase> {
  const { url, stop } = await startMariadb()
  return { url, server: null, stop }
}

async function ownDatabase(settings: readonly string[]): Promise<PlacedDatabase> {
  const server = await MariadbServer.start(settings)
  return { url: await server.createDatabase('dialogwerk'), server, stop: () => server.stop() }
}

interface Plan {
  mode: Installation['mode']
  folder: string
  environment: Environment
  mails: Mailbox
  services: Services | null
  workers: number
  release(): Promise<void>
}

async function run({ mode, folder, environment, mails, services, workers: count, release }: Plan): Promise<Installation> {
  const startApi = async () => {
    const started = InstallationProcess.start('api', folder, environment)
    await started.printed(/Stop with Ctrl-C/)
    return started
  }
  const startWorker = () => InstallationProcess.start('worker', folder, environment)
  const workers = Array.from({ length: count }, startWorker)
  const end = async (how: (running: InstallationProcess) => Promise<number | null>) => {
    const codes = await Promise.all([...workers, installation.api].map(how))
    await release()
    removeFolder(folder)
    return codes
  }
  const installation = {
    mode,
    url: environment.PUBLIC_URL ?? `http://127.0.0.1:${environment.PORT}`,
    dataDir: environment.DATA_DIR!,
    databaseUrl: environment.DATABASE_URL ?? null,
    secretKeys: environment.SECRET_KEYS ?? null,
    mails,
    services,
    workers,
    api: await startApi(),
    get signInLink() {
      return /Sign in\s+(\S+)/.exec(this.api.output)?.[1] ?? null
    },
    tables: () => readTables({ databaseUrl: environment.DATABASE_URL ?? null, dataDir: environment.DATA_DIR! }),
    async restart() {
      const code = await this.api.stop()
      if (code !== 0) throw new Error(`The api ended with ${code}:\n${this.api.output}`)
      this.api = await startApi()
    },
    async crash(which: 'api' | number) {
      await (which === 'api' ? this.api : workers[which]!).kill()
      if (which === 'api') this.api = await startApi()
      else await (workers[which] = startWorker()).printed(/worker runs/)
    },
    async stop() {
      const codes = await end((running) => running.stop())
      const output = [this.api, ...workers].map((running) => running.output).join('\n')
      if (codes.some((code) => code !== 0)) throw new Error(`Ended with ${codes.join(', ')}:\n${output}`)
    },
    async kill() {
      await end((running) => running.kill())
    },
  }
  await Promise.all(workers.map((worker) => worker.printed(/worker runs/)))
  return installation
}
