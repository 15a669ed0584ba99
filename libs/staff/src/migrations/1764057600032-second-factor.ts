import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '@app/platform'

const { createTables, dropTables, instant, line, optional, preset, text, to, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'credential',
    columns: {
      account_id: to('account'),
      kind: line(10),
      external_id: line(255),
      public_key: optional(text()),
      counter: preset(whole(), 0),
      label: optional(line(100)),
      created_at: instant(),
      last_used_at: optional(instant()),
    },
    uniques: [['kind', 'external_id']],
    indices: [['account_id']],
    checks: { ck_credential__kind: "kind IN ('passkey','oidc','recovery')" },
  },
]

const columns = ['totp_step bigint', 'factor_failed integer NOT NULL DEFAULT 0', 'factor_retry_at datetime(3)']

/** What somebody gets in by besides the password, and how far codes were used up and guessed. */
export class SecondFactor1764057600032 implements MigrationInterface {
  name = 'SecondFactor1764057600032'

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables)
    for (const column of columns) await runner.query(`ALTER TABLE account ADD COLUMN ${column}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE account DROP COLUMN ${column.split(' ')[0]}`)
    await dropTables(runner, tables)
  }
}
