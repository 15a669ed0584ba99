import { type MigrationInterface, type QueryRunner, TableCheck } from 'typeorm'

const check = new TableCheck({ name: 'ck_session__opened_by', expression: "opened_by IN ('password','link','passkey','oidc')" })

/** Whoever looks at their sessions sees by what each was opened. */
export class SessionWay1764057600050 implements MigrationInterface {
  name = 'SessionWay1764057600050'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN opened_by varchar(10)')
    if (isMysql(runner)) {
      await runner.query(`ALTER TABLE session ADD CONSTRAINT ${check.name} CHECK (${check.expression})`)
      return
    }
    await lookAnew(runner)
    await runner.createCheckConstraint('session', check)
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query(`ALTER TABLE session DROP CONSTRAINT ${check.name}`)
    else {
      await lookAnew(runner)
      await runner.dropCheckConstraint('session', check.name!)
    }
    await runner.query('ALTER TABLE session DROP COLUMN opened_by')
  }
}

/** On SQLite TypeORM builds the table anew, and would do so as it remembers it from a former migration. */
async function lookAnew(runner: QueryRunner): Promise<void> {
  await runner.getTable('session')
}

/** There TypeORM knows no checks. */
function isMysql({ connection }: QueryRunner): boolean {
  return ['mysql', 'mariadb'].includes(connection.options.type)
}
