import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mariadb, describeWith, startMariadb } from '../services/index.js'

/** An empty database for one suite. */
export interface TestDatabase {
  dialect: 'sqlite' | 'mysql'
  /** Where it is: what `openDataSources` and the configuration ask for. The same for every call within a suite. */
  place(): Promise<{ databaseUrl: string | null; dataDir: string }>
}

/** Runs a suite once on SQLite (a file of its own) and once on a database of a real MariaDB server. */
export function onEachDatabase(name: string, suite: (database: TestDatabase) => void): void {
  onSqlite(name, suite)
  onMariadb(name, suite)
}

export function onSqlite(name: string, suite: (database: TestDatabase) => void): void {
  describe(`${name} (SQLite)`, () => {
    const folder = temporaryFolder()
    suite({ dialect: 'sqlite', place: async () => ({ databaseUrl: null, dataDir: folder() }) })
  })
}

export function onMariadb(name: string, suite: (database: TestDatabase) => void): void {
  describeWith('mariadb', `${name} (MariaDB)`, () => {
    const folder = temporaryFolder()
    let mariadb: Promise<Mariadb> | null = null
    suite({
      dialect: 'mysql',
      place: async () => {
        mariadb ??= startMariadb()
        return { databaseUrl: (await mariadb).url, dataDir: folder() }
      },
    })
    afterAll(async () => (await mariadb)?.stop())
  })
}

/** A folder that is there for the tests of the surrounding `describe` and gone afterwards. */
export function temporaryFolder(): () => string {
  let folder: string | null = null
  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true, force: true })
  })
  return () => (folder ??= mkdtempSync(join(tmpdir(), 'dw-')))
}
