import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'
import { constraintName } from '../naming-strategy.js'

const index = (columnNames: string[], isUnique = false) => new TableIndex({ name: constraintName('ix', 'outbox', columnNames), columnNames, isUnique })
const former = index(['lane', 'state'])
const added = [index(['lane', 'state', 'run_after']), index(['lane', 'slot'], true)]

/** A row that is being handled holds one of the numbered places of its lane; the unique index is what limits a lane among all workers. */
export class OutboxLanes1764057600007 implements MigrationInterface {
  name = 'OutboxLanes1764057600007'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN slot integer')
    for (const made of added) await runner.createIndex('outbox', made)
    await runner.dropIndex('outbox', former)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('outbox', former)
    for (const made of added) await runner.dropIndex('outbox', made)
    await runner.query('ALTER TABLE outbox DROP COLUMN slot')
  }
}
