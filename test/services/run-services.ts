import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { type Server, type Socket, createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { removeFolder } from './guarded-process.js'
import { MariadbServer } from './mariadb-server.js'

/** Where the workers of one Jest run find what they share. */
const addressVariable = 'TEST_RUN_SERVICES'

/**
 * The shared server ends with the run and nobody kills it before, so nothing of it need reach the disk: the tables of one suite alone
 * are two thousand syncs and a hundred files. MariadbServer.start() keeps everything as it is for those who cut the power.
 */
const WITHOUT_DISK = ['--debug-no-sync', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=OFF', '--innodb-file-per-table=OFF']

/**
 * Owner of the servers that all suites of one Jest run share. It lives in Jest's main process and starts a server when the
 * first suite asks for it, so that a run of pure tests starts none.
 */
export class RunServices {
  private mariadb: Promise<MariadbServer> | undefined

  private constructor(private readonly folder: string, private readonly server: Server) {}

  /** Opens the door at which suites ask; call before the workers start. */
  static async open(): Promise<RunServices> {
    const folder = mkdtempSync(join(tmpdir(), 'dw-run-'))
    const server = createServer()
    const services = new RunServices(folder, server)
    server.on('connection', (socket) => void services.answer(socket))
    server.listen(join(folder, 'door'))
    await once(server, 'listening')
    server.unref()
    process.env[addressVariable] = join(folder, 'door')
    return services
  }

  /** Stops what was started. */
  async close(): Promise<void> {
    this.server.close()
    const mariadb = await this.mariadb?.catch(() => undefined)
    await mariadb?.stop()
    removeFolder(this.folder)
  }

  private async answer(socket: Socket): Promise<void> {
    socket.on('error', () => undefined)
    try {
      this.mariadb ??= MariadbServer.start(WITHOUT_DISK)
      socket.end(JSON.stringify({ port: (await this.mariadb).port }))
    } catch (error) {
      socket.end(JSON.stringify({ error: String(error) }))
    }
  }
}

/**
 * Port of the run's MariaDB, started at the first call.
 * @throws when it could not start; the message holds the server's output
 */
export async function sharedMariadbPort(): Promise<number> {
  const door = process.env[addressVariable]
  if (!door) throw new Error('Start this through Jest: its global setup opens the shared services')
  const answer = JSON.parse(await text(createConnection(door))) as { port?: number; error?: string }
  if (answer.port === undefined) throw new Error(answer.error)
  return answer.port
}
