import { PERMISSIONS, ROLES, ROLE_PERMISSIONS } from '@app/contracts'
import { words } from '@app/i18n'
import { SESSION_IDLE, SESSION_MOST } from '@app/staff'
import { type PaperFacts, periodInWords } from './facts.js'

const MINUTE = 60_000

/** Technical and organisational measures (Art. 32 GDPR; annex of a contract with a processor), in German, as Markdown. */
export function measures({ config, on }: PaperFacts): string {
  const { roles, permissions } = words('de').vocabulary
  const isEncrypted = config.publicUrl.startsWith('https://')
  const mailWay = config.smtpUrl === null ? 'Es werden keine E-Mails nach außen gesendet.' : config.smtpUrl.includes('starttls=never') ? 'E-Mails gehen unverschlüsselt an einen Mailserver, der als vertrauenswürdig eingestellt ist.' : 'E-Mails gehen mit TLS an den Mailserver.'
  return `# Technische und organisatorische Maßnahmen

Stand: ${on}. Erzeugt aus der Konfiguration von Dialogwerk (${config.publicUrl}, Betriebsart ${config.mode}). Angaben in [Klammern] ergänzt die Stelle, die das Programm betreibt.

## 1 Vertraulichkeit
- **Zutritt**: [Rechenzentrum, Gebäude]
- **Zugang**: persönliche Zugänge; Passwörter mit mindestens 12 Zeichen, gespeichert als argon2id; wachsende Wartezeit nach falschen Versuchen, gleiche Antwort für unbekannte Zugänge.
  Sitzungen enden nach ${SESSION_IDLE / MINUTE} Minuten ohne Benutzung, spätestens nach ${SESSION_MOST / MINUTE / 60} Stunden; gespeichert ist nur ein Prüfwert.
- **Zugriff**: Rollen je Reihe, Veranstaltung und Land; was keine Rolle erlaubt, ist verboten, und was außerhalb liegt, gibt es für die Person nicht.

| Recht | Rollen |
|---|---|
${PERMISSIONS.map((permission) => `| ${permissions[permission]} | ${ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)).map((role) => roles[role]).join(', ')} |`).join('\n')}

- **Trennung**: Veranstalter und Reihen sind durch Rollen getrennt; Probebetrieb sendet keine E-Mails an Dritte.
- **Verschlüsselung**: ${isEncrypted ? 'Die Seiten werden über HTTPS ausgeliefert.' : '[Die eingestellte Adresse ist unverschlüsselt: HTTPS einrichten.]'} ${mailWay}
  Besondere Kategorien, Unterstützungsbedarf und Meldungen sind zusätzlich mit AES-256-GCM versiegelt; die Schlüssel liegen ${config.secretKeys === null ? 'in einer Datei, die nur der Dienst lesen darf' : 'in der Konfiguration, nicht in der Datenbank'}.
- **Pseudonymität**: Warteschlangen und Protokolle des Servers enthalten Kennungen, keine Namen und Adressen. Persönliche Links tragen keine Angaben über die Person.

## 2 Integrität
- **Eingabe**: Jede Änderung steht mit Person, Zeit, vorher und nachher im Protokoll; die Einträge sind mit einem Schlüssel verkettet, sodass Änderung, Löschung und Einschub auffallen („doctor“).
- **Weitergabe**: Listen werden nur mit eigenem Recht ausgegeben, jede Ausgabe steht im Protokoll. ${config.dkim === null ? '[E-Mails werden nicht signiert: DKIM einrichten.]' : `E-Mails sind mit DKIM signiert (${config.dkim.domain}).`}

## 3 Verfügbarkeit und Belastbarkeit
- Zugesagtes ist vor der Antwort dauerhaft gespeichert; E-Mails werden nach Störungen erneut versucht und gehen nicht verloren.
- Sicherung mit Datenbank, Schlüsseln und Dateien durch einen Befehl, Wiederherstellung geprüft. [Häufigkeit, Aufbewahrung, Ort der Sicherungen]
- Grenzen gegen Überlastung: ${config.limits.signupsPerIp} Anmeldungen je Adresse und 10 Minuten, ${config.limits.mailsPerAddress} Wiederholungen einer E-Mail je Empfänger und 10 Minuten.

## 4 Überprüfung
- Löschung nach Fristen jede Nacht, mit Bericht: ${Object.entries(config.retention).map(([name, period]) => `${name} ${periodInWords(period)}`).join('; ')}.
- „doctor“ prüft Einstellungen, Dienste, Daten und das Protokoll. [Wer prüft wie oft]
- Auskunft und Löschung für betroffene Personen durch Konsole und Befehl.
- Keine Cookies für Besucherinnen und Besucher, keine Inhalte von fremden Servern, strenge Content-Security-Policy.
`
}
