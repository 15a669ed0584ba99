import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whoever looks at their sessions recognises each by its browser. */
export class SessionDevice1764057600031 implements MigrationInterface {
  name = 'SessionDevice1764057600031'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN device varchar(100)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN device')
  }
}
