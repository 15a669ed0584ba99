import { In } from 'typeorm'
import type { ContactHooks } from '@app/contacts'
import { ContributionEntity } from './entities/contribution.entity.js'

/** Who took part in a programme stays in it by the name shown; the way to the address book ends. */
export const eventsOnContacts: ContactHooks = {
  async contactsRemoving(tx, { contactIds }) {
    await tx.db.update(ContributionEntity, { contactId: In([...contactIds]) }, { contactId: null })
  },
}
