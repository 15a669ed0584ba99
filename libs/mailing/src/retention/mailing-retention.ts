import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type RetentionCount, type RetentionRule, Transactions } from '@app/platform'
import { StoredMails } from '../delivery/stored-mails.js'
import { MessageEntity } from '../entities/message.entity.js'

const BATCH = 5_000

/** The log of letters, and the letters of the built-in mailbox. What one person was told last stands in `calendar_entry`, which goes with the participation. */
@Injectable()
export class MailingRetention {
  constructor(private readonly transactions: Transactions, private readonly mailbox: StoredMails) {}

  rules(): RetentionRule[] {
    return [
      { retention: 'L', table: 'message', apply: (before) => this.deleteMessages(before) },
      // Files of the built-in mailbox; a folder that is not there holds none.
      { retention: 'L', table: 'mail', apply: async (before) => ({ deleted: await this.mailbox.deleteBefore(before) }) },
    ]
  }

  private async deleteMessages(before: Date): Promise<RetentionCount> {
    for (let deleted = 0; ; ) {
      const due = await this.transactions.read
        .createQueryBuilder(MessageEntity, 'm')
        .select('m.id', 'id')
        .where('COALESCE(m.fate_at, m.sent_at) < :before', { before })
        .limit(BATCH)
        .getRawMany<{ id: string }>()
      if (due.length > 0) await this.transactions.run((tx) => tx.db.delete(MessageEntity, { id: In(due.map(({ id }) => id)) }))
      deleted += due.length
      if (due.length < BATCH) return { deleted }
    }
  }
}
