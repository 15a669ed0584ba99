import { type QueryRunner, Table, TableCheck, TableColumn, TableForeignKey, TableIndex } from 'typeorm'
import { constraintName } from './naming-strategy.js'

/**
 * Tables of a migration in a short form that creates the same schema on SQLite and on MySQL/MariaDB.
 * Migrations that have been released are never changed, and neither is what these functions create.
 */
export interface TableSpec {
  name: string
  /** Besides `id`, which every table has; an `id` named here is also a foreign key. */
  columns: Record<string, ColumnSpec>
  uniques?: string[][]
  indices?: string[][]
  /** name → expression; MySQL gets them by ALTER TABLE, because TypeORM leaves them out there. */
  checks?: Record<string, string>
}

interface ColumnSpec {
  type: 'varchar' | 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'datetime'
  length?: number
  precision?: number
  nullable?: boolean
  preset?: string | number | boolean
  to?: string
}

const line = (length: number): ColumnSpec => ({ type: 'varchar', length })
const reference = (): ColumnSpec => line(36)
const to = (table: string): ColumnSpec => ({ ...line(36), to: table })
const text = (): ColumnSpec => ({ type: 'text' })
const sealed = text
const json = text
const whole = (): ColumnSpec => ({ type: 'integer' })
const big = (): ColumnSpec => ({ type: 'bigint' })
const flag = (): ColumnSpec => ({ type: 'boolean' })
const day = (): ColumnSpec => ({ type: 'date' })
const instant = (): ColumnSpec => ({ type: 'datetime', precision: 3 })
const optional = (column: ColumnSpec): ColumnSpec => ({ ...column, nullable: true })
const preset = (column: ColumnSpec, value: string | number | boolean): ColumnSpec => ({ ...column, preset: value })

export const tableSpec = { line, reference, to, text, sealed, json, whole, big, flag, day, instant, optional, preset, createTables, dropTables }

/** Creates the tables in the order given: a table stands behind those it points at. */
export async function createTables(runner: QueryRunner, specs: TableSpec[]): Promise<void> {
  const onMysql = isMysql(runner)
  for (const spec of specs) {
    await runner.createTable(tableOf(spec, onMysql))
    if (!onMysql) continue
    for (const [name, expression] of Object.entries(spec.checks ?? {})) {
      await runner.query(`ALTER TABLE \`${spec.name}\` ADD CONSTRAINT \`${name}\` CHECK (${expression})`)
    }
  }
}

export async function dropTables(runner: QueryRunner, specs: TableSpec[]): Promise<void> {
  for (const spec of [...specs].reverse()) await runner.dropTable(spec.name)
}

function isMysql(runner: QueryRunner): boolean {
  const { type } = runner.connection.options
  return type === 'mysql' || type === 'mariadb'
}

function tableOf(spec: TableSpec, onMysql: boolean): Table {
  const columns = Object.entries(spec.columns)
  return new Table({
    name: spec.name,
    columns: [
      new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }),
      ...columns.filter(([name]) => name !== 'id').map(([name, column]) => columnOf(name, column, onMysql)),
    ],
    indices: [
      ...(spec.uniques ?? []).map((columnNames) => new TableIndex({ name: constraintName('ix', spec.name, columnNames), columnNames, isUnique: true })),
      ...(spec.indices ?? []).map((columnNames) => new TableIndex({ name: constraintName('ix', spec.name, columnNames), columnNames })),
    ],
    checks: onMysql ? [] : Object.entries(spec.checks ?? {}).map(([name, expression]) => new TableCheck({ name, expression })),
    foreignKeys: columns
      .filter(([, column]) => column.to !== undefined)
      .map(
        ([name, column]) =>
          new TableForeignKey({
            name: constraintName('fk', spec.name, [name]),
            columnNames: [name],
            referencedTableName: column.to!,
            referencedColumnNames: ['id'],
            onUpdate: 'NO ACTION',
            onDelete: 'RESTRICT',
          }),
      ),
  })
}

function columnOf(name: string, column: ColumnSpec, onMysql: boolean): TableColumn {
  return new TableColumn({
    name,
    type: typeOf(column.type, onMysql),
    ...(column.length === undefined ? {} : { length: String(column.length) }),
    ...(column.type === 'boolean' && onMysql ? { width: 1 } : {}),
    ...(column.precision === undefined ? {} : { precision: column.precision }),
    isNullable: column.nullable === true,
    ...(column.preset === undefined ? {} : { default: presetOf(column.preset, onMysql) }),
  })
}

function typeOf(type: ColumnSpec['type'], onMysql: boolean): string {
  if (!onMysql) return type
  return type === 'boolean' ? 'tinyint' : type === 'integer' ? 'int' : type
}

function presetOf(value: string | number | boolean, onMysql: boolean): string {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value === 'boolean') return String(value ? 1 : 0)
  return onMysql ? `'${value}'` : String(value)
}
