import { type MigrationInterface, type QueryRunner, TableCheck } from 'typeorm'

const NAME = 'ck_personal_link__purpose'
const former = "'confirm','respond','manage','offer','nominate','unsubscribe','feed','files','checkin','undo','signin'"

/** A link by which staff choose a new password is none by which they sign in. */
export class ResetLinks1764057600030 implements MigrationInterface {
  name = 'ResetLinks1764057600030'

  up(runner: QueryRunner): Promise<void> {
    return replace(runner, `${former},'reset'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM personal_link WHERE purpose = 'reset'")
    await replace(runner, former)
  }
}

/** SQLite cannot change a check: TypeORM builds the table anew there. On MySQL TypeORM knows no checks. */
async function replace(runner: QueryRunner, purposes: string): Promise<void> {
  const expression = `purpose IN (${purposes})`
  const { type } = runner.connection.options
  if (type === 'mysql' || type === 'mariadb') {
    await runner.query(`ALTER TABLE \`personal_link\` DROP CONSTRAINT \`${NAME}\``)
    await runner.query(`ALTER TABLE \`personal_link\` ADD CONSTRAINT \`${NAME}\` CHECK (${expression})`)
    return
  }
  await runner.dropCheckConstraint('personal_link', NAME)
  await runner.createCheckConstraint('personal_link', new TableCheck({ name: NAME, expression }))
}
