import type { Language } from '@app/contracts'

/** Tables of the report and what of them is shown, by property; the file for machines holds everything. */
type Shown = Record<string, { title: string; columns: Record<string, string> }>

interface ReportWords {
  title: string
  about: string
  exportedAt: string
  email: string
  events: string
  event: string
  days: string
  standing: string
  texts: string
  version: (version: number) => string
  yes: string
  no: string
  rights: string
  rightsText: string
  machine: string
  /** Kinds of the texts that were shown. */
  textKinds: Record<string, string>
  /** Fields of the contents of the log. */
  fields: Record<string, string>
  /** Words for keys that stand nowhere else in the product. */
  codes: { special: string; fates: Record<string, string>; attendance: Record<string, string>; sources: Record<string, string>; entries: Record<string, string>; accounts: Record<string, string>; blocks: Record<string, string> }
  shown: Shown
}

const when = { de: 'Zeitpunkt', en: 'Time' }

const de: ReportWords = {
  title: 'Auskunft über gespeicherte Daten', about: 'nach Artikel 15 der Datenschutz-Grundverordnung', exportedAt: 'Stand', email: 'E-Mail-Adresse',
  events: 'Veranstaltungen', event: 'Veranstaltung', days: 'Tage', standing: 'Stand der Teilnahme', texts: 'Wortlaute, die gezeigt wurden', version: (version) => `Fassung ${version}`,
  yes: 'ja', no: 'nein', rights: 'Ihre Rechte',
  rightsText: 'Sie können verlangen, dass Daten berichtigt, gelöscht oder eingeschränkt verarbeitet werden, Einwilligungen für die Zukunft widerrufen und sich bei einer Aufsichtsbehörde für den Datenschutz beschweren.',
  machine: 'Alle Angaben im Einzelnen enthält die zugehörige JSON-Datei.',
  textKinds: { privacy: 'Datenschutzhinweise', 'consent:photo': 'Einwilligung in Fotos', 'consent:contact_later': 'Einwilligung in weitere Einladungen', 'consent:special': 'Einwilligung in besondere Kategorien' },
  fields: {
    before: 'vorher', after: 'nachher', answer: 'Antwort', place: 'Platz', origin: 'Herkunft', reason: 'Begründung', format: 'Form', purpose: 'Zweck', role: 'Rolle', land: 'Land', fields: 'geänderte Angaben',
    columns: 'Spalten', filters: 'Filter', language: 'Sprache', cause: 'Anlass', nodeId: 'gilt für (Kennung)', expiresAt: 'bis',
  },
  codes: {
    special: 'besondere Kategorien von Angaben',
    fates: { sending: 'wird gesendet', sent: 'gesendet', refused: 'abgelehnt', bounced: 'unzustellbar', delayed: 'verzögert', withheld: 'zurückgehalten', given_up: 'aufgegeben' },
    attendance: { in: 'gekommen', out: 'gegangen', void: 'berichtigt' },
    sources: { scan: 'Scannen', search: 'Suche', sheet: 'Liste auf Papier', self: 'eigene Angabe', online: 'Online-Teilnahme', import: 'Einlesen' },
    entries: { tentative: 'vorgemerkt', confirmed: 'bestätigt', cancelled: 'abgesagt' },
    accounts: { invited: 'eingeladen', active: 'aktiv', closed: 'geschlossen' },
    blocks: { objection: 'Widerspruch', bounce: 'unzustellbar', complaint: 'Beschwerde', manual: 'von Hand' },
  },
  shown: {
    participation: { title: 'Angaben zur Teilnahme', columns: {
      title: 'Titel', givenNames: 'Vornamen', familyName: 'Name', salutation: 'Anrede', salutationOverride: 'Eigene Anrede', officeAddress: 'Amt', officeSalutation: 'Amt in der Anrede',
      organisationShown: 'Organisation', land: 'Land', groupKey: 'Gruppe', email: 'E-Mail-Adresse', phone: 'Telefon', language: 'Sprache', createdAt: 'Angemeldet am', answeredAt: 'Geantwortet am',
      confirmedAt: 'Platz seit', declineReason: 'Grund der Absage', noticeId: 'Datenschutzhinweise, Fassung', blockedUntil: 'Aufzubewahren bis' } },
    question_answer: { title: 'Antworten auf Fragen', columns: { question: 'Frage', value: 'Antwort', valueSealed: 'Antwort' } },
    need: { title: 'Unterstützungsbedarf', columns: { sealed: 'Angabe' } },
    consent: { title: 'Einwilligungen', columns: { purpose: 'Zweck', noticeId: 'Wortlaut', givenAt: 'Erteilt am', revokedAt: 'Widerrufen am' } },
    attendance: { title: 'Anwesenheit', columns: { kind: 'Art', at: when.de, recordedAt: 'Erfasst am', source: 'Erfasst durch', note: 'Vermerk' } },
    calendar_entry: { title: 'Kalendereinträge', columns: { uid: 'Kennung', status: 'Stand', sequence: 'Änderungen', toldAt: 'Mitgeteilt am', partstat: 'Antwort des Kalenders' } },
    message: { title: 'Nachrichten', columns: { sentAt: 'Gesendet am', email: 'An', subject: 'Betreff', fate: 'Ergebnis' } },
    nomination: { title: 'Benennungen', columns: { nameShown: 'Ansprechperson', email: 'E-Mail-Adresse', places: 'Plätze', askedAt: 'Angefragt am' } },
    contribution: { title: 'Mitwirkung im Programm', columns: { role: 'Rolle', nameShown: 'Name', officeShown: 'Amt', organisationShown: 'Organisation', talkTitle: 'Titel des Beitrags' } },
    contact: { title: 'Adressbuch', columns: { title: 'Titel', givenNames: 'Vornamen', familyName: 'Name', email: 'E-Mail-Adresse', phone: 'Telefon', land: 'Land', source: 'Herkunft der Angaben', checkedOn: 'Zuletzt geprüft am' } },
    contact_office: { title: 'Ämter', columns: { officeAddress: 'Amt', organisationText: 'Organisation', validFrom: 'Von', validUntil: 'Bis' } },
    list_entry: { title: 'Verteiler', columns: { source: 'Herkunft', addedAt: 'Aufgenommen am', leftAt: 'Ausgetragen am' } },
    address_block: { title: 'Sperren der Adresse', columns: { reason: 'Grund', since: 'Seit', expiresAt: 'Bis' } },
    account: { title: 'Konto', columns: { name: 'Name', email: 'E-Mail-Adresse', createdAt: 'Angelegt am', lastSeenAt: 'Zuletzt angemeldet am', state: 'Stand' } },
    role_grant: { title: 'Rechte', columns: { role: 'Rolle', land: 'Land', grantedAt: 'Erteilt am', revokedAt: 'Entzogen am' } },
    session: { title: 'Sitzungen', columns: { createdAt: 'Beginn', lastSeenAt: 'Zuletzt benutzt am', expiresAt: 'Ende' } },
    audit_entry: { title: 'Protokoll', columns: { at: when.de, actorKind: 'Durch', action: 'Vorgang', change: 'Inhalt' } },
  },
}

