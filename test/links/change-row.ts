import { join } from 'node:path'
import Database from 'libsql'
import { createConnection } from 'mysql2/promise'

/**
 * Changes one row past the product: what only time or an administrator of the database would do.
 * @throws Error when it is not exactly one
 */
export async function changeRow(place: { databaseUrl: string | null; dataDir: string }, sql: string, value: string): Promise<void> {
  const changed = place.databaseUrl === null ? onSqlite(place.dataDir, sql, value) : await onMysql(place.databaseUrl, sql, value)
  if (changed !== 1) throw new Error(`${sql} changed ${changed} rows`)
}

function onSqlite(dataDir: string, sql: string, value: string): number {
  const database = new Database(join(dataDir, 'dialogwerk.sqlite'))
  try {
    return database.prepare(sql).run(value).changes
  } finally {
    database.close()
  }
}

async function onMysql(url: string, sql: string, value: string): Promise<number> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'))
  try {
    const [result] = await connection.execute(sql, [value])
    return (result as { affectedRows: number }).affectedRows
  } finally {
    await connection.end()
  }
}
