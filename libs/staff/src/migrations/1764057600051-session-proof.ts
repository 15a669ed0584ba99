import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When somebody last proved in a session who they are: what adds or takes away a way of signing in asks how long ago that was. */
export class SessionProof1764057600051 implements MigrationInterface {
  name = 'SessionProof1764057600051'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN proved_at datetime(3)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN proved_at')
  }
}
