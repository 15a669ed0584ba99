import type { MigrationInterface, QueryRunner } from 'typeorm'

const columns = ['easy_language text', 'sign_video_url varchar(1000)']

/** What one event is about, in Leichte Sprache and in sign language; what its hosts say of themselves stays at the hosts. */
export class EventAccessibility1764057600033 implements MigrationInterface {
  name = 'EventAccessibility1764057600033'

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE event ADD COLUMN ${column}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE event DROP COLUMN ${column.split(' ')[0]}`)
  }
}
