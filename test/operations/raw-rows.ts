import { join } from 'node:path'
import Database from 'libsql'
import { createConnection } from 'mysql2/promise'

export type RawRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Every row of a database read past the product, in a form in which SQLite and MariaDB can be compared. */
export async function rawRows({ databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string }): Promise<RawRows> {
  const tables: Record<string, Record<string, unknown>[]> = {}
  const take = (name: string, rows: Record<string, unknown>[]) => {
    tables[name] = rows.map((row) => ({ ...row })).sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  }
  if (databaseUrl === null) {
    const database = new Database(join(dataDir, 'dialogwerk.sqlite'), { readonly: true })
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all() as { name: string }[]
    for (const { name } of names) take(name, database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[])
    database.close()
  } else {
    const connection = await createConnection({ uri: databaseUrl.replace(/^mariadb:/, 'mysql:'), dateStrings: true })
    const [names] = await connection.query('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name')
    for (const { name } of names as { name: string }[]) take(name, (await connection.query(`SELECT * FROM \`${name}\``))[0] as Record<string, unknown>[])
    await connection.end()
  }
  return tables
}
