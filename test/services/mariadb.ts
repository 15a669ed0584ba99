import { randomBytes } from 'node:crypto'
import { createDatabaseOn, executeOn } from './mariadb-statements.js'
import { sharedMariadbPort } from './run-services.js'

/** One suite's share of the run's MariaDB server. */
export interface Mariadb {
  /** Address of an empty database made for this suite: `mariadb://root@127.0.0.1:PORT/NAME`. */
  readonly url: string
  readonly port: number
  /** Makes another empty database (utf8mb4, utf8mb4_bin) and returns its address. */
  createDatabase(): Promise<string>
  /** Drops all databases made through this share; the server stays for the other suites. */
  stop(): Promise<void>
}

/**
 * An empty database on the MariaDB server that all suites of a run share: the first call of a run takes about 2 s, the others
 * some milliseconds. A test that kills the server starts its own: MariadbServer.start().
 */
export async function startMariadb(): Promise<Mariadb> {
  const port = await sharedMariadbPort()
  const names: string[] = []
  const createDatabase = async () => {
    const name = `suite_${randomBytes(6).toString('hex')}`
    names.push(name)
    return createDatabaseOn(port, name)
  }
  const stop = async () => {
    for (const name of names.splice(0)) await executeOn(port, `DROP DATABASE IF EXISTS ${name}`)
  }
  return { url: await createDatabase(), port, createDatabase, stop }
}
