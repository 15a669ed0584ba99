import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Rises with every change, so that of two people who opened the same form the second does not write over the first unseen. */
export class SeriesRevision1764057600061 implements MigrationInterface {
  name = 'SeriesRevision1764057600061'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE series ADD COLUMN revision integer NOT NULL DEFAULT 0')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE series DROP COLUMN revision')
  }
}
