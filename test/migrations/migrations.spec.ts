import { type DataSources, closeDataSources, openDataSources } from '@app/platform'
import { schema } from '../../apps/assembly.js'
import { onEachDatabase } from '../support/databases.js'

/** Statements that would bring the schema made by the migrations to what the entities say: none may be left. */
async function drift({ writer }: DataSources): Promise<string[]> {
  const log = await writer.driver.createSchemaBuilder().log()
  return log.upQueries.map(({ query }) => query)
}

onEachDatabase('one set of migrations', (database) => {
  let sources: DataSources

  beforeAll(async () => {
    sources = await openDataSources(await database.place(), schema)
  })
  afterAll(() => closeDataSources(sources))

  test('goes up without drift, down to nothing, and up again', async () => {
    await sources.writer.runMigrations({ transaction: 'each' })
    expect(await drift(sources)).toEqual([])
    for (let step = 0; step < schema.migrations.length; step++) await sources.writer.undoLastMigration()
    const left = await tables(sources)
    expect(left).toEqual(['migration'])
    await sources.writer.runMigrations({ transaction: 'each' })
    expect(await drift(sources)).toEqual([])
  }, 120_000)

  test('finds a planted drift', async () => {
    await sources.writer.query('ALTER TABLE outbox ADD COLUMN planted integer')
    expect((await drift(sources)).join('\n')).toContain('outbox')
    await sources.writer.query('ALTER TABLE outbox DROP COLUMN planted')
  })
})

async function tables({ writer, dialect }: DataSources): Promise<string[]> {
  const rows: { name: string }[] = await writer.query(
    dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  )
  return rows.map(({ name }) => name)
}
