import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

const columns = ['stale boolean NOT NULL DEFAULT 0', 'former_hash varchar(64)', 'former_until datetime(3)']
const index = new TableIndex({ name: 'ix_session__former_hash', columnNames: ['former_hash'] })

/** A session changes its token when the roles of its account do; the former one counts for a moment longer. */
export class SessionRotation1764057600010 implements MigrationInterface {
  name = 'SessionRotation1764057600010'

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE session ADD COLUMN ${column}`)
    await runner.createIndex('session', index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('session', index)
    for (const column of columns) await runner.query(`ALTER TABLE session DROP COLUMN ${column.split(' ')[0]}`)
  }
}
