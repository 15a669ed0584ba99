import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '../table.js'

const { createTables, dropTables, instant, line, optional, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'schedule',
    columns: {
      name: line(60),
      next_run_at: instant(),
      lease_until: optional(instant()),
      last_ok_at: optional(instant()),
      last_error: optional(line(500)),
    },
    uniques: [['name']],
  },
  {
    name: 'retention_run',
    columns: {
      ran_at: instant(),
      class: line(4),
      table_name: line(60),
      deleted: whole(),
      anonymised: whole(),
      blocked: whole(),
      oldest_left: optional(instant()),
    },
    indices: [['ran_at']],
  },
]

/** Runs that time brings about, and what the nightly deletion took away. */
export class Retention1764057600020 implements MigrationInterface {
  name = 'Retention1764057600020'
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, tables)
  }
  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, tables)
  }
}
