import type { ParticipationHooks } from '@app/participants'
import { MessageEntity } from './entities/message.entity.js'

/** What mailing does in the transactions of participants. */
export const mailingOnParticipants: ParticipationHooks = {
  /** Letters follow through the outbox, after the commit. */
  async placeLost() {},
  /** That a letter was sent stays on record; to whom does not, and neither does an answer of a mail server, which may repeat it. */
  async unconfirmedRemoving(tx, { participationId }) {
    await tx.db.update(MessageEntity, { participationId }, { email: null, smtpReply: null })
  },
}
