import { randomBytes } from 'node:crypto'
import { createConnection } from 'mysql2/promise'
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
    await execute(port, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
    names.push(name)
    return `mariadb://root@127.0.0.1:${port}/${name}`
  }
  const stop = async () => {
    for (const name of names.splice(0)) await execute(port, `DROP DATABASE IF EXISTS ${name}`)
  }
  return { url: await createDatabase(), port, createDatabase, stop }
}

async function execute(port: number, statement: string): Promise<void> {
  const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' })
  try {
    await connection.query(statement)
  } finally {
    await connection.end()
  }
}
