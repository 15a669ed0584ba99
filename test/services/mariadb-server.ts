import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { GuardedProcess, freePort, removeFolder } from './guarded-process.js'
import { createDatabaseOn } from './mariadb-statements.js'
import { programOf } from './requirements.js'

/** A MariaDB server of our own with an empty data folder, apart from any that the machine runs. */
export class MariadbServer {
  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly settings: readonly string[],
    private process: GuardedProcess,
  ) {}

  /**
   * Creates the data folder and starts the server: about 2 s. Root needs no password.
   * @param settings more options of the server, `--innodb-file-per-table=OFF` …
   */
  static async start(settings: readonly string[] = []): Promise<MariadbServer> {
    const folder = mkdtempSync(join(tmpdir(), 'dw-mariadb-'))
    try {
      await promisify(execFile)(programOf('mariadb', 'mariadb-install-db'), [
        '--no-defaults', ...asRoot(), `--datadir=${join(folder, 'data')}`, `--tmpdir=${folder}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve',
        '--innodb-log-file-size=16M', ...settings,
      ])
      const port = await freePort()
      return new MariadbServer(folder, port, settings, await launch(folder, port, settings))
    } catch (error) {
      removeFolder(folder)
      throw error
    }
  }

  /** Address of a database of this server; without a name the server itself. */
  url(database = ''): string {
    return `mariadb://root@127.0.0.1:${this.port}/${database}`
  }

  /** Makes an empty database as the product asks for it and returns its address. */
  createDatabase(name: string): Promise<string> {
    return createDatabaseOn(this.port, name)
  }

  get socket(): string {
    return socketIn(this.folder)
  }

  get pid(): number {
    return this.process.pid
  }

  /** Ends the server like a power cut; the data folder stays for restart(). */
  async kill(): Promise<void> {
    await this.process.stop('SIGKILL')
  }

  /** Starts the server again on the same data and port after kill(), with other options if given. */
  async restart(settings = this.settings): Promise<void> {
    this.process = await launch(this.folder, this.port, settings)
  }

  /** Freezes the server until goOn(): it takes connections and says nothing. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP')
  }

  goOn(): void {
    process.kill(this.pid, 'SIGCONT')
  }

  /** Ends the server and removes its data. */
  async stop(): Promise<void> {
    await this.process.stop('SIGKILL')
    removeFolder(this.folder)
  }
}

function launch(folder: string, port: number, settings: readonly string[]): Promise<GuardedProcess> {
  return GuardedProcess.start(folder, [
    programOf('mariadb', 'mariadbd'), '--no-defaults', ...asRoot(),
    // A server that starts clears its tmpdir of #sql files, also those of a server that runs: each has its own.
    `--datadir=${join(folder, 'data')}`, `--tmpdir=${folder}`, `--socket=${socketIn(folder)}`, `--pid-file=${join(folder, 'pid')}`,
    `--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve', '--skip-log-bin',
    '--character-set-server=utf8mb4', '--collation-server=utf8mb4_bin',
    '--innodb-buffer-pool-size=64M', '--innodb-log-file-size=16M', '--performance-schema=OFF', '--max-connections=300', ...settings,
  ], /ready for connections/)
}

function socketIn(folder: string): string {
  return join(folder, 'sock')
}

/** The server refuses to run as root unless told so. */
function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : []
}
