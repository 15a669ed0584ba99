import { type MigrationInterface, type QueryRunner, TableCheck } from 'typeorm'

const NAME = 'ck_message__fate'
const former = "fate IN ('sending','sent','refused','bounced','delayed')"
const widened = "fate IN ('sending','sent','refused','bounced','delayed','withheld','given_up')"

/** A letter that was begun may end without having been sent: no longer due by the second try, or given up after the last one. */
export class MessageFates1764057600008 implements MigrationInterface {
  name = 'MessageFates1764057600008'

  up(runner: QueryRunner): Promise<void> {
    return replace(runner, widened)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE message SET fate = 'refused' WHERE fate IN ('withheld','given_up')")
    await replace(runner, former)
  }
}

/** SQLite cannot change a check: TypeORM builds the table anew there. On MySQL TypeORM knows no checks. */
async function replace(runner: QueryRunner, expression: string): Promise<void> {
  const { type } = runner.connection.options
  if (type === 'mysql' || type === 'mariadb') {
    await runner.query(`ALTER TABLE \`message\` DROP CONSTRAINT \`${NAME}\``)
    await runner.query(`ALTER TABLE \`message\` ADD CONSTRAINT \`${NAME}\` CHECK (${expression})`)
    return
  }
  await runner.dropCheckConstraint('message', NAME)
  await runner.createCheckConstraint('message', new TableCheck({ name: NAME, expression }))
}
