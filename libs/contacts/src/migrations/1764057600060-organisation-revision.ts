import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Rises with every change, so that of two people who opened the same form the second does not write over the first unseen. */
export class OrganisationRevision1764057600060 implements MigrationInterface {
  name = 'OrganisationRevision1764057600060'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation ADD COLUMN revision integer NOT NULL DEFAULT 0')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP COLUMN revision')
  }
}
