import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MailHandlers } from '@app/mailing'
import { type Config, DATA_SOURCES, type DataSources, FixedClock, LEASE_MILLISECONDS, OutboxEntity, OutboxWorker, Settler, Transactions, closeDataSources, openDataSources } from '@app/platform'
import { openApi } from '../../apps/api/src/app.js'
import { schema } from '../../apps/assembly.js'
import { type KeptMail, readMail } from '../mailing/mail-rooms.js'
import { type SmtpSink, freePort } from '../services/index.js'
import type { TestDatabase } from '../support/databases.js'
import { type Rooms, TEST_NOW, testConfig } from '../support/rooms.js'
import type { NthCall } from './nth-call.js'

/** The whole api in this process, whose work a story does step by step. */
export interface Stage extends Rooms {
  readonly config: Config
  readonly url: string
  readonly sources: DataSources
  /** Connections beside those of the api, to judge its rows with. */
  readonly judging: DataSources
  /** Works until nothing is left to do: what fails is tried again when its time has come. @throws Error when work is left after many rounds */
  settle(): Promise<void>
  /** Mails that have arrived since the last call. */
  arrived(): Promise<Arrived[]>
}

export type Arrived = Omit<KeptMail, 'name'>

/** More rounds than one fault explains. */
const ROUNDS = 8

/**
 * @param fault counts what the product calls, and not what the stage looks up for itself
 * @param sink where mails arrive instead of files
 */
export async function openStage(database: TestDatabase, fault: NthCall, more: Partial<Config> = {}, sink: Pick<SmtpSink, 'mails' | 'clear'> | null = null): Promise<Stage> {
  const clock = new FixedClock(new Date(TEST_NOW))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const base = await testConfig(database)
  const config = { ...base, port, publicUrl: url, limits: { ...base.limits, signupsPerIp: 0, formMinSeconds: 0 }, ...more }
  const { app } = await openApi({ config, dist: config.dataDir, clock })
  await app.listen(port, '127.0.0.1')
  const isQueued = config.redisUrl !== null
  const judging = await openDataSources(config, schema)
  // The queue works by itself; elsewhere the stage does, step by step.
  if (isQueued) await app.get(OutboxWorker).start(app.get(MailHandlers))
  const [settler, handlers, transactions] = [app.get(Settler), app.get(MailHandlers), app.get(Transactions)]
  const folder = join(config.dataDir, 'mail')
  mkdirSync(folder, { recursive: true })

  const round = async () => {
    await tolerated(() => settler.leases.releaseExpired())
    const due = (await tolerated(() => settler.due(100))) ?? []
    // At the same time, as workers do: what comes together is read and written down together.
    await Promise.all(due.map((id) => tolerated(() => settler.settle(id, handlers))))
    clock.advance(1)
  }
  const left = () => fault.paused(() => transactions.read.find(OutboxEntity, { where: [{ state: 'pending' }, { state: 'running' }] }))

  return {
    config, url, clock, transactions, judging,
    sources: app.get<DataSources>(DATA_SOURCES),
    get: ((token: never) => app.get(token, { strict: false })) as Rooms['get'],
    close: async () => {
      (app.getHttpServer() as Server).closeAllConnections()
      await app.close()
      await closeDataSources(judging)
    },
    async settle() {
      if (isQueued) return untilNone(left)
      for (let rounds = 0; rounds < ROUNDS; rounds++) {
        await round()
        const rows = await left()
        if (rows.length === 0) return
        // What somebody holds is given back when it was not renewed for the time of a lease.
        const waits = rows.map(({ state, runAfter }) => (state === 'running' ? LEASE_MILLISECONDS + 1 : runAfter.getTime() - clock.now().getTime()))
        clock.advance(Math.max(1, Math.min(...waits)))
      }
      throw new Error(`work is left: ${JSON.stringify(await left())}`)
    },
    arrived: () => fault.paused(async () => {
      const raw = sink ? sink.mails.map((mail) => mail.raw) : takenFrom(folder)
      sink?.clear()
      return Promise.all(raw.map(readMail))
    }),
  }
}

/** The mails of a folder, which is empty then. */
function takenFrom(folder: string): Buffer[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml')).sort()
  const mails = names.map((name) => readFileSync(join(folder, name)))
  for (const name of names) rmSync(join(folder, name))
  return mails
}

/** @throws Error with what is left after longer than a lost job is away */
async function untilNone(left: () => Promise<unknown[]>): Promise<void> {
  const deadline = Date.now() + 120_000
  for (let rows = await left(); rows.length > 0; rows = await left()) {
    if (Date.now() > deadline) throw new Error(`work is left: ${JSON.stringify(rows)}`)
    await pause(20)
  }
}

/** A worker reports what fails and goes on. */
async function tolerated<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch {
    return null
  }
}
