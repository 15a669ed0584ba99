import type { DataSource, EntityManager, EntityMetadata } from 'typeorm'

/**
 * Statements on a row, or on rows of one shape, whose text is put together once for each shape. TypeORM's builders put it together anew at every call, which
 * costs several times the database's own work (measured), and they read whole rows. Values are always parameters, and go through the same
 * conversions as theirs.
 */

type ColumnMetadata = EntityMetadata['columns'][number]

export type Table<E> = (new () => E) | string
/** Columns that must have these values. */
export type Expected<E> = { [K in keyof E]?: string | number }

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
  const [changed, kept] = [namesIn(change), namesIn(expected)]
  const isSqlite = db.dataSource.options.type === 'better-sqlite3'
  const { text, bound } = statement(db, table, `raise ${changed.join()} ${kept.join()}`, ({ tableName, column, quote }) => {
    const equal = (names: string[]) => names.map((name) => `${quote(column(name).databaseName)} = ?`)
    const revision = quote(column('revision').databaseName)
    // MySQL answers an UPDATE with the number that LAST_INSERT_ID was given; it knows no RETURNING.
    const raised = isSqlite ? `${revision} = ${revision} + 1` : `${revision} = LAST_INSERT_ID(${revision} + 1)`
    return {
      text: `UPDATE ${quote(tableName)} SET ${[...equal(changed), raised].join(', ')} WHERE ${equal(kept).join(' AND ')}${isSqlite ? ` RETURNING ${revision}` : ''}`,
      bound: [...changed, ...kept].map(column),
      read: [],
    }
  })
  const answer: unknown = await db.query(text, [...parameters(db, bound.slice(0, changed.length), change), ...parameters(db, bound.slice(changed.length), expected)])
  if (isSqlite) return (answer as { revision: number }[])[0]?.revision ?? null
  const { affectedRows, insertId } = answer as { affectedRows: number; insertId: number }
  return affectedRows === 0 ? null : insertId
}

/** Some columns of the first row that is as expected; null when there is none. */
export async function pickRow<E extends object, K extends keyof E & string>(db: EntityManager, table: Table<E>, expected: Expected<E>, wanted: readonly K[]): Promise<Pick<E, K> | null> {
  const kept = namesIn(expected)
  const { text, bound, read } = statement(db, table, `pick ${wanted.join()} ${kept.join()}`, ({ tableName, column, quote }) => {
    const [columns, conditions] = [wanted.map(column), kept.map(column)]
    return {
      text: `SELECT ${columns.map(({ databaseName, propertyName }) => `${quote(databaseName)} AS ${quote(propertyName)}`).join(', ')} FROM ${quote(tableName)} WHERE ${conditions.map(({ databaseName }) => `${quote(databaseName)} = ?`).join(' AND ')} LIMIT 1`,
      bound: conditions,
      read: columns,
    }
  })
  const [row] = (await db.query(text, parameters(db, bound, expected))) as Record<string, unknown>[]
  if (!row) return null
  const { driver } = db.dataSource
  for (const column of read) row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column)
  return row as Pick<E, K>
}

interface Describing {
  tableName: string
  /** @throws Error for a property that is no column */
  column: (property: string) => ColumnMetadata
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

function parameters({ dataSource: { driver } }: EntityManager, columns: readonly ColumnMetadata[], row: object): unknown[] {
  return columns.map((column) => driver.preparePersistentValue((row as Record<string, unknown>)[column.propertyName], column))
}
