import { HookPoint, type Tx } from '@app/platform'

/** What libraries on the right do in the same transaction when somebody leaves the address book. */
export interface ContactHooks {
  /** Contacts are about to be deleted: what points at them lets go; what was published or happened stays as it was shown. */
  contactsRemoving(tx: Tx, event: { contactIds: readonly string[] }): Promise<void>
}

export const contactHooks = new HookPoint<ContactHooks>('contacts')
