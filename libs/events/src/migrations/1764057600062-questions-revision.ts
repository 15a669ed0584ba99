import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Rises with every change of what the form asks: `event.revision` rises with each registration as well and says nothing about that. */
export class QuestionsRevision1764057600062 implements MigrationInterface {
  name = 'QuestionsRevision1764057600062'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event ADD COLUMN questions_revision integer NOT NULL DEFAULT 0')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event DROP COLUMN questions_revision')
  }
}
