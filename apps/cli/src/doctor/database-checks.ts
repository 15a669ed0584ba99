import type { Config, DataSources, Schema } from '@app/platform'
import { type Finding, fault, note, ok } from './finding.js'

/** Milliseconds by which two clocks may differ before leases and deadlines suffer. */
const CLOCK_NOTE = 2_000
const CLOCK_FAULT = 20_000

/** The migrations of this program and those of the database are the same. */
export async function checkMigrations({ writer }: DataSources, config: Config, schema: Schema): Promise<Finding[]> {
  const wanted = migrationsOf(schema)
  const applied = await appliedMigrations(writer)
  const missing = wanted.filter((name) => !applied.includes(name))
  const unknown = applied.filter((name) => !wanted.includes(name))
  if (unknown.length > 0) return [fault(`migrations: the database has ${unknown.length} that this program does not know`, 'install the newer version that made them, or restore a backup of this version')]
  if (missing.length === 0) return [ok(`migrations: all ${wanted.length} applied`)]
  const said = `migrations: ${missing.length} of ${wanted.length} not applied`
  return [config.mode === 'production' ? fault(said, 'npm run migrate') : note(said, 'the next start applies them')]
}

/** Names of the migrations of this program, in the order in which they are applied. */
export function migrationsOf(schema: Schema): string[] {
  return schema.migrations.map(({ name }) => name).sort(byTime)
}

/** A migration's name ends with its instant in milliseconds, 13 digits. */
function byTime(a: string, b: string): number {
  return Number(a.slice(-13)) - Number(b.slice(-13))
}

/** Names of the migrations that a database has had, in the same order; none for an empty one. */
export async function appliedMigrations(writer: DataSources['writer']): Promise<string[]> {
  const runner = writer.createQueryRunner()
  try {
    if (!(await runner.hasTable('migration'))) return []
    const rows = (await runner.query('SELECT name FROM migration')) as { name: string }[]
    return rows.map(({ name }) => name).sort(byTime)
  } finally {
    await runner.release()
  }
}

/** MySQL/MariaDB: every letter fits, and no two spellings of an address are the same key. */
export async function checkLetters({ reader }: DataSources): Promise<Finding[]> {
  const ask = <T>(sql: string) => reader.query(sql) as Promise<T[]>
  const [database] = await ask<{ charset: string; collation: string; name: string }>(
    'SELECT default_character_set_name AS charset, default_collation_name AS collation, schema_name AS name FROM information_schema.schemata WHERE schema_name = DATABASE()',
  )
  const columns = await ask<{ name: string }>(
    "SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND collation_name <> 'utf8mb4_bin'" +
      " UNION SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_collation <> 'utf8mb4_bin'",
  )
  const [connection] = await ask<{ charset: string; collation: string }>('SELECT @@character_set_connection AS charset, @@collation_connection AS collation')
  const findings: Finding[] = []
  if (database?.charset !== 'utf8mb4' || database.collation !== 'utf8mb4_bin') {
    findings.push(fault(`letters: the database is ${database?.charset}, ${database?.collation}`, `ALTER DATABASE \`${database?.name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`))
  }
  for (const { name } of columns) findings.push(fault(`letters: table ${name} is not utf8mb4_bin throughout`, `ALTER TABLE \`${name}\` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`))
  if (connection?.charset !== 'utf8mb4' || connection.collation !== 'utf8mb4_bin') {
    findings.push(fault(`letters: the connection is ${connection?.charset}, ${connection?.collation}`, 'remove init_connect and skip-character-set-client-handshake from the server'))
  }
  return findings.length > 0 ? findings : [ok('letters: database, tables and connection are utf8mb4 with utf8mb4_bin')]
}

/** SQLite: the file is whole and every reference leads somewhere. */
export async function checkFile({ reader }: DataSources): Promise<Finding[]> {
  const [first] = (await reader.query('PRAGMA quick_check(1)')) as Record<string, string>[]
  if (first && Object.values(first)[0] !== 'ok') return [fault('database file: damaged', 'stop the server and restore the last backup')]
  const orphans = (await reader.query('PRAGMA foreign_key_check')) as unknown[]
  return [orphans.length > 0 ? fault(`database file: ${orphans.length} references lead nowhere`, 'restore the last backup') : ok('database file: whole, no reference leads nowhere')]
}

/** This machine's clock against the database's, and against what was written last. */
export async function checkClock({ reader, dialect }: DataSources, now: () => Date): Promise<Finding[]> {
  const findings: Finding[] = []
  if (dialect === 'mysql') {
    const before = now().getTime()
    const [row] = (await reader.query("SELECT DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%f') AS at")) as { at: string }[]
    const after = now().getTime()
    const apart = Math.abs(Date.parse(`${row!.at.slice(0, 23)}Z`) - (before + after) / 2)
    const said = `clock: ${apart < 1_000 ? 'less than 1 s' : `${Math.round(apart / 1_000)} s`} from that of the database`
    findings.push(apart > CLOCK_FAULT ? fault(said, 'run NTP on both machines') : apart > CLOCK_NOTE ? note(said, 'run NTP on both machines') : ok(said))
  }
  const ahead = new Date(now().getTime() + CLOCK_FAULT)
  const late = await reader.createQueryBuilder().select('COUNT(*)', 'count').from('outbox', 'o').where('o.created_at > :ahead', { ahead }).getRawOne<{ count: string }>()
  const rows = Number(late?.count ?? 0)
  if (rows > 0) findings.push(fault(`clock: ${rows} rows were written later than now`, 'this clock is slow or was set back: run NTP'))
  return findings.length > 0 ? findings : [ok('clock: nothing was written later than now')]
}
