import { In } from 'typeorm'
import type { ContactHooks } from '@app/contacts'
import { ConsentEntity } from './entities/consent.entity.js'
import { NominationEntity } from './entities/nomination.entity.js'
import { ParticipationEntity } from './entities/participation.entity.js'

/** Participations and nominations hold what was said for them; what was consented to as a contact goes with the contact. */
export const participantsOnContacts: ContactHooks = {
  async contactsRemoving(tx, { contactIds }) {
    const contactId = In([...contactIds])
    await tx.db.update(ParticipationEntity, { contactId }, { contactId: null })
    await tx.db.update(NominationEntity, { contactId }, { contactId: null })
    await tx.db.delete(ConsentEntity, { contactId })
  },
}
