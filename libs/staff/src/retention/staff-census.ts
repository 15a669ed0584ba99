import { type Census, knowsNobody } from '@app/platform'

/** The tables of staff. An account is kept for as long as its entries in the audit log must name somebody. */
export const staffCensus: Census = {
  account: { retention: ['L'], holds: 'Konten der Mitarbeitenden: Name, E-Mail-Adresse, Prüfwert des Passworts, versiegelter Schlüssel der Codes, letzte Anmeldung', references: {} },
  audit_entry: {
    retention: ['L'], holds: 'Protokoll: wer was wann geändert hat, vorher und nachher',
    references: { actor_id: 'stays', subject_id: 'stays', node_id: 'stays', request_id: 'stays' },
  },
  credential: { retention: 'subject', holds: 'Womit Mitarbeitende sich anmelden: Passkeys, Prüfwerte der Wiederherstellungscodes, Prüfwert ihrer Kennung beim Anmeldedienst', references: { account_id: 'goes' } },
  node: knowsNobody('parent_id'),
  node_land: knowsNobody('node_id'),
  role_grant: { retention: 'subject', holds: 'Rechte der Mitarbeitenden', references: { account_id: 'goes', node_id: 'goes', granted_by: 'emptied' } },
  session: { retention: ['L'], holds: 'Sitzungen der Mitarbeitenden: Browser, Art der Anmeldung, Prüfwert der Sitzung beim Anmeldedienst, Beginn, letzter Zugriff', references: { account_id: 'goes' } },
}
