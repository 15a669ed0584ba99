import { Injectable } from '@nestjs/common'
import { In, LessThan } from 'typeorm'
import { Clock, type RetentionCount, type RetentionRule, Transactions, type Tx } from '@app/platform'
import { contactHooks } from '../contact-hooks.js'
import { AddressBlockEntity } from '../entities/address-block.entity.js'
import { ContactOfficeEntity } from '../entities/contact-office.entity.js'
import { ContactEntity } from '../entities/contact.entity.js'
import { ListEntryEntity } from '../entities/list-entry.entity.js'

const BATCH = 200

/** Contacts that nobody has checked for long, and blocks of addresses that are over. */
@Injectable()
export class ContactsRetention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock) {}

  rules(): RetentionRule[] {
    return [
      { retention: 'V', table: 'contact', apply: (before) => this.deleteUnchecked(before) },
      { retention: 'L', table: 'address_block', apply: () => this.deleteBlocks() },
    ]
  }

  /** Removes contacts with everything that hangs on them. */
  async remove(tx: Tx, contactIds: readonly string[]): Promise<void> {
    const ids = [...contactIds]
    await contactHooks.call('contactsRemoving', tx, { contactIds: ids })
    await tx.db.delete(ListEntryEntity, { contactId: In(ids) })
    await tx.db.delete(ContactOfficeEntity, { contactId: In(ids) })
    await tx.db.update(ContactEntity, { mergedIntoId: In(ids) }, { mergedIntoId: null })
    await tx.db.delete(ContactEntity, { id: In(ids) })
  }

  private async deleteUnchecked(before: Date): Promise<RetentionCount> {
    for (let deleted = 0; ; ) {
      const due = await this.transactions.read
        .createQueryBuilder(ContactEntity, 'c')
        .select('c.id', 'id')
        .where('(c.checked_on IS NULL AND c.created_at < :before) OR c.checked_on < :day', { before, day: before.toISOString().slice(0, 10) })
        .limit(BATCH)
        .getRawMany<{ id: string }>()
      if (due.length > 0) await this.transactions.run((tx) => this.remove(tx, due.map(({ id }) => id)))
      deleted += due.length
      if (due.length < BATCH) return { deleted }
    }
  }

  /** Those without an end stay for ever, as a hash: nobody is written to who asked for that. */
  private async deleteBlocks(): Promise<RetentionCount> {
    const gone = await this.transactions.run((tx) => tx.db.delete(AddressBlockEntity, { expiresAt: LessThan(this.clock.now()) }))
    return { deleted: gone.affected ?? 0 }
  }
}
