import type { DataSource, EntityManager, EntityMetadata } from 'typeorm'

/**
 * Statements on a row, or on rows of one shape, whose text is put together once for each shape. TypeORM's builders put it together anew at every call, which
 * costs several times the database's own work (measured), and they read whole rows. Values are always parameters, and go through the same
 * conversions as theirs.
 */

type ColumnMetadata = EntityMetadata['columns'][number]

export type Table<E> = (new () => E) | string
/** Columns that must have these values: the one, any of several, or none at all (null). */
export type Expected<E> = { [K in keyof E]?: string | number | null | readonly (string | number)[] }

/** A value of its own for each row, by its id. */
export class PerRow<V> {
  constructor(readonly values: readonly (readonly [id: string, value: V])[]) {}
}

/** Columns and what is written into them. */
export type Change<E> = { [K in keyof E]?: E[K] | PerRow<E[K]> }

interface Statement {
  text: string
  /** What each parameter is written into or compared with, in order. */
  bound: ColumnMetadata[]
  read: ColumnMetadata[]
}

const STATEMENTS = new WeakMap<DataSource, Map<unknown, Map<string, Statement>>>()

/** Writes a row; columns that it does not name get the database's default. */
export function insertRow<E extends object>(db: EntityManager, table: Table<E>, row: Partial<E>): Promise<void> {
  return insertRows(db, table, [row])
}

/** Writes rows that name the same columns, in one statement. @throws Error when one names others */
export async function insertRows<E extends object>(db: EntityManager, table: Table<E>, rows: readonly Partial<E>[]): Promise<void> {
  const [first, ...more] = rows.map((row) => namesIn(row))
  if (!first) return
  if (more.some((names) => names.join() !== first.join())) throw new Error('Rows of one statement name the same columns.')
  const { text, bound } = statement(db, table, `insert ${rows.length} ${first.join()}`, ({ tableName, column, quote }) => {
    const columns = first.map(column)
    const values = `(${columns.map(() => '?').join(', ')})`
    return {
      text: `INSERT INTO ${quote(tableName)} (${columns.map(({ databaseName }) => quote(databaseName)).join(', ')}) VALUES ${rows.map(() => values).join(', ')}`,
      bound: columns,
      read: [],
    }
  })
  await db.query(text, rows.flatMap((row) => parameters(db, bound, row)))
}

/**
 * Changes a row if it is as expected and raises its `revision`, in one statement that tells the new one.
 * @param expected the id and whatever else must hold
 * @returns the new revision, or null when no row is as expected
 */
export async function raiseRow<E extends object>(db: EntityManager, table: Table<E>, expected: Expected<E>, change: Partial<E> = {}): Promise<number | null> {
  const [changed, condition] = [namesIn(change), new Condition(expected)]
  const isSqlite = isOnSqlite(db)
  const { text, bound } = statement(db, table, `raise ${changed.join()} ${condition.shape}`, ({ tableName, column, quote }) => {
    const revision = quote(column('revision').databaseName)
    // MySQL answers an UPDATE with the number that LAST_INSERT_ID was given; it knows no RETURNING.
    const raised = isSqlite ? `${revision} = ${revision} + 1` : `${revision} = LAST_INSERT_ID(${revision} + 1)`
    const set = [...changed.map((name) => `${quote(column(name).databaseName)} = ?`), raised]
    return {
      text: `UPDATE ${quote(tableName)} SET ${set.join(', ')} WHERE ${condition.text(column, quote)}${isSqlite ? ` RETURNING ${revision}` : ''}`,
      bound: [...changed.map(column), ...condition.bound(column)],
      read: [],
    }
  })
  const answer: unknown = await db.query(text, [...parameters(db, bound.slice(0, changed.length), change), ...condition.parameters(db, bound.slice(changed.length))])
  if (isSqlite) return (answer as { revision: number }[])[0]?.revision ?? null
  const { affectedRows, insertId } = answer as { affectedRows: number; insertId: number }
  return affectedRows === 0 ? null : insertId
}

/**
 * Changes the rows that are as expected (rule 7), all of them in one statement.
 * @param db of an open transaction
 * @returns how many they were
 */
export async function changeRows<E extends object>(db: EntityManager, table: Table<E>, expected: Expected<E>, change: Change<E>): Promise<number> {
  const condition = new Condition(expected)
  if (condition.isNever) return 0
  const changed = namesIn(change).map((name) => ({ name, value: (change as Record<string, unknown>)[name] }))
  const shape = changed.map(({ name, value }) => (value instanceof PerRow ? `${name}*${padded(value.values).length}` : name)).join()
  const { text, bound } = statement(db, table, `change ${shape} ${condition.shape}`, ({ tableName, column, quote }) => {
    const set = changed.map(({ name, value }) => `${quote(column(name).databaseName)} = ${value instanceof PerRow ? `CASE ${quote(column('id').databaseName)} ${'WHEN ? THEN ? '.repeat(padded(value.values).length)}END` : '?'}`)
    const written = changed.flatMap(({ name, value }) => (value instanceof PerRow ? padded(value.values).flatMap(() => [column('id'), column(name)]) : [column(name)]))
    return { text: `UPDATE ${quote(tableName)} SET ${set.join(', ')} WHERE ${condition.text(column, quote)}`, bound: [...written, ...condition.bound(column)], read: [] }
  })
  const values = changed.flatMap(({ value }) => (value instanceof PerRow ? padded(value.values).flat() : [value]))
  const { affected } = (await db.queryRunner!.query(text, [...converted(db, bound, values), ...condition.parameters(db, bound.slice(values.length))], true)) as { affected?: number }
  return affected ?? 0
}

