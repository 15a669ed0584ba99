import type { DataSource, QueryRunner } from 'typeorm'
import type { DataSources } from '@app/platform'
import type { NthCall } from './nth-call.js'

/** Lets a statement of either data source fail, BEGIN, COMMIT and reads included. */
export function failStatements({ writer, reader, dialect }: DataSources, fault: NthCall): void {
  for (const source of [writer, reader]) {
    const { driver } = source
    const create = driver.createQueryRunner.bind(driver)
    const known = new WeakSet<QueryRunner>()
    driver.createQueryRunner = (mode) => {
      const runner = create(mode)
      // On SQLite every transaction has the same runner.
      if (known.has(runner)) return runner
      known.add(runner)
      return failing(runner, source, dialect, fault)
    }
  }
}

function failing(runner: QueryRunner, source: DataSource, dialect: DataSources['dialect'], fault: NthCall): QueryRunner {
  const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>
  const give = dialect === 'sqlite' ? sqliteFault(source) : mysqlFault(runner)
  runner.query = (async (...given: unknown[]) => {
    if (!fault.isTurn(shortened(String(given[0])))) return query(...given)
    if (fault.way === 'unanswered') await query(...given)
    throw await give(fault.way)
  }) as QueryRunner['query']
  return runner
}

type Give = (way: NthCall['way']) => Promise<Error>

/** A file that cannot be read or written. For some errors, a full disk among them, SQLite takes the whole transaction back by itself. */
function sqliteFault(source: DataSource): Give {
  return async (way) => {
    const connection = (source.driver as unknown as { databaseConnection: { inTransaction: boolean; exec(sql: string): void } }).databaseConnection
    if (way === 'lost' && connection.inTransaction) connection.exec('ROLLBACK')
    return way === 'lost' ? Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }) : Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })
  }
}

/** A statement that an operator killed, or a line that broke: the server then takes back what was open. */
function mysqlFault(runner: QueryRunner): Give {
  return async (way) => {
    if (way === 'refused') return Object.assign(new Error('Query execution was interrupted'), { code: 'ER_QUERY_INTERRUPTED', errno: 1317 })
    const connection = (await runner.connect()) as { destroy(): void }
    connection.destroy()
    return Object.assign(new Error('Connection lost: The server closed the connection.'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true })
  }
}

function shortened(statement: string): string {
  return statement.replace(/\s+/g, ' ').slice(0, 90)
}
