import { Inject, Injectable } from '@nestjs/common'
import { type EntityMetadata, Like, Not, IsNull, And } from 'typeorm'
import { DATA_SOURCES, type DataSources, KeyRing, Transactions, newId } from '@app/platform'
import { Audit, systemActor } from '@app/staff'
import { SEALS } from './seals.js'

const BATCH = 200

/** Changes the key of what is sealed: everything is opened with the key it has and sealed with the first one of the ring. */
@Injectable()
export class Resealing {
  constructor(
    @Inject(DATA_SOURCES) private readonly sources: DataSources,
    private readonly transactions: Transactions,
    private readonly keys: KeyRing,
    private readonly audit: Audit,
  ) {}

  /** How many values are sealed with each key, by its id; also with keys that are no longer in the ring. */
  async counts(): Promise<Map<string, number>> {
    const counts = new Map(this.keys.ids.map((id) => [id, 0]))
    for (const { metadata, property } of this.columns()) {
      const column = metadata.findColumnWithPropertyName(property)!.databaseName
      const rows = await this.transactions.read
        .createQueryBuilder(metadata.target, 't')
        .select(`SUBSTR(t.${column}, 4, INSTR(SUBSTR(t.${column}, 4), '.') - 1)`, 'id')
        .addSelect('COUNT(*)', 'values')
        .where(`t.${column} IS NOT NULL`)
        .groupBy('id')
        .getRawMany<{ id: string; values: string }>()
      for (const { id, values } of rows) counts.set(id, (counts.get(id) ?? 0) + Number(values))
    }
    return counts
  }

  /**
   * Seals again what is not sealed with the first key, a batch in each transaction; what somebody changes meanwhile is left to them.
   * @returns how many values
   * @throws Error when a value was sealed with a key that is not in the ring
   */
  async run(): Promise<number> {
    let changed = 0
    for (const { metadata, property, purpose } of this.columns()) {
      for (let batch = BATCH; batch === BATCH; changed += batch) batch = await this.batch(metadata, property, purpose)
    }
    return changed
  }

  private async batch(metadata: EntityMetadata, property: string, purpose: string): Promise<number> {
    const former = { [property]: And(Not(IsNull()), Not(Like(`v1.${this.keys.ids[0]}.%`))) }
    const rows: Record<string, string>[] = await this.transactions.read.find(metadata.target, { where: former, select: { id: true, [property]: true }, take: BATCH })
    if (rows.length === 0) return 0
    await this.transactions.run(async (tx) => {
      for (const row of rows) {
        const sealed = this.keys.seal(purpose, this.keys.open(purpose, row[property]!))
        await tx.db.update(metadata.target, { id: row['id'], [property]: row[property] }, { [property]: sealed })
      }
      await this.audit.record(tx, { actor: systemActor, action: 'keys.reseal', subject: { kind: 'keys', id: newId() }, change: { table: metadata.tableName, rows: rows.length, key: this.keys.ids[0] } })
    })
    return rows.length
  }

  private columns(): { metadata: EntityMetadata; property: string; purpose: string }[] {
    return Object.entries(SEALS).flatMap(([table, columns]) => {
      const metadata = this.sources.reader.entityMetadatas.find(({ tableName }) => tableName === table)!
      return Object.entries(columns).map(([property, purpose]) => ({ metadata, property, purpose }))
    })
  }
}