const en: ReportWords = {
  title: 'Information about stored data', about: 'under Article 15 of the General Data Protection Regulation', exportedAt: 'As of', email: 'E-mail address',
  events: 'Events', event: 'Event', days: 'Days', standing: 'State of participation', texts: 'Wordings that were shown', version: (version) => `version ${version}`,
  yes: 'yes', no: 'no', rights: 'Your rights',
  rightsText: 'You may ask for data to be corrected, erased or restricted, withdraw consents for the future, and complain to a supervisory authority for data protection.',
  machine: 'Every detail is in the JSON file that belongs to this page.',
  textKinds: { privacy: 'Privacy information', 'consent:photo': 'Consent to photos', 'consent:contact_later': 'Consent to further invitations', 'consent:special': 'Consent to special categories' },
  fields: {
    before: 'before', after: 'after', answer: 'answer', place: 'place', origin: 'origin', reason: 'reason', format: 'form', purpose: 'purpose', role: 'role', land: 'Land', fields: 'changed data', columns: 'columns',
    filters: 'filters', language: 'language', cause: 'cause', nodeId: 'holds for (id)', expiresAt: 'until',
  },
  codes: {
    special: 'special categories of data',
    fates: { sending: 'being sent', sent: 'sent', refused: 'refused', bounced: 'undeliverable', delayed: 'delayed', withheld: 'withheld', given_up: 'given up' },
    attendance: { in: 'came', out: 'left', void: 'corrected' },
    sources: { scan: 'scan', search: 'search', sheet: 'paper list', self: 'own statement', online: 'online', import: 'import' },
    entries: { tentative: 'tentative', confirmed: 'confirmed', cancelled: 'cancelled' },
    accounts: { invited: 'invited', active: 'active', closed: 'closed' },
    blocks: { objection: 'objection', bounce: 'undeliverable', complaint: 'complaint', manual: 'by hand' },
  },
  shown: {
    participation: { title: 'Data of the participation', columns: {
      title: 'Title', givenNames: 'Given names', familyName: 'Name', salutation: 'Form of address', salutationOverride: 'Own salutation', officeAddress: 'Office', officeSalutation: 'Office in the salutation',
      organisationShown: 'Organisation', land: 'Land', groupKey: 'Group', email: 'E-mail address', phone: 'Phone', language: 'Language', createdAt: 'Registered on', answeredAt: 'Answered on',
      confirmedAt: 'Place since', declineReason: 'Reason for declining', noticeId: 'Privacy information, version', blockedUntil: 'To be kept until' } },
    question_answer: { title: 'Answers to questions', columns: { question: 'Question', value: 'Answer', valueSealed: 'Answer' } },
    need: { title: 'Support needed', columns: { sealed: 'Said' } },
    consent: { title: 'Consents', columns: { purpose: 'Purpose', noticeId: 'Wording', givenAt: 'Given on', revokedAt: 'Revoked on' } },
    attendance: { title: 'Attendance', columns: { kind: 'Kind', at: when.en, recordedAt: 'Recorded on', source: 'Recorded by', note: 'Note' } },
    calendar_entry: { title: 'Calendar entries', columns: { uid: 'Identifier', status: 'State', sequence: 'Changes', toldAt: 'Told on', partstat: 'Answer of the calendar' } },
    message: { title: 'Messages', columns: { sentAt: 'Sent on', email: 'To', subject: 'Subject', fate: 'Result' } },
    nomination: { title: 'Nominations', columns: { nameShown: 'Contact', email: 'E-mail address', places: 'Places', askedAt: 'Asked on' } },
    contribution: { title: 'Part in the programme', columns: { role: 'Role', nameShown: 'Name', officeShown: 'Office', organisationShown: 'Organisation', talkTitle: 'Title of the talk' } },
    contact: { title: 'Address book', columns: { title: 'Title', givenNames: 'Given names', familyName: 'Name', email: 'E-mail address', phone: 'Phone', land: 'Land', source: 'Source of the data', checkedOn: 'Last checked on' } },
    contact_office: { title: 'Offices', columns: { officeAddress: 'Office', organisationText: 'Organisation', validFrom: 'From', validUntil: 'Until' } },
    list_entry: { title: 'Distribution lists', columns: { source: 'Source', addedAt: 'Added on', leftAt: 'Left on' } },
    address_block: { title: 'Blocks of the address', columns: { reason: 'Reason', since: 'Since', expiresAt: 'Until' } },
    account: { title: 'Account', columns: { name: 'Name', email: 'E-mail address', createdAt: 'Created on', lastSeenAt: 'Last signed in on', state: 'State' } },
    role_grant: { title: 'Rights', columns: { role: 'Role', land: 'Land', grantedAt: 'Given on', revokedAt: 'Revoked on' } },
    session: { title: 'Sessions', columns: { createdAt: 'Begin', lastSeenAt: 'Last used on', expiresAt: 'End' } },
    audit_entry: { title: 'Log', columns: { at: when.en, actorKind: 'By', action: 'Action', change: 'Content' } },
  },
}

export const reportWords: Record<Language, ReportWords> = { de, en }
