import { type Census, knowsNobody } from '@app/platform'

/** The tables of the address book. */
export const contactsCensus: Census = {
  address_block: { retention: ['L'], holds: 'Sperren von E-Mail-Adressen als Prüfsumme', references: { lifted_by: 'stays' } },
  contact: { retention: ['V'], holds: 'Adressbuch: Name, Anrede, Titel, E-Mail-Adresse, Telefon, Land, Herkunft der Angaben', references: { merged_into_id: 'goes', import_batch_id: 'goes' } },
  contact_office: { retention: 'subject', holds: 'Ämter und Organisationen der Kontakte', references: { contact_id: 'goes', organisation_id: 'goes' } },
  distribution_list: knowsNobody('node_id'),
  list_entry: { retention: 'subject', holds: 'Zugehörigkeit zu Verteilern', references: { list_id: 'goes', contact_id: 'goes' } },
  municipality: knowsNobody(),
  organisation: knowsNobody(),
}
