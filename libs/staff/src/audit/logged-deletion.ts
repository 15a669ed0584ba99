import { Injectable } from '@nestjs/common'
import { type EntityTarget, type FindOptionsWhere, In } from 'typeorm'
import { Transactions, newId } from '@app/platform'
import { systemActor } from '../actor.js'
import { Audit } from './audit.js'

const BATCH = 1_000

/** Deletes rows whose time is up, and writes into the log how many: one entry for each transaction, without saying whose they were. */
@Injectable()
export class LoggedDeletion {
  constructor(private readonly transactions: Transactions, private readonly audit: Audit) {}

  /** @returns how many rows went */
  async of<E extends { id: string }>(entity: EntityTarget<E>, where: FindOptionsWhere<E> | FindOptionsWhere<E>[]): Promise<number> {
    const { read } = this.transactions
    for (let gone = 0; ; ) {
      const due = await read.find(entity, { where, select: { id: true } as never, take: BATCH })
      if (due.length > 0) {
        await this.transactions.run(async (tx) => {
          await tx.db.delete(entity, { id: In(due.map(({ id }) => id)) } as never)
          await this.audit.record(tx, {
            actor: systemActor, action: 'retention.delete', subject: { kind: 'retention', id: newId() }, change: { table: read.connection.getMetadata(entity).tableName, rows: due.length },
          })
        })
      }
      gone += due.length
      if (due.length < BATCH) return gone
    }
  }
}
