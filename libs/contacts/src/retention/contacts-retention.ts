import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import { Clock, type RetentionRule, Transactions } from '@app/platform'
import { AddressBlockEntity } from '../entities/address-block.entity.js'

/** Blocks of addresses that are over. Those without an end stay for ever, as a hash: nobody is written to who asked for that. */
@Injectable()
export class ContactsRetention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  rules(): RetentionRule[] {
    return [
      {
        retention: 'L',
        table: 'address_block',
        apply: async () => ({ deleted: (await this.transactions.run((tx) => tx.db.delete(AddressBlockEntity, { expiresAt: LessThan(this.clock.now()) }))).affected ?? 0 }),
      },
    ]
  }
}
