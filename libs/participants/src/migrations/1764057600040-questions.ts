import type { MigrationInterface, QueryRunner } from 'typeorm'
import { type TableSpec, tableSpec } from '@app/platform'

const { createTables, day, dropTables, line, optional, sealed, to, whole } = tableSpec

const tables: TableSpec[] = [
  {
    name: 'need_offer',
    columns: { event_id: to('event'), kind: line(30), position: whole(), book_by: optional(day()) },
    uniques: [['event_id', 'kind']],
    indices: [['book_by']],
  },
  {
    name: 'answer_file_part',
    columns: { answer_id: to('question_answer'), position: whole(), sealed: sealed() },
    uniques: [['answer_id', 'position']],
  },
]

/** Support that an event offers, and files that answer a question. */
export class Questions1764057600040 implements MigrationInterface {
  name = 'Questions1764057600040'

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables)
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables)
  }
}
