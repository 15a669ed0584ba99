import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import libsql from 'libsql'
import type { Pool } from 'mysql2'
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm'
import { readDatabaseAddress } from '../config/database-address.js'
import { NamingStrategy } from './naming-strategy.js'
import { boundSilence } from './silence.js'
import { WalSync } from './wal-sync.js'

export interface Schema {
  entities: (new () => object)[]
  migrations: (new () => MigrationInterface)[]
  /** Those of which public pages show rows: a transaction that writes one of them makes kept pages old (`Transactions`). */
  shown: (new () => object)[]
}

/** A server that is there takes a connection at once, one that is overloaded within a few seconds. */
const CONNECT_MILLISECONDS = 5_000

/** Where the rows are: one writer for transactions and one reader for all else. On SQLite the reader cannot write. */
export interface DataSources {
  writer: DataSource
  reader: DataSource
  dialect: 'sqlite' | 'mysql'
  /** Names of the tables of `Schema.shown`. */
  shown: ReadonlySet<string>
  /** What a commit on SQLite waits for before anybody is told of it; MySQL does this by itself. */
  walSync: WalSync | null
}

/**
 * Opens the database of this configuration without touching its schema.
 *
 * SQLite: two connections to one file. A reader on the writing connection would see rows of transactions that may still
 * roll back (measured), so reads outside a transaction go through a second, query-only one.
 *
 * MySQL: two pools. With one, as many transactions as there are connections would each wait for ever for one more to read with.
 *
 * @param silence milliseconds after which a MySQL server that says nothing counts as gone; without it a migration may take its time
 */
export async function openDataSources(place: { databaseUrl: string | null; dataDir: string }, schema: Schema, silence?: number): Promise<DataSources> {
  if (place.databaseUrl !== null) {
    const writer = await new DataSource(mysqlOptions(place.databaseUrl, schema, 20)).initialize()
    await readCommitted(writer)
    const reader = await new DataSource(mysqlOptions(place.databaseUrl, schema, 10)).initialize()
    if (silence !== undefined) for (const source of [writer, reader]) boundSilence(source, silence)
    return { writer, reader, dialect: 'mysql', shown: tableNames(reader, schema.shown), walSync: null }
  }
  mkdirSync(place.dataDir, { recursive: true })
  const file = sqliteFile(place.dataDir)
  // Commits are brought to the disk by WalSync, as FULL would do it. Taking the log over into the file is the one thing for which a COMMIT still waits
  // for the disk, so it comes after 16 MB of log instead of 4: many pages were written again by then, and the process stands still half as long.
  // What is deleted is written over: erased people must not go on standing in free parts of the file.
  const writer = await new DataSource(sqliteOptions(file, schema, ['journal_mode = WAL', 'secure_delete = ON', 'wal_autocheckpoint = 4000', 'synchronous = NORMAL', 'busy_timeout = 10000'])).initialize()
  const reader = await new DataSource(sqliteOptions(file, schema, ['busy_timeout = 10000', 'query_only = 1'])).initialize()
  return { writer, reader, dialect: 'sqlite', shown: tableNames(reader, schema.shown), walSync: new WalSync(`${file}-wal`) }
}

function tableNames(source: DataSource, entities: Schema['shown']): ReadonlySet<string> {
  return new Set(entities.map((entity) => source.getMetadata(entity).tableName))
}

/**
 * READ COMMITTED for every connection of a pool: behind the lock each statement sees what others committed before, and inserts take no gap
 * locks. Said once for each connection, not before each transaction.
 */
async function readCommitted(source: DataSource): Promise<void> {
  const sql = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'
  const { pool } = source.driver as unknown as { pool: Pool }
  // A connection works off what it is told in order, so this comes before its first transaction; one that cannot do it is of no use.
  pool.on('connection', (connection) => void connection.query(sql, (error) => error && connection.destroy()))
  // The one that TypeORM has opened already.
  await source.query(sql)
}

/** The one file of the database in the embedded mode; SQLite keeps `-wal` and `-shm` beside it. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'dialogwerk.sqlite')
}

export async function closeDataSources({ writer, reader, walSync }: DataSources): Promise<void> {
  await Promise.all([writer.destroy(), reader.destroy(), walSync?.close()])
}

type Tables = Pick<Schema, 'entities' | 'migrations'>

const common = (schema: Tables) => ({
  entities: schema.entities,
  migrations: schema.migrations,
  migrationsTableName: 'migration',
  namingStrategy: new NamingStrategy(),
  synchronize: false,
  logging: false,
})

function sqliteOptions(database: string, schema: Tables, pragmas: string[]): DataSourceOptions {
  return {
    ...common(schema),
    type: 'better-sqlite3',
    database,
    driver: libsql,
    prepareDatabase: (connection: { pragma(text: string): unknown }) => {
      for (const pragma of pragmas) connection.pragma(pragma)
    },
  }
}

/** What TypeORM opens a pool with. @throws Error when the address is one that `readConfig` refuses */
export function mysqlOptions(url: string, schema: Tables, poolSize: number): DataSourceOptions {
  const read = readDatabaseAddress(url)
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const { tls, ...address } = read.address
  return {
    ...common(schema),
    ...address,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    poolSize,
    // The driver checks the certificate by itself, but not whose it is.
    ...(tls === null ? {} : { ssl: { rejectUnauthorized: true, verifyIdentity: true, ...(tls.ca === null ? {} : { ca: tls.ca }) } }),
    // Where a query was sent from stands in TypeORM's error as well; mysql2 would write it down for every query that succeeds.
    extra: { enableKeepAlive: true, connectTimeout: CONNECT_MILLISECONDS, trace: false },
  }
}
