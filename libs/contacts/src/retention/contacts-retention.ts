import { Injectable } from '@nestjs/common'
import { In, LessThan } from 'typeorm'
import { Clock, type RetentionCount, type RetentionRule, Transactions, type Tx, newId } from '@app/platform'
import { Audit, LoggedDeletion, systemActor } from '@app/staff'
import { contactHooks } from '../contact-hooks.js'
import { AddressBlockEntity } from '../entities/address-block.entity.js'
import { ContactOfficeEntity } from '../entities/contact-office.entity.js'
import { ContactEntity } from '../entities/contact.entity.js'
import { ListEntryEntity } from '../entities/list-entry.entity.js'

const BATCH = 200

/** Contacts that nobody has checked for long, and blocks of addresses that are over. */
@Injectable()
export class ContactsRetention {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly deletion: LoggedDeletion, private readonly audit: Audit) {}

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
      if (due.length > 0) {
        await this.transactions.run(async (tx) => {
          await this.remove(tx, due.map(({ id }) => id))
          await this.audit.record(tx, { actor: systemActor, action: 'retention.delete', subject: { kind: 'retention', id: newId() }, change: { table: 'contact', rows: due.length } })
        })
      }
      deleted += due.length
      if (due.length < BATCH) return { deleted }
    }
  }

  /** Those without an end stay for ever, as a hash: nobody is written to who asked for that. */
  private async deleteBlocks(): Promise<RetentionCount> {
    return { deleted: await this.deletion.of(AddressBlockEntity, { expiresAt: LessThan(this.clock.now()) }) }
  }
}
