import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'libsql'
import { createConnection } from 'mysql2/promise'

/** All rows of an installation, read past the product: what must not change when somebody only looks. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

type Ask = (sql: string) => Promise<Record<string, unknown>[]>

/** Work that is not settled yet would change rows by itself. */
const UNSETTLED = "SELECT * FROM outbox WHERE state IN ('pending', 'running')"
/** Written whenever somebody signed in is seen, or by time alone: says nothing about what the visitor under test did. */
const IGNORED = new Set(['session', 'schedule'])
/** The seal that an entry of the log gets within a minute, whatever else happens. */
const SEAL = ['chain_no', 'chain_hash']

/** Where the rows of an installation are: what the configuration calls DATABASE_URL and DATA_DIR. */
export interface TablesPlace { readonly databaseUrl: string | null; readonly dataDir: string }

/**
 * Reads every table once the outbox has nothing left to do.
 * @throws Error with the rows that are left after 15 s
 */
export async function readTables(place: TablesPlace): Promise<Tables> {
  await outboxSettled(place)
  return tablesNow(place)
}

/**
 * Resolves once the outbox has nothing left to do.
 * @throws Error with the rows that are left after so many milliseconds
 */
export async function outboxSettled(place: TablesPlace, withinMs = 15_000): Promise<void> {
  await reading(place, async (ask) => {
    const deadline = AbortSignal.timeout(withinMs)
    for (let left = await ask(UNSETTLED); left.length > 0; left = await ask(UNSETTLED)) {
      if (deadline.aborted) throw new Error(`Work that is not settled after ${withinMs / 1000} s:\n${left.map((row) => JSON.stringify(row)).join('\n')}`)
      await pause(20)
    }
  })
}

/** Reads every table as it is. */
export function tablesNow(place: TablesPlace): Promise<Tables> {
  return reading(place, async (ask) => {
    const names = (await ask(place.databaseUrl === null ? "SELECT name FROM sqlite_master WHERE type = 'table'" : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'))
      .map(({ name }) => String(name)).filter((name) => !IGNORED.has(name) && !name.startsWith('sqlite_')).sort()
    const tables: Record<string, Record<string, unknown>[]> = {}
    for (const name of names) {
      const rows = await ask(`SELECT * FROM ${place.databaseUrl === null ? `"${name}"` : `\`${name}\``}`)
      tables[name] = rows.map((row) => (name === 'audit_entry' ? withoutSeal(row) : row)).sort((a, b) => String(a.id).localeCompare(String(b.id)))
    }
    return tables
  })
}

async function reading<T>(place: TablesPlace, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { ask, close } = place.databaseUrl === null ? openSqlite(place.dataDir) : await openMysql(place.databaseUrl)
  try {
    return await work(ask)
  } finally {
    await close()
  }
}

function openSqlite(dataDir: string): { ask: Ask; close: () => Promise<void> } {
  const database = new Database(join(dataDir, 'dialogwerk.sqlite'), { readonly: true })
  return {
    ask: async (sql) => database.prepare(sql).all() as Record<string, unknown>[],
    close: async () => { database.close() },
  }
}

async function openMysql(url: string): Promise<{ ask: Ask; close: () => Promise<void> }> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'))
  return { ask: async (sql) => (await connection.query(sql))[0] as Record<string, unknown>[], close: () => connection.end() }
}

function withoutSeal(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !SEAL.includes(column)))
}
