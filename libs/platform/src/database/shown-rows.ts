import { AsyncLocalStorage } from 'node:async_hooks'
import type { EntityManager } from 'typeorm'
import { machineMilliseconds } from '../clock.js'
import { newId } from '../ids.js'
import { InstallationEntity } from '../installation/installation.entity.js'
import type { DataSources } from './data-sources.js'
import { SOME_TABLE, tableWrittenBy, tablesReadBy } from './statement-tables.js'

/** Name of the row in `installation` whose value is another one after every commit that wrote rows which public pages show. */
export const SHOWN_STAMP = 'shown'

/**
 * Knows from the statements themselves who writes and reads the tables that public pages show (`Schema.shown`). TypeORM tells of every
 * statement, whichever way it was made, so no write has to remember that pages are kept.
 */
export class ShownRows {
  private readonly written = new AsyncLocalStorage<Set<string>>()
  private readonly read = new AsyncLocalStorage<Set<string>>()
  private readonly tables: ReadonlySet<string>

  constructor({ writer, reader, shown }: DataSources) {
    this.tables = shown
    writer.subscribers.push({ beforeQuery: ({ query }) => this.noteWrite(query) })
    reader.subscribers.push({ beforeQuery: ({ query }) => this.noteReads(query) })
  }

  /** Runs the work of a transaction, and renews the stamp in the same transaction when it wrote what is shown. */
  async stamped<T>(db: EntityManager, work: () => Promise<T>): Promise<T> {
    const written = new Set<string>()
    const result = await this.written.run(written, work)
    if ([...written].some((table) => table === SOME_TABLE || this.tables.has(table))) await renewStamp(db)
    return result
  }

  /** Runs work that reads, and names the tables that it read of which writes leave no stamp: what is made of their rows becomes old unnoticed. */
  async watchReads<T>(work: () => Promise<T>): Promise<{ result: T; unstamped: string[] }> {
    const read = new Set<string>()
    const result = await this.read.run(read, work)
    return { result, unstamped: [...read].filter((table) => !this.tables.has(table)) }
  }

  private noteWrite(statement: string): void {
    const table = tableWrittenBy(statement)
    if (table !== null) this.written.getStore()?.add(table)
  }

  private noteReads(statement: string): void {
    const read = this.read.getStore()
    if (read) for (const table of tablesReadBy(statement)) read.add(table)
  }
}

/**
 * The last statement before the commit, so that two transactions that change what is shown wait for each other here only. A new id and
 * no counter: no backup that is put back brings a former value back with other rows.
 */
async function renewStamp(db: EntityManager): Promise<void> {
  await db
    .createQueryBuilder()
    .insert()
    .into(InstallationEntity)
    .values({ id: newId(), name: SHOWN_STAMP, value: newId(), notedAt: new Date(machineMilliseconds()) })
    .orUpdate(['value', 'noted_at'], ['name'])
    .updateEntity(false)
    .execute()
}
