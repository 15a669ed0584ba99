import { type Config, ConfigError, type DataSources, type Schema, closeDataSources, openDataSources } from '@app/platform'
import { appliedMigrations } from '../doctor/database-checks.js'
import { type BackupHead, readArchive, verifyArchive } from './archive.js'
import { writeDataFile } from './data-files.js'
import { KEYS, assertKeysFit, writeKeys } from './key-file.js'
import { type Row, writeRows } from './table-rows.js'

export interface RestoreResult {
  rows: number
  files: number
  madeAt: string
}

type Place = Pick<Config, 'databaseUrl' | 'dataDir' | 'secretKeys'>

/**
 * Puts a backup into an empty installation, on either database. All rows come in one transaction: what fails leaves the database empty.
 * A backup of an earlier version is restored with the schema it had and then brought to this version.
 * @throws ConfigError when the file is damaged or of a newer version, the database not empty, or the keys others
 */
export async function restoreBackup(place: Place, schema: Schema, file: string): Promise<RestoreResult> {
  const head = await verifyArchive(file)
  const then = schemaOf(head, schema)
  for await (const { name, content } of readArchive(file)) if (name === KEYS) assertKeysFit(place, content.toString('utf8').trim(), file)
  const result = { rows: 0, files: 0, madeAt: head.madeAt }
  const sources = await openDataSources(place, then)
  try {
    await prepare(sources, head, schema)
    await fill(sources, place, head, file, result)
  } finally {
    await closeDataSources(sources)
  }
  await bringUp(place, schema)
  return result
}

/** The schema with the migrations that the backup had; all of them must be ours. */
function schemaOf(head: BackupHead, schema: Schema): Schema {
  const known = schema.migrations.map(({ name }) => name)
  if (!head.migrations.every((name) => known.includes(name))) throw new ConfigError(['This backup was made by a newer version: install that version first.'])
  return { ...schema, migrations: schema.migrations.filter(({ name }) => head.migrations.includes(name)) }
}

async function prepare({ writer }: DataSources, head: BackupHead, schema: Schema): Promise<void> {
  const applied = await appliedMigrations(writer)
  if (applied.length > 0) {
    for (const entity of schema.entities) {
      const table = writer.getMetadata(entity).tableName
      const runner = writer.createQueryRunner()
      const exists = await runner.hasTable(table)
      const rows = exists ? ((await runner.query(`SELECT 1 AS one FROM ${writer.driver.escape(table)} LIMIT 1`)) as unknown[]) : []
      await runner.release()
      if (rows.length > 0) throw new ConfigError(['The database is not empty: a backup is restored into an empty one only. Create a new database, or move DATA_DIR away.'])
    }
    if (applied.join() !== head.migrations.join()) throw new ConfigError(['The database has tables of another version than the backup: drop and create it, then repeat.'])
  }
  await writer.runMigrations({ transaction: 'each' })
}

/** Past the door for writes, on purpose: rows go in as they were, nobody else is there, and no hook may add to them. */
async function fill({ writer, dialect }: DataSources, place: Place, head: BackupHead, file: string, result: RestoreResult): Promise<void> {
  const runner = writer.createQueryRunner()
  // Rows point at others of their own table, which may come later.
  if (dialect === 'mysql') await runner.query('SET FOREIGN_KEY_CHECKS = 0')
  await runner.startTransaction()
  try {
    if (dialect === 'sqlite') await runner.query('PRAGMA defer_foreign_keys = ON')
    let keys: string | null = null
    for await (const entry of readArchive(file)) {
      const [, table] = /^rows\/([^/]+)\/\d+$/.exec(entry.name) ?? []
      if (table !== undefined) {
        if (!head.tables.includes(table)) throw new ConfigError(['The backup holds rows of a table that it does not name: it was tampered with.'])
        const rows = entry.content.toString('utf8').trimEnd().split('\n').map((text) => JSON.parse(text) as Row)
        await writeRows(runner, table, rows, dialect)
        result.rows += rows.length
      } else if (entry.name === KEYS) keys = entry.content.toString('utf8').trim()
      else if (writeDataFile(place.dataDir, entry)) result.files++
    }
    if (keys !== null) writeKeys(place, keys)
    await runner.commitTransaction()
  } catch (error) {
    await runner.rollbackTransaction()
    throw error
  } finally {
    if (dialect === 'mysql') await runner.query('SET FOREIGN_KEY_CHECKS = 1')
    await runner.release()
  }
}

async function bringUp(place: Place, schema: Schema): Promise<void> {
  const sources = await openDataSources(place, schema)
  try {
    await sources.writer.runMigrations({ transaction: 'each' })
  } finally {
    await closeDataSources(sources)
  }
}
