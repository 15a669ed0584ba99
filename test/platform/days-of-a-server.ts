import { type Schema, Transactions, closeDataSources, day, id, instant, openDataSources, tableSpec } from '@app/platform'
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm'

@Entity('diary')
class Diary {
  @PrimaryColumn(id()) id!: string
  @Column(day()) onDate!: string
  @Column(instant()) at!: Date
}

class Diary1764057699998 implements MigrationInterface {
  name = 'Diary1764057699998'
  up(runner: QueryRunner): Promise<void> {
    return tableSpec.createTables(runner, [{ name: 'diary', columns: { on_date: tableSpec.day(), at: tableSpec.instant() } }])
  }
  down(runner: QueryRunner): Promise<void> {
    return runner.dropTable('diary')
  }
}

const schema: Schema = { entities: [Diary], migrations: [Diary1764057699998], shown: [] }

/** Writes a row as a server in the zone of this process, then prints all rows as this server reads them. */
async function writeAndRead(databaseUrl: string, dataDir: string): Promise<void> {
  const sources = await openDataSources({ databaseUrl: databaseUrl === '' ? null : databaseUrl, dataDir }, schema)
  await sources.writer.runMigrations({ transaction: 'each' })
  const transactions = new Transactions(sources)
  await transactions.run((tx) => tx.db.insert(Diary, { id: process.env.TZ!, onDate: '2027-03-28', at: new Date('2027-03-28T00:30:00.250Z') }))
  const found = await transactions.read.findBy(Diary, { onDate: '2027-03-28' })
  process.stdout.write(JSON.stringify(found.map(({ onDate, at }) => [onDate, at.toISOString()])))
  await closeDataSources(sources)
}

void writeAndRead(process.argv[3]!, process.argv[4]!)
