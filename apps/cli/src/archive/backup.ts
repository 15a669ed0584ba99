import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Config, ConfigError, type DataSources, type Schema, closeDataSources, openDataSources, sqliteFile } from '@app/platform'
import { appliedMigrations, migrationsOf } from '../doctor/database-checks.js'
import { type BackupHead, type Entry, writeArchive } from './archive.js'
import { readDataFiles } from './data-files.js'
import { KEYS, readKeys } from './key-file.js'
import { readRows, tablesOf } from './table-rows.js'

export interface BackupResult {
  rows: number
  files: number
}

/** Who is signed in now must not be signed in again after a restore: the session may have been ended meanwhile. */
const LEFT_OUT = ['session']

type Place = Pick<Config, 'databaseUrl' | 'dataDir' | 'secretKeys'>

/**
 * Backs an installation up into one file, while it runs: the rows as they all were at one moment, then keys and files.
 * @throws ConfigError when the file exists, or the database is missing or of another version
 */
export async function backUp(place: Place, schema: Schema, file: string, now: Date): Promise<BackupResult> {
  if (existsSync(file)) throw new ConfigError([`${file} is there already: choose another name.`])
  if (place.databaseUrl === null && !existsSync(sqliteFile(place.dataDir))) throw new ConfigError(['There is no database in DATA_DIR: set DATA_DIR to the folder of the installation.'])
  const keys = readKeys(place)
  if (keys === null) throw new ConfigError(['There are no keys in DATA_DIR: set DATA_DIR to the folder of the installation, or SECRET_KEYS.'])
  const sources = await openDataSources(place, schema)
  try {
    const result = { rows: 0, files: 0 }
    await writeArchive(file, entries(sources, place, schema, { keys, file, now, result }))
    return result
  } finally {
    await closeDataSources(sources)
  }
}

interface Work {
  keys: string
  file: string
  now: Date
  result: BackupResult
}

async function* entries(sources: DataSources, place: Place, schema: Schema, { keys, file, now, result }: Work): AsyncGenerator<Entry> {
  const migrations = await appliedMigrations(sources.writer)
  if (migrations.join() !== migrationsOf(schema).join()) throw new ConfigError(['The database is of another version than this program: run "npm run migrate" first, or use the program of its version.'])
  const tables = tablesOf(sources, schema.entities).filter(({ tableName }) => !LEFT_OUT.includes(tableName))
  const head: BackupHead = { format: 1, product: 'dialogwerk', migrations, tables: tables.map(({ tableName }) => tableName), madeAt: now.toISOString() }
  yield { name: 'backup.json', content: Buffer.from(JSON.stringify(head, null, 1)) }
  for await (const entry of frozenRows(sources, tables, result)) yield entry
  yield { name: KEYS, content: Buffer.from(`${keys}\n`) }
  for await (const entry of readDataFiles(place.dataDir, [file, `${file}.part`].map((path) => resolve(path)))) {
    result.files++
    yield entry
  }
}

/** A transaction that only reads sees one moment on both databases: WAL gives SQLite a snapshot, REPEATABLE READ the others. */
async function* frozenRows(sources: DataSources, tables: ReturnType<typeof tablesOf>, result: BackupResult): AsyncGenerator<Entry> {
  const runner = sources.reader.createQueryRunner()
  const { dialect } = sources
  try {
    if (dialect === 'mysql') await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await runner.query(dialect === 'mysql' ? 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY' : 'BEGIN')
    for (const table of tables) {
      let part = 0
      for await (const rows of readRows(runner, table, dialect)) {
        result.rows += rows.length
        const content = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
        yield { name: `rows/${table.tableName}/${String(++part).padStart(6, '0')}`, content }
      }
    }
  } finally {
    await runner.query('ROLLBACK')
    await runner.release()
  }
}
