import { In, Not } from 'typeorm'
import type { ParticipationHooks } from '@app/participants'
import { OutboxEntity, type Tx } from '@app/platform'
import { MessageEntity } from './entities/message.entity.js'

/** What mailing does in the transactions of participants. */
export const mailingOnParticipants: ParticipationHooks = {
  /** Letters follow through the outbox, after the commit. */
  async placeLost() {},
  async unconfirmedRemoving(tx, { participationId }) {
    await forgetAddresses(tx, [participationId])
  },
  async personForgotten(tx, { participationIds }) {
    await forgetAddresses(tx, participationIds)
  },
}

/**
 * That a letter was sent stays on record; to whom does not, and neither does an answer of a mail server, which may repeat it. The domain goes
 * as well: some are of one family or one person. Work that a worker has in hand keeps its lane, because it holds a place there.
 */
async function forgetAddresses(tx: Tx, participationIds: readonly string[]): Promise<void> {
  await tx.db.update(MessageEntity, { participationId: In([...participationIds]) }, { email: null, smtpReply: null, domain: '' })
  await tx.db.update(OutboxEntity, { subjectId: In([...participationIds]), state: Not('running') }, { lane: '' })
}
