import { join } from 'node:path'
import Database from 'libsql'
import { type Connection, createConnection } from 'mysql2/promise'
import type { BenchServerOptions } from '../server/bench-app.js'

type Row = Record<string, unknown>
type Values = readonly (string | number | null)[]

/** One connection without anything between us and the driver. */
export interface RawSession {
  dialect: 'sqlite' | 'mysql'
  all(sql: string, values: Values): Promise<Row[]> | Row[]
  run(sql: string, values: Values): Promise<unknown> | void
  /** Changes one row and raises its `revision`. @returns the new revision, null when no row was changed */
  raise(update: { set: string; where: string }, values: Values): Promise<number | null> | number | null
  close(): Promise<void> | void
}

/** As many sessions as can do something at once: SQLite has one writer. The same durability as the product asks for. */
export async function openRawSessions({ databaseUrl, dataDir }: BenchServerOptions, inFlight: number): Promise<RawSession[]> {
  if (databaseUrl === null) return [sqliteSession(join(dataDir, 'dialogwerk.sqlite'))]
  const uri = databaseUrl.replace(/^mariadb:/, 'mysql:')
  return Promise.all(Array.from({ length: inFlight }, async () => mysqlSession(await openConnection(uri))))
}

async function openConnection(uri: string): Promise<Connection> {
  const connection = await createConnection({ uri, charset: 'utf8mb4_bin', timezone: 'Z', supportBigNumbers: true, trace: false })
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  return connection
}

function sqliteSession(file: string): RawSession {
  const database = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 10000']) database.pragma(pragma)
  const known = new Map<string, ReturnType<typeof database.prepare>>()
  const statement = (sql: string) => {
    const prepared = known.get(sql) ?? database.prepare(sql)
    known.set(sql, prepared)
    return prepared
  }
  return {
    dialect: 'sqlite',
    all: (sql, values) => statement(sql).all(...values) as Row[],
    run: (sql, values) => void statement(sql).run(...values),
    raise: ({ set, where }, values) => (statement(`${set} revision = revision + 1 ${where} RETURNING revision`).all(...values) as { revision: number }[])[0]?.revision ?? null,
    close: () => {
      database.close()
    },
  }
}

function mysqlSession(connection: Connection): RawSession {
  return {
    dialect: 'mysql',
    all: async (sql, values) => (await connection.query(sql, [...values]))[0] as Row[],
    run: (sql, values) => connection.query(sql, [...values]),
    raise: async ({ set, where }, values) => {
      const [{ affectedRows, insertId }] = (await connection.query(`${set} revision = LAST_INSERT_ID(revision + 1) ${where}`, [...values])) as unknown as [{ affectedRows: number; insertId: number }]
      return affectedRows === 0 ? null : insertId
    },
    close: () => connection.end(),
  }
}
