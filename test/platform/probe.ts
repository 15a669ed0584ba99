import { type DataSources, type Schema, Transactions, closeDataSources, id, line, openDataSources, platformEntities, platformMigrations, tableSpec, whole } from '@app/platform'
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm'
import type { TestDatabase } from '../support/databases.js'

/** A row to write, count and lock: the platform's own tables carry no `revision`. */
@Entity('probe')
export class Probe {
  @PrimaryColumn(id()) id!: string
  @Column(whole({ default: 0 })) revision!: number
  @Column(line(200, { default: '' })) note!: string
}

class Probe1764057699999 implements MigrationInterface {
  name = 'Probe1764057699999'
  up(runner: QueryRunner): Promise<void> {
    const columns = { revision: tableSpec.preset(tableSpec.whole(), 0), note: tableSpec.preset(tableSpec.line(200), '') }
    return tableSpec.createTables(runner, [{ name: 'probe', columns }])
  }
  down(runner: QueryRunner): Promise<void> {
    return runner.dropTable('probe')
  }
}

export const probeSchema: Schema = { entities: [...platformEntities, Probe], migrations: [...platformMigrations, Probe1764057699999], shown: [Probe] }

export interface OpenProbe {
  sources: DataSources
  transactions: Transactions
}

/**
 * The platform's tables and `probe`, empty before each test of the surrounding suite.
 * @returns asks for what is open; only within a test
 */
export function probeIn(database: TestDatabase): () => OpenProbe {
  let open: OpenProbe
  beforeAll(async () => {
    const sources = await openDataSources(await database.place(), probeSchema)
    await sources.writer.runMigrations({ transaction: 'each' })
    open = { sources, transactions: new Transactions(sources) }
  })
  beforeEach(async () => {
    for (const { tableName } of open.sources.writer.entityMetadatas) await open.sources.writer.query(`DELETE FROM ${tableName}`)
  })
  afterAll(() => closeDataSources(open.sources))
  return () => open
}
