import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { createConnection } from 'mysql2/promise'
import { GuardedProcess, freePort } from '../test/services/guarded-process.js'

/** A kind of database that is measured. */
export interface BenchDatabase {
  name: 'SQLite' | 'MariaDB'
  /** An empty database: its address, or null for a file in the server's data folder. */
  empty(): Promise<string | null>
  stop(): Promise<void>
}

/** SQLite, and MariaDB where its programs are installed. */
export async function openDatabases(folder: string): Promise<BenchDatabase[]> {
  const sqlite: BenchDatabase = { name: 'SQLite', empty: async () => null, stop: async () => undefined }
  const server = findProgram('mariadbd')
  const installer = findProgram('mariadb-install-db')
  return server && installer ? [sqlite, await openMariadb(server, installer, mkdtempSync(join(folder, 'mariadb-')))] : [sqlite]
}

/** A server of our own, durable at every commit as the product needs it. */
async function openMariadb(server: string, installer: string, folder: string): Promise<BenchDatabase> {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
  const data = ['--no-defaults', ...asRoot, `--datadir=${join(folder, 'data')}`, `--tmpdir=${folder}`, '--skip-name-resolve', '--innodb-log-file-size=64M']
  await promisify(execFile)(installer, [...data, '--auth-root-authentication-method=normal', '--skip-test-db'])
  const port = await freePort()
  const running = await GuardedProcess.start(folder, [
    server, ...data, `--socket=${join(folder, 'sock')}`, `--pid-file=${join(folder, 'pid')}`, `--port=${port}`, '--bind-address=127.0.0.1', '--skip-log-bin',
    '--character-set-server=utf8mb4', '--collation-server=utf8mb4_bin', '--innodb-buffer-pool-size=256M', '--innodb-flush-log-at-trx-commit=1', '--max-connections=300',
  ], /ready for connections/)
  let count = 0
  return {
    name: 'MariaDB',
    async empty() {
      const name = `bench_${++count}`
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' })
      await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
      await connection.end()
      return `mariadb://root@127.0.0.1:${port}/${name}`
    },
    stop: () => running.stop('SIGKILL'),
  }
}

function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']
  return folders.map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
