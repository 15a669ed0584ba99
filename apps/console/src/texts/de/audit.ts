import type { AuditKind } from '../../audit/audit-kinds.js'

export const audit = {
  lead: 'Jede Änderung einmal: wer, wann, was vorher und nachher; dazu, wer Angaben zur Unterstützung und Dateien gelesen hat',
  order: 'die neuesten zuerst', older: 'Ältere Einträge', csv: 'Als CSV ausgeben',
  what: 'Vorgang', who: 'Durch', subject: 'Gegenstand', when: 'Zeitpunkt', content: 'Inhalt', state: 'Stand',
  kind: 'Art des Vorgangs', everything: 'alles', from: 'Von', until: 'Bis',
  groups: { mail: 'E-Mails', role: 'Rollen', attendance: 'Ausgegebene Listen', person: 'Auskunft und Löschung', consent: 'Einwilligungen', reading: 'Gelesene Angaben', participation: 'Teilnahmen', event: 'Veranstaltungen', organisation: 'Organisationen', series: 'Reihen', node: 'Beteiligte', contribution: 'Mitwirkungen', document: 'Unterlagen', result: 'Ergebnisse', funding: 'Förderungen', format: 'Formate', session: 'Sitzungen', account: 'Zugänge', notice: 'Rechtstexte', host: 'Gastgeber', barrier: 'Gemeldete Barrieren', factor: 'Zweiter Faktor', retention: 'Löschläufe', keys: 'Schlüssel', audit: 'Protokoll' } satisfies Record<AuditKind, string>,
  fields: {
    title: 'Titel', subtitle: 'Untertitel', description: 'Beschreibung', guidingQuestion: 'Leitfrage', easyLanguage: 'Leichte Sprache', signVideoUrl: 'Gebärdensprache', capacity: 'Plätze', days: 'Tage', venue: 'Ort', agenda: 'Programm', reason: 'Begründung', role: 'Rolle',
    land: 'Land', name: 'Name', fields: 'Geänderte Angaben', answer: 'Antwort', place: 'Platz', origin: 'Herkunft', format: 'Format', columns: 'Spalten', filters: 'Filter', purpose: 'Zweck', regions: 'Regionen',
    version: 'Fassung', language: 'Sprache', kind: 'Art', people: 'Personen',
  } as Record<string, string>,
  oneEvent: 'eine Veranstaltung', oneSubject: 'ein Gegenstand', oneAccount: 'ein Zugang', formerAccount: 'früherer Zugang',
  without: (what: string) => `Nicht mehr nur: ${what}`,
  unsealed: 'noch nicht versiegelt',
  emptyTitle: 'Kein Eintrag', emptyText: 'Zu diesen Angaben steht nichts im Protokoll. Einträge werden nach der eingestellten Frist gelöscht.',
  ofPerson: 'Protokoll dieser Person', ofEvent: 'Protokoll',
}
