import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../test/services/guarded-process.js'
import type { BenchDatabase } from '../databases.js'
import { CalledProcess } from '../process-calls.js'
import type { BenchServerOptions } from './bench-app.js'
import type { ServerCalls } from './calls.js'

/** The api in a process of its own on an empty database. */
export interface BenchServer extends BenchServerOptions {
  url: string
  call: CalledProcess<ServerCalls>['call']
  /** Milliseconds of CPU that the server spends on one of the `operations` of `work`. */
  cpuPer(operations: number, work: () => Promise<void>): Promise<number>
}

/** Starts a server on an empty database, hands it over, and ends it whatever happens. */
export async function* withServer<T>(database: BenchDatabase, folder: string, smtpUrl: string | null, work: (server: BenchServer) => AsyncGenerator<T>): AsyncGenerator<T> {
  yield* withServerOn({ databaseUrl: await database.empty(), dataDir: mkdtempSync(join(folder, 'data-')), smtpUrl }, work)
}

/** The same on a database that may hold something, beside other servers on it. */
export async function* withServerOn<T>(given: Omit<BenchServerOptions, 'port'>, work: (server: BenchServer) => AsyncGenerator<T>): AsyncGenerator<T> {
  const options: BenchServerOptions = { ...given, port: await freePort() }
  const child = await CalledProcess.start<ServerCalls>(new URL('main.js', import.meta.url), options)
  const call = child.call.bind(child) as BenchServer['call']
  const server: BenchServer = {
    ...options,
    url: `http://127.0.0.1:${options.port}`,
    call,
    async cpuPer(operations, measured) {
      const before = await call('cpu', null)
      await measured()
      return ((await call('cpu', null)) - before) / operations
    },
  }
  try {
    yield* work(server)
    await child.stop()
  } finally {
    await child.kill()
  }
}
