import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { ParticipationEntity } from '@app/participants'
import { Outbox, OutboxEntity, Problem, Transactions } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { MAIL_WORK, mailOf, mayBeSentAgain } from './outbox-mail.js'

/** Staff has a mail sent again. It goes out only if its facts still ask for it, and as the same mail: Message-ID, UID and SEQUENCE stay. */
@Injectable()
export class OutboxAgain {
  constructor(private readonly transactions: Transactions, private readonly outbox: Outbox, private readonly audit: Audit) {}

  /** @throws Problem `not_found`, `mail_not_repeatable`, `conflict` when somebody else was quicker */
  again(eventId: string, id: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      const row = await tx.db.findOneBy(OutboxEntity, { id, nodeId: eventId, kind: In(MAIL_WORK) })
      if (!row) throw new Problem('not_found')
      if (!mayBeSentAgain(row)) throw new Problem('mail_not_repeatable')
      const person = await tx.db.findOneBy(ParticipationEntity, { id: row.subjectId })
      if (!(await this.outbox.again(tx, row, person?.emailNormalised?.split('@').pop() ?? ''))) throw new Problem('conflict')
      await this.audit.record(tx, {
        actor, action: 'mail.again', subject: { kind: 'outbox', id }, nodeId: eventId,
        change: { mail: mailOf(row), participation: row.subjectId, before: { state: row.state, reason: row.reason }, after: { state: 'pending' } },
      })
    })
  }
}
