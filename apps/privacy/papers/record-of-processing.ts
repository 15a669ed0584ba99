import type { RetentionClass } from '@app/platform'
import { census } from '../census.js'
import { type PaperFacts, periodInWords, quoted } from './facts.js'

const STARTS: Record<RetentionClass, string> = {
  S: 'nach dem Ende der Veranstaltung', B: 'nach dem Ende der Veranstaltung', A: 'nach dem Ende der Veranstaltung', N: 'nach dem Ende der Förderung, ohne Förderung der Veranstaltung',
  V: 'nach der letzten Prüfung', F: 'nach dem Ende der Veranstaltung', L: 'nach dem Eintrag',
}

/**
 * Entry for the record of processing activities (Art. 30 (1) GDPR), in German, as Markdown. What the program knows is filled in; what
 * only the body itself knows stands in brackets.
 */
export function recordOfProcessing({ config, on, hosts }: PaperFacts): string {
  const kept = Object.entries(census).filter(([, { retention }]) => retention !== 'nobody')
  return `# Verzeichnis von Verarbeitungstätigkeiten: Dialogveranstaltungen

Stand: ${on}. Erzeugt aus der Konfiguration von Dialogwerk (${config.publicUrl}). Angaben in [Klammern] ergänzt die verantwortliche Stelle.

## 1 Verantwortliche (Art. 30 Abs. 1 Buchst. a)
${hosts.length === 0 ? '[Noch ist kein Veranstalter eingetragen.]' : hosts.map(({ name, imprint }) => `### ${name}\n${imprint === null ? '[Impressum fehlt]' : quoted(imprint)}`).join('\n\n')}

Datenschutzbeauftragte: [Name und Kontakt]
${hosts.length > 1 ? '\nMehrere Veranstalter derselben Veranstaltung sind gemeinsam verantwortlich: [Vereinbarung nach Art. 26].\n' : ''}
## 2 Zwecke (Buchst. b)
Vorbereitung, Durchführung und Nachbereitung von Dialogveranstaltungen: Einladung, Anmeldung und Platzvergabe, Mitteilungen mit Kalendereintrag,
Unterstützungsbedarf, Anwesenheitslisten und Nachweise gegenüber Zuwendungsgebern.
Rechtsgrundlage: [bei öffentlichen Stellen Art. 6 Abs. 1 Buchst. e DSGVO mit dem Fachrecht; Einwilligung nach Buchst. a für Fotos und spätere Einladungen; Art. 9 Abs. 2 Buchst. a für Unterstützungsbedarf]

## 3 Betroffene Personen und Kategorien von Daten (Buchst. c)
Teilnehmende, Mitwirkende, Ansprechpersonen benennender Stellen, Kontakte des Adressbuchs, Mitarbeitende.

| Daten | gespeichert in | Löschklasse |
|---|---|---|
${kept.map(([table, { holds, retention }]) => `| ${holds} | \`${table}\` | ${retention === 'subject' ? 'mit dem Datensatz, zu dem sie gehören' : retention.length > 3 ? 'nach der Frage' : (retention as readonly string[]).join(', ')} |`).join('\n')}

## 4 Empfänger (Buchst. d)
Organisationsteam nach Rollen (siehe technische und organisatorische Maßnahmen); Zuwendungsgeber für den Nachweis; ${config.smtpUrl === null ? 'kein Mailserver (eingebautes Postfach)' : 'der Betreiber des Mailservers'}${config.databaseUrl === null ? '' : '; der Betreiber der Datenbank'}. [Weitere Auftragsverarbeiter]

## 5 Übermittlung in Drittländer (Buchst. e)
Das Programm übermittelt nichts an Dritte: keine eingebundenen Dienste, keine Zählpixel, keine Schriften von fremden Servern. [Ort des Betriebs]

## 6 Löschfristen (Buchst. f)
Jede Nacht um 3 Uhr löscht das Programm, was seine Frist überschritten hat, und führt darüber ein Protokoll ohne personenbezogene Daten.

| Klasse | Frist | Beginn |
|---|---|---|
${Object.entries(config.retention).map(([name, period]) => `| ${name} | ${periodInWords(period)} | ${STARTS[name as RetentionClass]} |`).join('\n')}

Nicht bestätigte Anmeldungen werden nach 48 Stunden gelöscht. Teilnahmen werden nicht gelöscht, sondern namenlos: Die Zahlen bleiben, die Person nicht.

## 7 Technische und organisatorische Maßnahmen (Buchst. g)
Siehe das eigene Dokument („papers measures“).
`
}
