import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

const index = new TableIndex({ name: 'ix_session__provider_session', columnNames: ['provider_session'] })

/** Which session at the provider of OpenID Connect a session was opened in: when that one ends, this one does. */
export class ProviderSession1764057600070 implements MigrationInterface {
  name = 'ProviderSession1764057600070'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN provider_session varchar(64)')
    await runner.createIndex('session', index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('session', index)
    await runner.query('ALTER TABLE session DROP COLUMN provider_session')
  }
}