/** Some columns of the first row that is as expected; null when there is none. */
export async function pickRow<E extends object, K extends keyof E & string>(db: EntityManager, table: Table<E>, expected: Expected<E>, wanted: readonly K[]): Promise<Pick<E, K> | null> {
  const [row] = await pickRows(db, table, expected, wanted, 'LIMIT 1')
  return row ?? null
}

/**
 * Some columns of all rows that are as expected.
 * @param tail how the statement ends; column names in it are those of the database
 */
export async function pickRows<E extends object, K extends keyof E & string>(
  db: EntityManager, table: Table<E>, expected: Expected<E>, wanted: readonly K[], tail: '' | 'LIMIT 1' | 'ORDER BY id' | 'ORDER BY id FOR UPDATE' = '',
): Promise<Pick<E, K>[]> {
  const condition = new Condition(expected)
  if (condition.isNever) return []
  const { text, bound, read } = statement(db, table, `pick ${wanted.join()} ${condition.shape} ${tail}`, ({ tableName, column, quote }) => {
    const columns = wanted.map(column)
    const list = columns.map(({ databaseName, propertyName }) => `${quote(databaseName)} AS ${quote(propertyName)}`).join(', ')
    return { text: `SELECT ${list} FROM ${quote(tableName)} WHERE ${condition.text(column, quote)} ${tail}`.trimEnd(), bound: condition.bound(column), read: columns }
  })
  const rows = (await db.query(text, condition.parameters(db, bound))) as Record<string, unknown>[]
  const { driver } = db.dataSource
  for (const row of rows) for (const column of read) row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column)
  return rows as Pick<E, K>[]
}

type Columns = (property: string) => ColumnMetadata

/** What rows must be like, as the WHERE of a statement. */
class Condition {
  /** Whether no row can be so: one of no values at all. */
  readonly isNever: boolean
  /** The same for conditions that have the same text. */
  readonly shape: string
  private readonly parts: readonly { name: string; values: readonly unknown[] | null }[]

  constructor(expected: object) {
    this.parts = namesIn(expected).map((name) => {
      const value = (expected as Record<string, unknown>)[name]
      return { name, values: value === null ? null : Array.isArray(value) ? padded(value) : [value] }
    })
    this.isNever = this.parts.some(({ values }) => values?.length === 0)
    this.shape = this.parts.map(({ name, values }) => `${name}*${values?.length ?? 'null'}`).join()
  }

  text(column: Columns, quote: (name: string) => string): string {
    return this.parts.map(({ name, values }) => {
      const quoted = quote(column(name).databaseName)
      if (values === null) return `${quoted} IS NULL`
      return values.length === 1 ? `${quoted} = ?` : `${quoted} IN (${values.map(() => '?').join(', ')})`
    }).join(' AND ')
  }

  bound(column: Columns): ColumnMetadata[] {
    return this.parts.flatMap(({ name, values }) => (values ?? []).map(() => column(name)))
  }

  parameters(db: EntityManager, bound: readonly ColumnMetadata[]): unknown[] {
    return converted(db, bound, this.parts.flatMap(({ values }) => values ?? []))
  }
}

/** Lists come in a few lengths only, their last value said once more: so a statement for many has few texts, and databases know it prepared. */
function padded<T>(list: readonly T[]): readonly T[] {
  if (list.length < 2) return list
  const length = 2 ** Math.ceil(Math.log2(list.length))
  return length === list.length ? list : [...list, ...Array.from({ length: length - list.length }, () => list.at(-1)!)]
}

interface Describing {
  tableName: string
  /** @throws Error for a property that is no column */
  column: Columns
  quote: (name: string) => string
}

function statement<E>({ dataSource }: EntityManager, table: Table<E>, shape: string, describe: (of: Describing) => Statement): Statement {
  const tables = STATEMENTS.get(dataSource) ?? STATEMENTS.set(dataSource, new Map()).get(dataSource)!
  const shapes = tables.get(table) ?? tables.set(table, new Map()).get(table)!
  const known = shapes.get(shape)
  if (known) return known
  const metadata = dataSource.getMetadata(table as never)
  const made = describe({ tableName: metadata.tableName, column: (property) => columnOf(metadata, property), quote: (name) => dataSource.driver.escape(name) })
  shapes.set(shape, made)
  return made
}

function columnOf(metadata: EntityMetadata, property: string): ColumnMetadata {
  const column = metadata.findColumnWithPropertyName(property)
  if (!column) throw new Error(`Table ${metadata.tableName} has no column for "${property}".`)
  return column
}

function namesIn(row: object): string[] {
  return Object.keys(row).filter((name) => (row as Record<string, unknown>)[name] !== undefined)
}

function parameters(db: EntityManager, columns: readonly ColumnMetadata[], row: object): unknown[] {
  return converted(db, columns, columns.map(({ propertyName }) => (row as Record<string, unknown>)[propertyName]))
}

function converted({ dataSource: { driver } }: EntityManager, columns: readonly ColumnMetadata[], values: readonly unknown[]): unknown[] {
  return values.map((value, at) => driver.preparePersistentValue(value, columns[at]!))
}

function isOnSqlite({ dataSource }: EntityManager): boolean {
  return dataSource.options.type === 'better-sqlite3'
}
