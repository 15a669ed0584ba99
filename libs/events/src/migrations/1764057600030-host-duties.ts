import type { MigrationInterface, QueryRunner } from 'typeorm'

const columns = ['jurisdiction varchar(5)', 'arbitration text', 'easy_language text', 'sign_video_url varchar(1000)']

/** What § 4 BITV and § 12b BGG ask of a host beyond its statement: Leichte Sprache, sign language, and who arbitrates. */
export class HostDuties1764057600030 implements MigrationInterface {
  name = 'HostDuties1764057600030'

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE host ADD COLUMN ${column}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE host DROP COLUMN ${column.split(' ')[0]}`)
  }
}
