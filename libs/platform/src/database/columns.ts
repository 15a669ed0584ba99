import { type ColumnOptions, ForeignKey, type PrimaryColumnOptions } from 'typeorm'

/**
 * The column types of the house, each valid on SQLite and MySQL/MariaDB alike. Property names become snake_case columns.
 * Lengths count characters; SQLite ignores them, so the contract must hold them as well.
 */
type Preset = { default?: string | number | boolean }

export const id = (): PrimaryColumnOptions & { type: 'varchar' } => ({ type: 'varchar', length: 36 })
/** Id of another row. With `@References` it is a foreign key, without one a reference without a key, on purpose. */
export const reference = (): ColumnOptions => ({ type: 'varchar', length: 36 })
export const line = (length: number, preset: Preset = {}): ColumnOptions => ({ type: 'varchar', length, ...preset })
export const text = (): ColumnOptions => ({ type: 'text' })
/** AES-256-GCM with key id, as text (`KeyRing.seal`). */
export const sealed = (): ColumnOptions => ({ type: 'text' })
export const json = (): ColumnOptions => ({ type: 'simple-json' })
export const whole = (preset: Preset = {}): ColumnOptions => ({ type: 'integer', ...preset })
export const flag = (preset: Preset = {}): ColumnOptions => ({ type: 'boolean', ...preset })
/**
 * A calendar day `YYYY-MM-DD`, as text in the code. MySQL's driver hands it over as midnight UTC; read by the clock of a server
 * west of Greenwich it would be the day before.
 */
export const day = (): ColumnOptions => ({ type: 'date', utc: true })
/** An instant in UTC with milliseconds, set by the app from the clock. */
export const instant = (): ColumnOptions => ({ type: 'datetime', precision: 3 })
/** MySQL gives bigint as text; our numbers stay far below 2^53. */
export const big = (): ColumnOptions => ({
  type: 'bigint',
  transformer: { to: (value: unknown) => value, from: (value: string | number | null) => (value === null ? null : Number(value)) },
})
export const optional = (column: ColumnOptions): ColumnOptions => ({ ...column, nullable: true })

/** Foreign key to another table: rows are never deleted or renumbered behind it. */
export function References(target: () => new () => object): PropertyDecorator {
  return ForeignKey(target, { onUpdate: 'NO ACTION', onDelete: 'RESTRICT' })
}
