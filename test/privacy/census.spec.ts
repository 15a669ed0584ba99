import type { EntityMetadata } from 'typeorm'
import { NOBODY } from '@app/participants'
import { type Census, type DataSources, DATA_SOURCES, RETENTION_CLASSES } from '@app/platform'
import { census } from '../../apps/privacy/census.js'
import { NightlyRetention } from '../../apps/privacy/nightly-retention.js'
import { onSqlite } from '../support/databases.js'
import { type DemoRooms, openDemoRooms } from '../scenarios/demo-rooms.js'

/** Columns that lead to other rows: foreign keys, and what is named like one. */
function referencesOf(table: EntityMetadata): string[] {
  const keys = table.foreignKeys.flatMap(({ columnNames }) => columnNames)
  const named = table.columns.map(({ databaseName }) => databaseName).filter((name) => /_(id|ref|by|key)$/.test(name) && !NOT_REFERENCES.has(name))
  return [...new Set([...keys, ...named])].sort()
}

/** Keys of terms and of the machine itself, a day and a way of signing in, which are named alike. */
const NOT_REFERENCES = new Set(['group_key', 'dedupe_key', 'active_key', 'message_id', 'lease_by', 'external_id', 'public_key', 'book_by', 'opened_by'])

/** What the census leaves out or invents, one sentence each. */
function gaps(tables: readonly EntityMetadata[], said: Census): string[] {
  const found: string[] = []
  for (const table of tables) {
    const entry = said[table.tableName]
    if (!entry) {
      found.push(`${table.tableName} is not in the census`)
      continue
    }
    const real = referencesOf(table)
    for (const column of real) if (!(column in entry.references)) found.push(`${table.tableName}.${column} is not in the census`)
    for (const column of Object.keys(entry.references)) if (!real.includes(column)) found.push(`${table.tableName}.${column} is no reference`)
    if ((entry.retention === 'nobody') !== (entry.holds === '')) found.push(`${table.tableName} does not say what it holds`)
  }
  const names = new Set(tables.map(({ tableName }) => tableName))
  for (const table of Object.keys(said)) if (!names.has(table)) found.push(`${table} is no table`)
  return found
}

onSqlite('the census of personal data', (database) => {
  let rooms: DemoRooms
  let tables: readonly EntityMetadata[]
  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    tables = rooms.get<DataSources>(DATA_SOURCES).writer.entityMetadatas
  }, 60_000)
  afterAll(() => rooms.close())

  test('names every table and every reference, and nothing else', () => {
    expect(gaps(tables, census)).toEqual([])
    expect(tables.length).toBeGreaterThan(45)
  })

  test('finds a table, a reference and a meaning that were forgotten', () => {
    const { need, ...others } = census
    expect(gaps(tables, others)).toEqual(['need is not in the census'])
    const { contact_id: _left, ...references } = census['participation']!.references
    expect(gaps(tables, { ...census, participation: { ...census['participation']!, references } })).toEqual(['participation.contact_id is not in the census'])
    expect(gaps(tables, { ...census, need: { ...need!, holds: '' } })).toEqual(['need does not say what it holds'])
    expect(gaps(tables, { ...census, planted: need! })).toEqual(['planted is no table'])
  })

  test('has a rule for every class of every table, and none besides', () => {
    const ruled = rooms.get(NightlyRetention).rules.map(({ retention, table }) => `${table} ${retention}`)
    const said = Object.entries(census).flatMap(([table, { retention }]) => (typeof retention === 'string' ? [] : retention.map((name) => `${table} ${name}`)))
    // Mails of the built-in mailbox are files, not rows.
    expect([...said, 'mail L'].sort()).toEqual([...ruled].sort())
    for (const rule of rooms.get(NightlyRetention).rules) expect(RETENTION_CLASSES).toContain(rule.retention)
  })

  test('empties what it says it empties', () => {
    const emptied = Object.entries(census['participation']!.references).filter(([, fate]) => fate === 'emptied').map(([column]) => column)
    const columns = tables.find(({ tableName }) => tableName === 'participation')!.columns
    const nobody = columns.filter(({ propertyName }) => propertyName in NOBODY).map(({ databaseName }) => databaseName)
    expect(nobody).toEqual(expect.arrayContaining(emptied))
    // Whatever text a person typed is among them.
    const typed = columns.filter(({ type, isNullable, databaseName }) => type === 'varchar' && isNullable && !/_(id|key)$/.test(databaseName) && databaseName !== 'land' && databaseName !== 'place_reason')
    expect(nobody).toEqual(expect.arrayContaining(typed.map(({ databaseName }) => databaseName)))
  })
})
