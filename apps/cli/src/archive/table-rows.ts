import type { EntityMetadata, QueryRunner } from 'typeorm'
import type { DataSources } from '@app/platform'

/** Values as both databases take them: instants as `2026-11-25 09:00:00.000` in UTC, days as `2026-11-25`, flags as 0 and 1. */
export type Row = Record<string, string | number | null>

const ROWS_AT_A_TIME = 2_000

/** Tables in the order of the schema: each stands behind those it points at. */
export function tablesOf(sources: DataSources, entities: readonly (new () => object)[]): EntityMetadata[] {
  return entities.map((entity) => sources.writer.getMetadata(entity))
}

/** All rows of a table in the order of their keys, some thousand at a time; `runner` holds the transaction that freezes what is read. */
export async function* readRows(runner: QueryRunner, table: EntityMetadata, dialect: DataSources['dialect']): AsyncGenerator<Row[]> {
  const quoted = quoterFor(dialect)
  const columns = table.columns.map((column) => {
    const name = quoted(column.databaseName)
    if (dialect === 'sqlite') return name
    // The driver would make a Date in its own zone of these; as text they are what is stored.
    if (column.type === 'datetime') return `LEFT(DATE_FORMAT(${name}, '%Y-%m-%d %H:%i:%s.%f'), 23) AS ${name}`
    return column.type === 'date' ? `DATE_FORMAT(${name}, '%Y-%m-%d') AS ${name}` : name
  })
  const sql = `SELECT ${columns.join(', ')} FROM ${quoted(table.tableName)} WHERE ${quoted('id')} > ? ORDER BY ${quoted('id')} LIMIT ${ROWS_AT_A_TIME}`
  for (let after = ''; ; ) {
    const rows = (await runner.query(sql, [after])) as Row[]
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_A_TIME) return
    after = String(rows.at(-1)!.id)
  }
}

/** Writes rows as they were read. @throws Error for a name that no table or column of ours can have */
export async function writeRows(runner: QueryRunner, table: string, rows: readonly Row[], dialect: DataSources['dialect']): Promise<void> {
  const quoted = quoterFor(dialect)
  const names = Object.keys(rows[0] ?? {})
  if (![table, ...names].every((name) => /^[a-z][a-z0-9_]{0,62}$/.test(name))) throw new Error('The backup names a table or column that cannot be.')
  // Fewer than the 32,766 values of one SQLite statement.
  const batch = Math.max(1, Math.min(500, Math.floor(10_000 / Math.max(1, names.length))))
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    const marks = some.map(() => `(${names.map(() => '?').join(',')})`).join(',')
    await runner.query(`INSERT INTO ${quoted(table)} (${names.map(quoted).join(',')}) VALUES ${marks}`, some.flatMap((row) => names.map((name) => row[name] ?? null)))
  }
}

function quoterFor(dialect: DataSources['dialect']): (name: string) => string {
  return dialect === 'sqlite' ? (name) => `"${name}"` : (name) => `\`${name}\``
}
